import type { Deps } from '#api/deps.ts'

/** Writes one JSON object per line, for the operator's log collector. Line breaks inside values are escaped by JSON. */
export const log: Deps['log'] = (level, message, fields = {}) => {
  console.log(JSON.stringify({ time: new Date().toISOString(), level, message, ...fields }))
}
