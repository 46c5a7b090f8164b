import { PrinterSmallIcon } from '@navikt/aksel-icons'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams, type LoaderFunctionArgs } from 'react-router'
import { AttachmentList } from '../../../components/attachments/attachment-list.tsx'
import { viewerQuery } from '../../../components/viewer/viewer-queries.ts'
import type { PageHandle } from '../../../lib/page-handle.ts'
import { paths } from '../../../lib/paths.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { m } from '../../../messages/messages.js'
import { Notice } from '../../../ui/notice.tsx'
import { PageTitle } from '../../../ui/page-title.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { deviationQueries, useLiveDeviations } from '../deviation-queries.ts'
import { stateLabels } from '../deviation-words.ts'
import { InjuryNotice } from '../injury-notice.tsx'
import { Severity } from '../severity.tsx'
import { ActionsPanel } from './actions-panel.tsx'
import { CaseChoices } from './case-choices.tsx'
import { CauseForm } from './cause-form.tsx'
import { ClassifyForm } from './classify-form.tsx'
import { Dialogue } from './dialogue.tsx'
import { Facts } from './facts.tsx'
import { NextStep } from './next-step.tsx'
import { NoticePanel } from './notice-panel.tsx'
import { Steps } from './steps.tsx'
import { SupplementForm } from './supplement-form.tsx'
import { Timeline } from './timeline.tsx'
import styles from './case.module.css'

/** From this on, the case is closed by the next leader (features.md §8.1). */
const highSeverity = 4

export const handle: PageHandle = { backTo: paths.deviations() }

export const loader = async ({ params }: LoaderFunctionArgs) => {
  const id = params.id ?? ''
  await Promise.all([
    queryClient.ensureQueryData(viewerQuery),
    queryClient.ensureQueryData(deviationQueries.detail(id)),
    queryClient.prefetchQuery(deviationQueries.settings),
  ])
  return null
}

/** One case: the next step, what happened, why, what is done about it, and what has been said and done. */
export function Component() {
  useLiveDeviations()
  const { id = '' } = useParams()
  const { data: deviation } = useSuspenseQuery(deviationQueries.detail(id))
  const { data: settings } = useQuery(deviationQueries.settings)
  const { number, title, state, severity, permissions, rejection } = deviation
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <p className={styles.above}>
          <Link to={paths.deviations()}>{m.deviationList_title()}</Link>
          <span>{number}</span>
          <StatusTag tone="neutral">{stateLabels[state]()}</StatusTag>
          <Severity severity={severity} />
          {deviation.isShielded && <StatusTag tone="warning">{m.deviation_shielded()}</StatusTag>}
        </p>
        <PageTitle name={`${number} ${title}`}>{title}</PageTitle>
        <Steps state={state} />
      </header>
      {deviation.isSeriousInjury && settings && state !== 'closed' && state !== 'archived' && (
        <InjuryNotice contact={settings.labourInspection} />
      )}
      <div className={styles.columns}>
        <div className={styles.main}>
          <NextStep deviation={deviation} settings={settings} />
          {rejection !== null && (
            <Notice tone="info" title={m.deviation_rejectedTitle()}>
              <p>{rejection.reason}</p>
              {rejection.objection !== null && <p>{m.deviation_objection({ text: rejection.objection })}</p>}
            </Notice>
          )}
          {deviation.mergedIntoId !== null && (
            <Notice
              tone="info"
              actions={<Link to={paths.deviation(deviation.mergedIntoId)}>{m.deviation_openMerged()}</Link>}
            >
              {m.deviation_mergedText()}
            </Notice>
          )}
          <Sheet aria-labelledby="case-what">
            <h2 id="case-what" className={styles.heading}>
              {m.deviation_what()}
            </h2>
            <p className={styles.text}>{deviation.description || title}</p>
            <AttachmentList files={deviation.attachments} />
            <Facts deviation={deviation} />
            {permissions.canEdit && <SupplementForm deviation={deviation} />}
            {permissions.canClassify && <ClassifyForm deviation={deviation} />}
          </Sheet>
          {deviation.authorityNotice !== null && <NoticePanel deviation={deviation} />}
          {permissions.canTreat && <CauseForm key={deviation.id} deviation={deviation} />}
          <ActionsPanel deviation={deviation} />
          <Dialogue deviation={deviation} />
        </div>
        <aside className={styles.aside}>
          <Timeline events={deviation.timeline ?? []} />
          <Sheet aria-labelledby="case-who">
            <h2 id="case-who" className={styles.heading}>
              {m.deviation_who()}
            </h2>
            <p>{deviation.isShielded ? m.deviation_whoShielded() : m.deviation_whoSees()}</p>
            {severity >= highSeverity && !deviation.isEscalated && (
              <p className={styles.quiet}>{m.deviation_closedAbove()}</p>
            )}
            {deviation.isEscalated && <p className={styles.quiet}>{m.deviation_escalated()}</p>}
          </Sheet>
          <CaseChoices deviation={deviation} />
          <Link to={paths.printDeviation(id)} className="ds-button" data-variant="tertiary">
            <PrinterSmallIcon aria-hidden />
            {m.deviation_print()}
          </Link>
        </aside>
      </div>
    </div>
  )
}
