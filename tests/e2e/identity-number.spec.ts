import { expect, test } from './journey.ts'
import { uniqueTitle } from './unique.ts'
import { chooseAudience, publish, saveLine, startPost } from './write-post.ts'

/** Of the Tax Administration's test population: it belongs to nobody. */
const number = '15889010069'

test('an identity number is stopped, and let through when it is something else', async ({ visit }) => {
  const title = uniqueTitle('Varelageret har flyttet')
  const page = await visit('liv.dahl')
  await startPost(page, title, `Bestillingen har nummer ${number}.`)
  await chooseAudience(page, 'Redaktører')

  const warning = page.getByRole('alert').filter({ hasText: 'Dette ser ut som et fødselsnummer.' })
  await expect(warning).toContainText(number)
  await page.getByRole('button', { name: 'Publiser' }).click()
  const text = page.getByRole('textbox', { name: 'Tekst' })
  await expect(text).toBeFocused()
  await expect(text).toContainText(number)
  await expect(page).toHaveURL(/\/news\/(new(\?draft=[\w-]{36})?|[\w-]{36}\/edit)$/)
  await expect(saveLine(page)).toContainText('ikke lagret')

  await warning.getByRole('button', { name: 'ikke et fødselsnummer' }).click()
  await expect(warning).toBeHidden()
  await publish(page, title)
  await expect(page.getByRole('article')).toContainText(`Bestillingen har nummer ${number}.`)
})
