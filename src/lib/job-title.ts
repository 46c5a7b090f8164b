/**
 * A job title as it stands after a name and a comma, where Norwegian and English have a small first letter:
 * «Ingrid Solberg, virksomhetsleder». Abbreviations keep their letters: «HR-rådgiver», «SLT-koordinator».
 */
export function jobTitleAfterName(jobTitle: string): string {
  return /^\p{Lu}(\P{Lu}|$)/u.test(jobTitle) ? jobTitle.charAt(0).toLowerCase() + jobTitle.slice(1) : jobTitle
}
