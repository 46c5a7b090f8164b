import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { PhoneIcon } from '@navikt/aksel-icons'
import { Link, useLocation, useSearchParams, type LoaderFunctionArgs } from 'react-router'
import type { Me } from '#api/users/contract.ts'
import { actionErrorText } from '../../components/action-error.ts'
import { viewerQuery } from '../../components/viewer/viewer-queries.ts'
import type { PageHandle } from '../../lib/page-handle.ts'
import { paths } from '../../lib/paths.ts'
import { queryClient } from '../../lib/query-client.ts'
import { m } from '../../messages/messages.js'
import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { TabRow } from '../../ui/tab-row.tsx'
import { Yard } from '../../ui/yard.tsx'
import {
  callBackQueries,
  useAnswerMessage,
  useLiveCallBacks,
  useReopenMessage,
  type CallBackScope,
} from './call-back-calls.ts'
import { CallBackList, type CallBackCalls } from './call-back-list.tsx'
import type { SentState } from './sent-state.ts'
import styles from './call-backs.module.css'

export const handle: PageHandle = { backTo: paths.home() }

type Show = 'mine' | 'taken' | 'all'

const showFrom = (query: URLSearchParams): Show => {
  const show = query.get('show')
  return show === 'taken' || show === 'all' ? show : 'mine'
}

const scopeOf = (show: Show, viewer: Me): CallBackScope => {
  if (show === 'mine') return { to: [viewer.id, ...viewer.actsFor.map(({ id }) => id)] }
  return show === 'taken' ? { takenBy: viewer.id } : 'all'
}

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const viewer = await queryClient.ensureQueryData(viewerQuery)
  const scope = scopeOf(showFrom(new URL(request.url).searchParams), viewer)
  await Promise.all([
    queryClient.ensureInfiniteQueryData(callBackQueries.list(scope, 'open')),
    queryClient.ensureInfiniteQueryData(callBackQueries.list(scope, 'answered')),
  ])
  return null
}

/** Who is to be rung back: by me, after messages I took, and all that the service desk or a leader follows. */
export function Component() {
  useLiveCallBacks()
  const { data: viewer } = useSuspenseQuery(viewerQuery)
  const show = showFrom(useSearchParams()[0])
  const scope = scopeOf(show, viewer)
  const calls: CallBackCalls = { answer: useAnswerMessage(), reopen: useReopenMessage() }
  const error = calls.answer.error ?? calls.reopen.error
  // The form that led here says whom the message went to.
  const sent = (useLocation().state as SentState | null)?.sentTo
  return (
    <div className={styles.page}>
      <PageHeader
        name={m.callBack_title()}
        lead={m.callBack_lead()}
        actions={
          <Link
            to={paths.newCallBack()}
            className="ds-button"
            data-color="accent"
            data-variant={show === 'mine' ? 'secondary' : 'primary'}
          >
            <PhoneIcon aria-hidden />
            {m.callBack_take()}
          </Link>
        }
      />
      <output>
        {sent !== undefined && <Notice tone="success">{m.callBack_sent({ name: sent })}</Notice>}
      </output>
      <Tabs show={show} hasAll={viewer.permissions.canFollowCallBackMessages} />
      {error !== null && (
        <Notice tone="danger" role="alert">
          {actionErrorText(error, {
            alreadyAnswered: m.callBack_alreadyAnswered,
            notAnswered: m.callBack_notAnswered,
            404: m.callBack_gone,
          })}
        </Notice>
      )}
      <OpenMessages show={show} scope={scope} calls={calls} />
      <AnsweredMessages show={show} scope={scope} calls={calls} />
    </div>
  )
}

function Tabs({ show, hasAll }: { show: Show; hasAll: boolean }) {
  const tabs: { to: Show; label: string }[] = [
    { to: 'mine', label: m.callBack_tabMine() },
    { to: 'taken', label: m.callBack_tabTaken() },
    ...(hasAll ? [{ to: 'all' as const, label: m.callBack_tabAll() }] : []),
  ]
  return (
    <TabRow label={m.callBack_tabs()}>
      {tabs.map(({ to, label }) => (
        <Link
          key={to}
          to={paths.callBacks(to === 'mine' ? {} : { show: to })}
          preventScrollReset
          aria-current={to === show ? 'page' : undefined}
        >
          {label}
        </Link>
      ))}
    </TabRow>
  )
}

interface PartProps {
  show: Show
  calls: CallBackCalls
  scope: CallBackScope
}

/** Those I am to ring lie on the yard; those others are to ring do not. */
function OpenMessages({ show, scope, calls }: PartProps) {
  const query = useSuspenseInfiniteQuery(callBackQueries.list(scope, 'open'))
  const messages = query.data.pages.flatMap(({ value }) => value)
  const count = query.data.pages[0]?.['@odata.count'] ?? messages.length
  if (show === 'mine' && messages.length === 0) {
    return (
      <Yard title={m.callBack_noneMine()} isCalm>
        <p className={styles.quiet}>{m.callBack_noneMineText()}</p>
      </Yard>
    )
  }
  const list = <CallBackList messages={messages} calls={calls} more={query} isOnYard={show === 'mine'} />
  if (show === 'mine') return <Yard title={m.callBack_openMine({ count })}>{list}</Yard>
  return (
    <Sheet aria-labelledby="call-backs-open">
      <h2 id="call-backs-open">{m.callBack_open({ count })}</h2>
      {messages.length === 0 ? <p className={styles.quiet}>{m.callBack_noneOpen()}</p> : list}
    </Sheet>
  )
}

function AnsweredMessages({ scope, calls }: PartProps) {
  const query = useSuspenseInfiniteQuery(callBackQueries.list(scope, 'answered'))
  const messages = query.data.pages.flatMap(({ value }) => value)
  if (messages.length === 0) return null
  return (
    <Sheet aria-labelledby="call-backs-answered">
      <h2 id="call-backs-answered">{m.callBack_answered()}</h2>
      <CallBackList messages={messages} calls={calls} more={query} />
    </Sheet>
  )
}
