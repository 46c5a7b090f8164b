import { expect, test } from './journey.ts'
import { uniqueTitle } from './unique.ts'
import { startPost, waitForDraft } from './write-post.ts'

for (const choice of ['Behold min', 'Hent den nyere'] as const) {
  test(`two write in the same draft and nothing is lost: ${choice}`, async ({ visit, backEnd, observer }) => {
    // Ola writes a draft, and Liv of communications has it open too; with the mocks, she has it open in two tabs.
    const first = await visit(backEnd === 'server' ? 'ola.bakken' : 'liv.dahl')
    const title = uniqueTitle('Møte om ferieplanen')
    await startPost(first, title, 'Vi møtes på vaktrommet.')
    const id = await waitForDraft(first)
    const second = backEnd === 'server' ? await visit('liv.dahl') : await first.context().newPage()
    await second.goto(`/news/${id}/edit`)
    await expect(second.getByLabel('Tittel')).toHaveValue(title)

    // Liv's change is saved first.
    await second.getByRole('textbox', { name: 'Tekst' }).fill('Vi møtes i kantina klokka 14.')
    await waitForDraft(second)
    observer.allow(/status of 412 /)
    await first.getByRole('textbox', { name: 'Tekst' }).fill('Vi møtes på vaktrommet. Ta med kaffe.')

    const who =
      backEnd === 'server' ? 'Liv Dahl lagret en nyere utgave' : 'Du lagret en nyere utgave et annet sted'
    const dialog = first.getByRole('dialog', { name: new RegExp(`^${who} kl\\. \\d\\d:\\d\\d$`) })
    await expect(dialog.getByRole('region', { name: 'Din utgave' })).toContainText('Ta med kaffe.')
    await expect(dialog.getByRole('region', { name: 'Den nyere utgaven' })).toContainText('i kantina')
    await first.keyboard.press('Escape')
    await first.keyboard.press('Escape')
    await expect(dialog).toBeVisible()

    await dialog.getByRole('button', { name: choice }).click()
    await expect(dialog).toBeHidden()
    const kept = choice === 'Behold min' ? 'Ta med kaffe.' : 'i kantina klokka 14.'
    await expect(first.getByRole('textbox', { name: 'Tekst' })).toContainText(kept)
    const saved = first.waitForResponse(async (response) => {
      const request = response.request()
      return request.method() === 'PATCH' && response.ok() && Boolean(request.postData()?.includes('i juli'))
    })
    await first.getByLabel('Tittel').fill(`${title} i juli`)
    await saved
    await second.reload()
    await expect(second.getByLabel('Tittel')).toHaveValue(`${title} i juli`)
    await expect(second.getByRole('textbox', { name: 'Tekst' })).toContainText(kept)
  })
}
