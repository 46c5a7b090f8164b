import type { Viewer } from '../viewer.ts'

/** What people look for and do not find is for those who can write it (features.md W35). */
export const canReadSearchMisses = (viewer: Viewer) => viewer.roles.has('Editor')
