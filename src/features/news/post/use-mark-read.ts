import { useEffect } from 'react'
import { useSearchParams } from 'react-router'
import { readingChannels, type NewsPost } from '#api/news-posts/contract.ts'
import { isPhone } from '../../../lib/media.ts'
import { useMarkNewsPostRead } from '../mutations.ts'

/** Notes that the post has been opened, once, and how the reader came: `?via=email` in the address, else the portal. */
export function useMarkRead({ id, state, viewer }: NewsPost): void {
  const via = useSearchParams()[0].get('via')
  const { mutate } = useMarkNewsPostRead()
  const isNew = state === 'published' && !viewer.isRead
  const channel = readingChannels.find((known) => known === via) ?? 'portal'
  useEffect(() => {
    if (isNew) mutate({ id, way: { channel, device: isPhone() ? 'phone' : 'computer' } })
  }, [id, isNew, channel, mutate])
}
