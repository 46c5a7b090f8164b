import { CheckmarkCircleFillIcon, PhoneIcon } from '@navikt/aksel-icons'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import type { CallBackMessage } from '#api/call-back-messages/contract.ts'
import { viewerQuery } from '../../components/viewer/viewer-queries.ts'
import { formatDateTime, formatWhen } from '../../lib/dates.ts'
import { formatPhone, phoneAddress } from '../../lib/phone.ts'
import { m } from '../../messages/messages.js'
import { Deadline } from '../../ui/deadline.tsx'
import type { useAnswerMessage, useReopenMessage } from './call-back-calls.ts'
import styles from './call-backs.module.css'

/** What can be done with a message. */
export interface CallBackCalls {
  answer: ReturnType<typeof useAnswerMessage>
  reopen: ReturnType<typeof useReopenMessage>
}

interface CallBackListProps {
  messages: readonly CallBackMessage[]
  calls: CallBackCalls
  /** What fetches the next page. */
  more: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> }
  /** The first has the filled button. */
  isOnYard?: boolean
}

/** Messages with whom to ring, about what, until when, and what can be done with each. */
export function CallBackList({
  messages,
  calls: { answer, reopen },
  more,
  isOnYard = false,
}: CallBackListProps) {
  const list = useRef<HTMLUListElement>(null)

  async function showMore() {
    const before = messages.length
    await more.fetchNextPage()
    setTimeout(() => list.current?.children.item(before)?.querySelector('a')?.focus())
  }

  return (
    <>
      <ul ref={list} className={styles.list}>
        {messages.map((message, index) => (
          <li key={message.id}>
            <About message={message} />
            <div className={styles.actions}>
              <a
                href={phoneAddress(message.callerPhone)}
                className="ds-button"
                data-color="accent"
                data-variant={isOnYard && index === 0 ? 'primary' : 'secondary'}
                aria-label={m.callBack_ringWho({
                  name: message.callerName,
                  phone: formatPhone(message.callerPhone),
                })}
              >
                <PhoneIcon aria-hidden />
                {m.callBack_ring({ phone: formatPhone(message.callerPhone) })}
              </a>
              {message.permissions.canAnswer && message.state === 'open' && (
                <button
                  type="button"
                  className="ds-button"
                  data-variant="tertiary"
                  aria-label={m.callBack_markWho({ name: message.callerName })}
                  onClick={() => {
                    if (!answer.isPending) answer.mutate(message)
                  }}
                >
                  {m.callBack_mark()}
                </button>
              )}
              {message.permissions.canAnswer && message.state === 'answered' && (
                <button
                  type="button"
                  className="ds-button"
                  data-variant="tertiary"
                  aria-label={m.callBack_reopenWho({ name: message.callerName })}
                  onClick={() => {
                    if (!reopen.isPending) reopen.mutate(message)
                  }}
                >
                  {m.callBack_reopen()}
                </button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {more.hasNextPage && (
        <button
          type="button"
          className="ds-button"
          data-variant="secondary"
          aria-busy={more.isFetchingNextPage}
          onClick={() => void showMore()}
        >
          {m.callBack_more()}
        </button>
      )}
    </>
  )
}

function About({ message }: { message: CallBackMessage }) {
  const { data: viewer } = useSuspenseQuery(viewerQuery)
  const { recipient, createdBy, createdDateTime, answeredBy, answeredDateTime } = message
  const when = formatWhen(createdDateTime)
  const taken =
    createdBy === null
      ? m.callBack_takenByNobody({ when })
      : createdBy.id === viewer.id
        ? m.callBack_takenByMe({ when })
        : m.callBack_takenBy({ name: createdBy.displayName, when })
  return (
    <div className={styles.about}>
      <h3>{message.callerName}</h3>
      <p>{message.subject}</p>
      <p className={styles.meta}>
        {message.state === 'open' && <Deadline day={message.dueDate} />}
        {answeredDateTime !== null && (
          <span>
            <CheckmarkCircleFillIcon aria-hidden />
            {answeredBy === null
              ? m.callBack_answeredWhen({ when: formatDateTime(answeredDateTime) })
              : m.callBack_answeredBy({
                  name: answeredBy.displayName,
                  when: formatDateTime(answeredDateTime),
                })}
          </span>
        )}
        {recipient.id !== viewer.id && <span>{m.callBack_to({ name: recipient.displayName })}</span>}
        <span>{taken}</span>
      </p>
    </div>
  )
}
