import { useEffect, useRef, useState } from 'react'
import type { Comment } from '#api/comments/contract.ts'
import { sendComment } from './comment-calls.ts'
import type { UnsentComment } from './comment-queries.ts'
import { keepUnsent, readUnsent } from './kept-texts.ts'

/** Something on its way, or that did not get there. */
export interface Unsent extends UnsentComment {
  /** Undefined while it is on its way. */
  failure?: { error: unknown }
}

/**
 * What the person has sent and the thread does not hold yet. It is shown at once; what does not get there is kept in
 * this browser until it is sent anew or discarded.
 * @param onSent called with what the API has taken.
 */
export function useUnsent(viewerId: string, path: string, onSent: (comment: Comment) => void) {
  const [unsent, setUnsent] = useState<Unsent[]>(() =>
    readUnsent(viewerId, path).map((comment) => ({ ...comment, failure: { error: undefined } })),
  )
  const isHere = useRef(true)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])

  function forget(id: string) {
    keepUnsent(
      viewerId,
      path,
      readUnsent(viewerId, path).filter((one) => one.id !== id),
    )
  }

  async function send({ id, kind, parentId, body, acceptedFindings }: UnsentComment) {
    const comment = { id, kind, parentId, body, acceptedFindings }
    const others = (all: readonly Unsent[]) => all.filter((one) => one.id !== id)
    keepUnsent(viewerId, path, [...readUnsent(viewerId, path).filter((one) => one.id !== id), comment])
    setUnsent((all) => [...others(all), comment])
    try {
      const sent = await sendComment(path, comment)
      forget(id)
      if (!isHere.current) return
      onSent(sent)
      setUnsent(others)
    } catch (error) {
      setUnsent((all) => all.map((one) => (one.id === id ? { ...comment, failure: { error } } : one)))
    }
  }

  function discard({ id }: Unsent) {
    forget(id)
    setUnsent((all) => all.filter((one) => one.id !== id))
  }

  return {
    unsent,
    /** Sends a text, shown at once. */
    send: (text: Omit<UnsentComment, 'id'>) => void send({ id: crypto.randomUUID(), ...text }),
    retry: (comment: Unsent) => void send(comment),
    discard,
  }
}
