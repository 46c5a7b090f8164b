// @vitest-environment node
import { expect, test } from 'vitest'
import { describeApi } from '#tests/call-api.ts'
import { aPost } from '#tests/news-posts.ts'
import { demoUnitId } from '#tests/rights/units.ts'
import { runJob, testOutlets, timedDeps } from '#tests/timed-work.ts'

describeApi('Outgoing messages when the database fails', (api) => {
  test('N9 an e-mail that has gone out is not sent again when nobody could note it', async () => {
    const outlets = testOutlets()
    const orgUnitIds = [await demoUnitId(api.db, '2. etasje – langtid')]
    await aPost(api.as('liv.dahl'), {
      title: 'Ny vaktliste',
      lead: 'Lista henger på vaktrommet.',
      audience: { everyone: false, orgUnitIds, roles: [] },
      sendByEmail: true,
    })
    const deps = timedDeps(api, outlets.deps)
    let isLost = false
    const db = api.db.withPlugin({
      transformQuery: ({ node }) => {
        if (!isLost || node.kind !== 'UpdateQueryNode') return node
        isLost = false
        throw new Error('the connection is lost')
      },
      transformResult: async ({ result }) => result,
    })
    const email: typeof outlets.deps.email = async (message) => {
      await outlets.deps.email?.(message)
      if (outlets.emails.length === 1) isLost = true
    }
    await runJob('send-outgoing', { ...deps, db, outlets: { email } })
    api.clock.advance({ minutes: 20 })
    await runJob('send-outgoing', deps)
    const addresses = outlets.emails.map(({ to }) => to)
    expect(addresses.length).toBeGreaterThan(3)
    expect(new Set(addresses).size).toBe(addresses.length)
    const notSent = await api.db
      .selectFrom('outgoing_message')
      .select(['state', 'last_error'])
      .where('state', 'not in', ['sent', 'dropped'])
      .execute()
    expect(notSent).toEqual([{ state: 'failed', last_error: 'interrupted while it was being sent' }])
    expect(api.logged).toContainEqual(
      expect.objectContaining({ message: 'what became of an outgoing message could not be noted' }),
    )
  })
})
