import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { NotificationSettings, type NotificationSettingsPatch } from '#api/notification-settings/contract.ts'
import { request } from '../../lib/request.ts'
import { m } from '../../messages/messages.js'

const path = '/v1.0/me/notificationSettings'

/** What I want to be sent. */
export const notificationSettingsQuery = queryOptions({
  queryKey: ['me', 'notificationSettings'],
  queryFn: ({ signal }) => request(NotificationSettings, path, { signal }),
})

const changed = (settings: NotificationSettings, patch: NotificationSettingsPatch): NotificationSettings => ({
  ...settings,
  newsDigest: patch.newsDigest ?? settings.newsDigest,
  maxEmailsPerDay: patch.maxEmailsPerDay ?? settings.maxEmailsPerDay,
  // What is not chosen anew is not in the patch at all.
  notifications: {
    ...settings.notifications,
    ...(patch.notifications as NotificationSettings['notifications']),
  },
})

/** Shows the choice at once; when it cannot be saved, the old one comes back and that is said. */
export function useSaveSettings() {
  const queryClient = useQueryClient()
  const [outcome, setOutcome] = useState('')
  const { queryKey } = notificationSettingsQuery
  const { mutate } = useMutation({
    mutationFn: (patch: NotificationSettingsPatch) =>
      request(NotificationSettings, path, {
        method: 'PATCH',
        body: patch,
        headers: { Prefer: 'return=representation' },
      }),
    onMutate: (patch) => {
      const before = queryClient.getQueryData(queryKey)
      if (before) queryClient.setQueryData(queryKey, changed(before, patch))
      setOutcome('')
      return before
    },
    onSuccess: (saved) => {
      queryClient.setQueryData(queryKey, saved)
      setOutcome(m.me_digestSaved())
    },
    onError: (_, __, before) => {
      if (before) queryClient.setQueryData(queryKey, before)
      setOutcome(m.me_digestFailed())
    },
  })
  return { outcome, save: (patch: NotificationSettingsPatch) => mutate(patch) }
}
