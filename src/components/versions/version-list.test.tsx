import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import axe from 'axe-core'
import { beforeEach, expect, test, vi } from 'vitest'
import { type ListedVersion, VersionList } from './version-list.tsx'

// jsdom has no dialogs that open by themselves.
beforeEach(() => {
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true
    },
    close(this: HTMLDialogElement) {
      this.open = false
    },
  })
})

const versions: ListedVersion[] = [
  {
    version: 1,
    dateTime: '2026-11-16T08:20:00Z',
    by: { displayName: 'Ola Bakken' },
    isSignificant: false,
    isCurrent: false,
  },
  {
    version: 2,
    dateTime: '2026-11-17T13:02:00Z',
    by: { displayName: 'Liv Dahl' },
    isSignificant: true,
    note: 'Nytt telefonnummer',
    isCurrent: true,
  },
]

function show(list: ListedVersion[], isRestorable = true) {
  const spy = () => vi.fn<(version: number) => void>()
  const handlers = { onShow: spy(), onCompare: spy(), onRestore: spy() }
  const { container } = render(
    <VersionList versions={list} {...handlers} {...(!isRestorable && { onRestore: undefined })} />,
  )
  return { container, user: userEvent.setup(), ...handlers }
}

test('the newest version is first, with who, when and why', async () => {
  const { container } = show(versions)
  const rows = within(screen.getByRole('list', { name: 'Versjoner' })).getAllByRole('listitem')
  expect(rows.map((row) => row.querySelector('strong')?.textContent)).toEqual(['Versjon 2', 'Versjon 1'])
  expect(rows[0]?.textContent).toMatch(
    /Gjeldende.*Viktig endring.*Liv Dahl, .* kl\. 14:02.*Nytt telefonnummer/,
  )
  const { violations } = await axe.run(container)
  expect(violations.map(({ id }) => id)).toEqual([])
})

test('an earlier version can be shown and compared, the current one only shown', async () => {
  const { user, onShow, onCompare } = show(versions, false)
  await user.click(screen.getByRole('button', { name: 'Vis: Versjon 2' }))
  await user.click(screen.getByRole('button', { name: 'Sammenlign med gjeldende: Versjon 1' }))
  expect(onShow).toHaveBeenCalledWith(2)
  expect(onCompare).toHaveBeenCalledWith(1)
  expect(screen.queryByRole('button', { name: 'Sammenlign med gjeldende: Versjon 2' })).toBeNull()
  expect(screen.queryByRole('button', { name: /Gjenopprett/ })).toBeNull()
})

test('restoring asks first, and does nothing when the answer is no', async () => {
  const { user, onRestore } = show(versions)
  const restore = screen.getByRole('button', { name: 'Gjenopprett: Versjon 1' })
  await user.click(restore)
  expect(screen.getByRole('dialog', { name: 'Vil du gjenopprette versjon 1?' })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Avbryt' }))
  expect(onRestore).not.toHaveBeenCalled()
  await user.click(restore)
  await user.click(screen.getByRole('button', { name: 'Gjenopprett versjon 1' }))
  expect(onRestore).toHaveBeenCalledExactlyOnceWith(1)
})

test('no versions is said in words', () => {
  show([])
  expect(screen.getByText('Her er ingen versjoner ennå.')).toBeTruthy()
})
