import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderApp } from '#tests/render-app.tsx'
import { demoPerson } from '#tests/tokens.ts'

test('N8: everybody chooses how often news come by e-mail, and the choice is kept', async () => {
  const { user, db } = await renderApp('/me', { as: 'liv.dahl' })
  expect(await screen.findByRole('radio', { name: 'Hver uke', checked: true })).toBeTruthy()
  await user.click(screen.getByRole('radio', { name: 'Hver dag' }))
  expect(await screen.findByText('Lagret.')).toBeTruthy()
  expect(screen.getByRole('radio', { name: 'Hver dag', checked: true })).toBeTruthy()
  const saved = await db
    .selectFrom('notification_setting')
    .select('news_digest')
    .where('user_id', '=', demoPerson('liv.dahl').id)
    .executeTakeFirst()
  expect(saved?.news_digest).toBe('daily')
})

test('N8: the link at the foot of the e-mail leads to the choice itself', async () => {
  await renderApp('/me?digest=never', { as: 'hege.moen' })
  const chosen = await screen.findByRole('radio', { name: 'Hver uke' })
  expect(document.activeElement).toBe(chosen)
})

test('a choice that cannot be saved goes back to what it was', async () => {
  const { user, faults } = await renderApp('/me', { as: 'tor.berg' })
  await screen.findByRole('radio', { name: 'Hver uke', checked: true })
  faults.next({ kind: 'fail', method: 'PATCH', path: '/me/notificationSettings' })
  await user.click(screen.getByRole('radio', { name: 'Aldri' }))
  expect(await screen.findByText('Vi fikk ikke lagret valget. Prøv igjen.')).toBeTruthy()
  expect(screen.getByRole('radio', { name: 'Hver uke', checked: true })).toBeTruthy()
})
