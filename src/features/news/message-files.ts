/** The files an e-mail can be saved as, by the end of the name. `winmail.dat` is what Outlook packs for itself. */
const mediaTypes: Record<string, string> = {
  '.eml': 'message/rfc822',
  '.msg': 'application/vnd.ms-outlook',
  '.dat': 'application/ms-tnef',
  '.tnef': 'application/ms-tnef',
}

/** What a file picker shows; browsers seldom know the types, but they know the names. */
export const messageFiles = [...Object.keys(mediaTypes), ...new Set(Object.values(mediaTypes))].join(',')

/** The media type of an e-mail file by its name; for any other name the content has to tell. */
export function messageMediaType(name: string): string {
  const extension = /\.[^.]+$/.exec(name)?.[0].toLowerCase() ?? ''
  return mediaTypes[extension] ?? 'application/octet-stream'
}
