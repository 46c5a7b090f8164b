// @vitest-environment node
import { expect, onTestFinished, test, vi } from 'vitest'
import { describeApi } from '#tests/call-api.ts'
import { aDraft, readPost } from '#tests/news-posts.ts'
import { timedDeps } from '#tests/timed-work.ts'
import { startTimer } from './timer.ts'

describeApi('The timer of the demo', (api) => {
  test('N2 a scheduled post goes out by itself, is saved once, and nothing is said to have been sent', async () => {
    const editor = api.as('liv.dahl')
    const { id } = await aDraft(editor, { publishDateTime: '2025-03-12T10:00:00Z', sendByEmail: true })
    await editor.post(`/v1.0/newsPosts/${id}/publish`)
    api.clock.set('2025-03-12T10:00:00Z')
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const saved = Promise.withResolvers<void>()
    const save = vi.fn<() => Promise<void>>(async () => saved.resolve())
    const stop = startTimer(timedDeps(api), save)
    onTestFinished(stop)
    vi.advanceTimersByTime(19_999)
    expect(save).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    await saved.promise
    stop()
    expect(save).toHaveBeenCalledTimes(1)
    expect((await readPost(api.as('kari.nilsen'), id)).state).toBe('published')
    const batches = await api.db
      .selectFrom('outgoing_batch')
      .select('addressed_at')
      .where('news_post_id', '=', id)
      .execute()
    expect(batches).toEqual([{ addressed_at: null }])
  })
})
