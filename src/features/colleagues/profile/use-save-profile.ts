import { useQueryClient } from '@tanstack/react-query'
import { UserProfile, type UserPatch } from '#api/users/contract.ts'
import { presenceQueries } from '../../../components/presence/presence-queries.ts'
import { viewerQuery } from '../../../components/viewer/viewer-queries.ts'
import { request } from '../../../lib/request.ts'
import { m } from '../../../messages/messages.js'
import { useUndo } from '../../../ui/undo-context.ts'
import { colleagueQueries } from '../queries.ts'

/** What is shown of a person is fetched anew: the profile, lists with them in, and who one is oneself. */
export function useRefreshPerson() {
  const queryClient = useQueryClient()
  return () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: colleagueQueries.all }),
      queryClient.invalidateQueries({ queryKey: presenceQueries.all }),
      queryClient.invalidateQueries({ queryKey: viewerQuery.queryKey }),
    ])
}

/** Saves a part of a profile, and offers to take it back. What it throws is for the form to tell. */
export function useSaveProfile(person: UserProfile) {
  const queryClient = useQueryClient()
  const refresh = useRefreshPerson()
  const { offerUndo } = useUndo()

  async function save(patch: UserPatch): Promise<void> {
    const path = `/v1.0/users/${person.id}`
    const headers = { Prefer: 'return=representation' }
    const saved = await request(UserProfile, path, { method: 'PATCH', body: patch, headers })
    queryClient.setQueryData(colleagueQueries.detail(person.id).queryKey, saved)
    void refresh()
  }

  return async (patch: UserPatch, before: UserPatch): Promise<void> => {
    await save(patch)
    offerUndo({ text: m.profile_saved(), undo: () => save(before) })
  }
}
