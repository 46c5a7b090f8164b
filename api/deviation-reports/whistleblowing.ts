import type { ReportCheck } from './contract.ts'

type Sign = ReportCheck['whistleblowingSigns'][number]

const leader = String.raw`(sjef|leder|leiar|rektor|styrer|styrar|direktør|rådmann|ordfører|ordførar|kommunalsjef|overordnede|manager|boss)\p{L}*`
const misconduct = String.raw`(korrupsjon|bestikk|underslag|underslo|underslår|juks|trakasser|mobb|seksuell|maktmisbruk|diskriminer|ulovlig|ulovleg|lovbrudd|lovbrot|kameraderi|habil|corrupt|brib|embezzl|harass|bully|unlawful)\p{L}*`
const near = (one: string, other: string) => {
  const between = String.raw`[^.!?]{0,120}`
  return new RegExp(
    String.raw`(?<!\p{L})(${one}${between}(?<!\p{L})${other}|${other}${between}(?<!\p{L})${one})`,
    'iu',
  )
}
const word = (words: string) => new RegExp(String.raw`(?<!\p{L})(${words})`, 'iu')

/** In three languages, by words: a hint to stop and read, never a verdict. */
const signs: readonly [Sign, RegExp][] = [
  ['says', word(String.raw`varsling|varsle om|varsler om|varslingssak|kritikkverdig|whistleblow\p{L}*`)],
  ['aboutLeader', near(leader, misconduct)],
  [
    'reprisal',
    word(
      String.raw`gjengjeld\p{L}*|represali\p{L}*|straffet for å si|straffa for å seie|retaliat\p{L}*|reprisal\p{L}*`,
    ),
  ],
  [
    'misconduct',
    word(String.raw`korrupsjon|bestikkels\p{L}*|underslag|maktmisbruk|corruption|bribe\p{L}*|embezzlement`),
  ],
  [
    'protection',
    word(
      String.raw`redd for å si|redd for å melde|tør ikke si|tør ikkje seie|redd for jobben|ønsker beskyttelse|ønskjer vern|afraid to (say|report)|protect me`,
    ),
  ],
]

/**
 * What in a report suggests that it is whistleblowing: censurable conditions about a leader, or a wish for protection
 * (features.md Q34, arbeidsmiljøloven kap. 2 A). Such a report must not land with the leader it is about.
 */
export const whistleblowingSigns = (text: string): Sign[] =>
  signs.filter(([, pattern]) => pattern.test(text)).map(([sign]) => sign)
