import { screen, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { startBackend } from '#tests/render-app.tsx'

// jsdom has the element but not its ways to open and close.
Object.assign(HTMLDialogElement.prototype, {
  showModal(this: HTMLDialogElement) {
    this.open = true
  },
  close(this: HTMLDialogElement) {
    this.open = false
  },
})

/** The audience of one unit of the seed. */
export async function unitAudience(name: string) {
  const backend = await startBackend()
  const response = await backend.as('liv.dahl').get(`/v1.0/orgUnits?$filter=displayName eq '${name}'`)
  const { value } = (await response.json()) as { value: { id: string }[] } // as in the contract
  const [unit] = value
  if (unit === undefined) throw new Error(`The seed has no unit ${name}.`)
  return { everyone: false, orgUnitIds: [unit.id], roles: [] }
}

/** Presses a button in the dialog with this heading. */
export async function answer(user: UserEvent, dialog: string | RegExp, button: string) {
  const open = await screen.findByRole('dialog', { name: dialog })
  await user.click(within(open).getByRole('button', { name: button }))
}

/** Opens one of the folded groups of choices. */
export async function unfold(user: UserEvent, name: string) {
  await user.click(screen.getByText(name, { selector: 'summary span' }))
}
