import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { canReadAuditEntries } from '../audit/policy.ts'
import { canFollowMessages } from '../call-back-messages/policy.ts'
import { mayEditDutiesSomewhere } from '../duties/policy.ts'
import { mayNameEditorsSomewhere } from '../news-editors/policy.ts'
import { canCreateNewsPost, canPublishSomewhere } from '../news-posts/policy.ts'
import { canReadSearchMisses } from '../search/policy.ts'
import type { Viewer } from '../viewer.ts'
import type { Me, UserPatch, UserProfile } from './contract.ts'
import { shows } from './protection.ts'

/** Those who run the system and HR see who has left; they are nobody else's business. */
export const seesDisabled = (viewer: Viewer): boolean => viewer.roles.has('Admin') || viewer.roles.has('HR')

/** Who may be seen in the directory, over `"user"` and its `protection` (see `protection.ts`). */
export const visibleUser = (viewer: Viewer): RawBuilder<SqlBool> =>
  seesDisabled(viewer) ? shows('person') : sql`("user".account_enabled and ${shows('person')})`

/** A photo is the person's own to set. */
export const canEditPhoto = (viewer: Viewer, userId: string) => viewer.id === userId

/** HR decides what is hidden of whom, and is alone in reading why. */
export const canProtect = (viewer: Viewer): boolean => viewer.roles.has('HR')

/** What the viewer may do with a person. @param leads leads the person, directly or from above. */
export function userPermissions(
  viewer: Viewer,
  { id, isEnabled, leads }: { id: string; isEnabled: boolean; leads: boolean },
): UserProfile['permissions'] {
  const isSelf = viewer.id === id
  const helps = isSelf || leads || viewer.roles.has('ServiceDesk')
  return {
    canEdit: isSelf,
    canEditResponsibilities: helps,
    canEditPhoto: canEditPhoto(viewer, id),
    canProtect: canProtect(viewer),
    canRegisterAbsence: helps && isEnabled,
    canLeaveCallBackMessage: !isSelf && isEnabled,
  }
}

/** Whether a change stays within what the viewer may change. */
export const canPatchUser = (permissions: UserProfile['permissions'], patch: UserPatch): boolean =>
  permissions.canEdit ||
  (permissions.canEditResponsibilities && Object.keys(patch).every((name) => name === 'responsibilities'))

/** What the areas offer this person; the UI mirrors it and asks nothing else about roles. */
export const myPermissions = (viewer: Viewer): Me['permissions'] => ({
  canCreateNewsPost: canCreateNewsPost(),
  canPublishNewsPosts: canPublishSomewhere(viewer),
  canNameNewsEditors: mayNameEditorsSomewhere(viewer),
  canReadAuditEntries: canReadAuditEntries(viewer),
  canReadSearchMisses: canReadSearchMisses(viewer),
  canFollowCallBackMessages: canFollowMessages(viewer),
  canEditDuties: mayEditDutiesSomewhere(viewer),
})
