import type { Viewer } from '../viewer.ts'

/** The log is for those who answer for the system and for privacy. It holds ids and facts, never content. */
export const canReadAuditEntries = (viewer: Viewer) =>
  viewer.roles.has('Admin') || viewer.roles.has('DataProtection')
