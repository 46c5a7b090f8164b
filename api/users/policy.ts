import { canReadAuditEntries } from '../audit/policy.ts'
import { mayNameEditorsSomewhere } from '../news-editors/policy.ts'
import { canCreateNewsPost, canPublishSomewhere } from '../news-posts/policy.ts'
import { canReadSearchMisses } from '../search/policy.ts'
import type { Viewer } from '../viewer.ts'
import type { Me } from './contract.ts'

/** A photo is the person's own to set. */
export const canEditPhoto = (viewer: Viewer, userId: string) => viewer.id === userId

/** What the areas offer this person; the UI mirrors it and asks nothing else about roles. */
export const myPermissions = (viewer: Viewer): Me['permissions'] => ({
  canCreateNewsPost: canCreateNewsPost(),
  canPublishNewsPosts: canPublishSomewhere(viewer),
  canNameNewsEditors: mayNameEditorsSomewhere(viewer),
  canReadAuditEntries: canReadAuditEntries(viewer),
  canReadSearchMisses: canReadSearchMisses(viewer),
})
