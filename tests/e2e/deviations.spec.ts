import { expectAccessible, expectNoSidewaysScroll } from './accessibility.ts'
import { expect, test } from './journey.ts'
import { uniqueTitle } from './unique.ts'

test('Kari reports on a phone; Ola receives it in time, plans an action and closes', async ({ visit }) => {
  const title = uniqueTitle('Medisin ble delt ut for sent fordi skapet ikke lot seg åpne')

  // Kari reports, with four fields.
  const kari = await visit('kari.nilsen')
  await kari.setViewportSize({ width: 390, height: 844 })
  await kari.getByRole('link', { name: 'Meld avvik' }).click()
  await expect(kari.getByRole('heading', { level: 1, name: 'Meld avvik' })).toBeFocused()
  await kari.getByLabel('Hva skjedde?').fill(title)
  await kari.getByRole('radio', { name: 'Noe skjedde' }).check()
  await expect(kari.getByRole('button', { name: 'Send til Ola Bakken' })).toBeVisible()
  await expectAccessible(kari, 'report')
  await expectNoSidewaysScroll(kari, 'report')

  // What is written survives a reload.
  await kari.reload()
  await expect(kari.getByLabel('Hva skjedde?')).toHaveValue(title)
  await kari.getByRole('button', { name: 'Send til Ola Bakken' }).click()
  await expect(kari.getByRole('heading', { level: 1, name: 'Takk for at du meldte fra' })).toBeVisible()
  await expect(
    kari.getByText(/^Avviket har fått nummer \d{4}-\d{5}\. Ola Bakken har fått det\.$/),
  ).toBeVisible()
  await expectAccessible(kari, 'thanks')
  await kari.getByRole('link', { name: 'Følg saken' }).click()
  await expect(kari.getByRole('heading', { level: 1, name: title })).toBeVisible()
  const address = new URL(kari.url()).pathname

  // Ola finds it among what must be received, and receives it.
  const ola = await visit('ola.bakken', '/deviations')
  await expect(ola.getByRole('region', { name: /^Ta imot \d+ ny/ })).toContainText('må tas imot innen')
  await expectAccessible(ola, 'board')
  await expectNoSidewaysScroll(ola, 'board')
  await ola.getByRole('link', { name: title }).click()
  await ola.getByRole('button', { name: 'Ta imot avviket' }).click()
  await ola.getByRole('button', { name: 'Begynn behandlingen' }).click()

  // He finds the cause and plans an action.
  const why = ola.getByRole('region', { name: 'Hvorfor skjedde det?' })
  await why.getByRole('radio', { name: 'Utstyr' }).check()
  await why.getByLabel('Årsak, kort fortalt').fill('Ingen bytter batteri i låsen.')
  await why.getByRole('button', { name: 'Lagre årsaken' }).click()
  await expect(ola.getByRole('region', { name: 'Neste steg: legg til tiltak' })).toBeVisible()
  await ola.getByRole('button', { name: 'Legg til tiltak' }).click()
  const form = ola.getByRole('form', { name: 'Legg til tiltak' })
  await form.getByLabel('Hva skal gjøres?').fill('Bytt batteri hver måned')
  // Else the bar at the top lies over half a choice, which axe takes for one too small to hit.
  await ola.evaluate(() => scrollTo(0, 0))
  await expectAccessible(ola, 'case')
  await expectNoSidewaysScroll(ola, 'case')
  await form.getByRole('button', { name: 'Lagre tiltaket' }).click()

  // It is done, and the case is closed.
  await ola.getByRole('button', { name: 'Merk som gjort: Bytt batteri hver måned' }).click()
  await ola.getByRole('dialog').getByRole('button', { name: 'Merk som gjort' }).click()
  await ola
    .getByRole('region', { name: 'Neste steg: lukk saken' })
    .getByRole('button', { name: 'Lukk saken' })
    .click()
  const closing = ola.getByRole('dialog', { name: 'Lukk saken' })
  await closing.getByRole('radio', { name: /ble ikke fulgt$/ }).check()
  await expectAccessible(ola, 'closing')
  await closing.getByRole('button', { name: 'Lukk saken' }).click()
  await expect(closing).toBeHidden()

  // Kari sees that it led to something.
  const again = await visit('kari.nilsen', address)
  await expect(again.getByText('Lukket').first()).toBeVisible()
  await expect(again.getByText('Bytt batteri hver måned').first()).toBeVisible()
})
