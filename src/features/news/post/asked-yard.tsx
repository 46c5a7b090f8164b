import { CheckmarkCircleFillIcon } from '@navikt/aksel-icons'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { NewsPost } from '#api/news-posts/contract.ts'
import { taskQueries } from '../../../components/tasks/task-queries.ts'
import { formatDateTime } from '../../../lib/dates.ts'
import { m } from '../../../messages/messages.js'
import { Notice } from '../../../ui/notice.tsx'
import { Yard } from '../../../ui/yard.tsx'
import { actionErrorText } from '../action-error.ts'
import { useConfirmFor, useConfirmNewsPost, useSetActionDone } from '../mutations.ts'
import { ActionPanel } from './action-panel.tsx'
import { ConfirmFor } from './confirm-for.tsx'
import { ConfirmPanel } from './confirm-panel.tsx'
import { SharedDeviceExit } from './shared-device-exit.tsx'
import styles from './asked-yard.module.css'

/** What is asked of the reader, below the text; when it is done, a quiet line of each thing. */
export function AskedYard({ post }: { post: NewsPost }) {
  const confirm = useConfirmNewsPost()
  const setDone = useSetActionDone()
  const confirmFor = useConfirmFor()
  const { canConfirm, canCompleteAction } = post.permissions
  const { actionDoneDateTime } = post.viewer
  const what = post.actionRequired?.what ?? ''
  const mustDo = canCompleteAction && actionDoneDateTime === null
  const isJustConfirmed = confirm.isSuccess && !canConfirm
  const others = post.viewer.mustConfirmFor ?? []
  const othersTitle = m.newsPost_confirmForTitle({ names: others.map((one) => one.displayName).join(', ') })
  const othersPart = others.length > 0 && (
    <div className={styles.second}>
      <h3>{othersTitle}</h3>
      <ConfirmFor post={post} confirmFor={confirmFor} />
    </div>
  )

  return (
    <>
      {canConfirm && (
        <div className={styles.noPrint}>
          <Yard title={m.news_confirmTitle()}>
            <ConfirmPanel post={post} confirm={confirm} />
            {mustDo && (
              <div className={styles.second}>
                <h3>{m.newsPost_doTitle({ what })}</h3>
                <ActionPanel post={post} setDone={setDone} isSecond />
              </div>
            )}
            {othersPart}
          </Yard>
        </div>
      )}
      {!canConfirm && <ConfirmReceipt post={post} isJustConfirmed={isJustConfirmed} />}
      {!canConfirm && mustDo && (
        <div className={styles.noPrint}>
          <Yard title={m.newsPost_doTitle({ what })}>
            <ActionPanel post={post} setDone={setDone} isSecond={false} />
            {othersPart}
          </Yard>
        </div>
      )}
      {!canConfirm && !mustDo && others.length > 0 && (
        <div className={styles.noPrint}>
          <Yard title={othersTitle}>
            <ConfirmFor post={post} confirmFor={confirmFor} />
          </Yard>
        </div>
      )}
      <output>{confirmFor.isSuccess && others.length === 0 && m.newsPost_confirmedFor()}</output>
      {canCompleteAction && actionDoneDateTime !== null && (
        <ActionReceipt post={post} doneDateTime={actionDoneDateTime} setDone={setDone} />
      )}
      {isJustConfirmed && <SharedDeviceExit />}
    </>
  )
}

interface ConfirmReceiptProps {
  post: NewsPost
  isJustConfirmed: boolean
}

function ConfirmReceipt({ post, isJustConfirmed }: ConfirmReceiptProps) {
  const { confirmedDateTime, confirmedVersion } = post.viewer
  // The button that had the focus is gone, so the receipt takes it.
  const receipt = useRef<HTMLParagraphElement>(null)
  const { data: waiting, isFetching } = useInfiniteQuery({
    ...taskQueries.waiting(),
    enabled: isJustConfirmed,
  })
  useEffect(() => {
    if (isJustConfirmed) receipt.current?.focus()
  }, [isJustConfirmed])
  if (confirmedDateTime === null || confirmedVersion === null) return null
  return (
    <div className={styles.receipt}>
      <p ref={receipt} tabIndex={-1}>
        <CheckmarkCircleFillIcon aria-hidden fontSize="1.5rem" />
        {m.news_confirmed({ version: confirmedVersion, when: formatDateTime(confirmedDateTime) })}
      </p>
      {isJustConfirmed && <output>{waiting !== undefined && !isFetching && leftText(waiting.count)}</output>}
    </div>
  )
}

interface ActionReceiptProps {
  post: NewsPost
  doneDateTime: string
  setDone: ReturnType<typeof useSetActionDone>
}

function ActionReceipt({ post, doneDateTime, setDone }: ActionReceiptProps) {
  const { mutate, isPending, isSuccess, error } = setDone
  const receipt = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (isSuccess) receipt.current?.focus()
  }, [isSuccess])
  return (
    <div className={styles.receipt}>
      <p ref={receipt} tabIndex={-1}>
        <CheckmarkCircleFillIcon aria-hidden fontSize="1.5rem" />
        {m.newsPost_done({ what: post.actionRequired?.what ?? '', when: formatDateTime(doneDateTime) })}
      </p>
      <button
        type="button"
        className="ds-button"
        data-variant="tertiary"
        aria-busy={isPending}
        onClick={isPending ? undefined : () => mutate({ id: post.id, isDone: false })}
      >
        {m.newsPost_undo()}
      </button>
      {error !== null && (
        <Notice tone="danger" role="alert">
          {actionErrorText(error)}
        </Notice>
      )}
    </div>
  )
}

const leftText = (count: number) => (count === 0 ? m.news_nothingLeft() : m.news_left({ count }))
