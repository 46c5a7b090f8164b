/** Ids of the fields, where a check or an error summary leads. */
export const fieldIds = {
  title: 'post-title',
  lead: 'post-lead',
  body: 'post-body',
  coverImage: 'post-cover',
  actionRequired: 'post-action',
  audience: 'post-audience',
  confirmBy: 'post-confirm-by',
  attachments: 'post-attachments',
  publishDateTime: 'post-publish-time',
  expirationDateTime: 'post-expiration',
  pinnedUntilDateTime: 'post-pinned-until',
  sendToTeams: 'post-teams',
} as const

/** The field of a target as the API names it; the text when it is none of the form's. */
export const fieldIdOf = (target: string | undefined): string =>
  target !== undefined && target in fieldIds
    ? fieldIds[target as keyof typeof fieldIds] // just looked up
    : fieldIds.body
