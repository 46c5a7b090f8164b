import { expect, test } from './journey.ts'
import { uniqueTitle } from './unique.ts'
import { chooseAudience, publish, publishPost, startPost } from './write-post.ts'

test('an open feed tells of three new posts, and shows them when asked', async ({ visit, backEnd }) => {
  // The mocks have one browser, and in it one person: there she reads in one tab and writes in another.
  const reading = await visit(backEnd === 'server' ? 'kari.nilsen' : 'liv.dahl')
  const feed = reading.getByRole('region', { name: 'Nyheter' })
  await expect(feed.getByRole('article').or(feed.getByRole('listitem')).first()).toBeVisible()
  await reading.evaluate(() => Object.assign(window, { isSamePage: true }))

  const writing = backEnd === 'server' ? await visit('liv.dahl') : await reading.context().newPage()
  const title = uniqueTitle('Kantina stenger tidlig i dag')
  await startPost(writing, title, 'Vi stenger klokka 13.')
  await chooseAudience(writing, 'Alle ansatte')
  await publish(writing, title)
  await expect(reading.getByRole('button', { name: '1 ny nyhet' })).toBeVisible()
  const others = [uniqueTitle('Kaffen er tom'), uniqueTitle('Kaffen er tilbake')]
  for (const other of others) await publishPost(writing, { title: other })

  await expect(reading.getByText(title)).toHaveCount(0)
  await reading.getByRole('button', { name: '3 nye nyheter' }).click()
  for (const one of [title, ...others]) await expect(feed.getByRole('link', { name: one })).toBeVisible()
  await expect(feed.getByRole('link', { name: others[1] })).toBeFocused()
  await expect(reading.getByRole('button', { name: /nye? nyhet/ })).toHaveCount(0)
  expect(await reading.evaluate(() => 'isSamePage' in window)).toBe(true)
})
