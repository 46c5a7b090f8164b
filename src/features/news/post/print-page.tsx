import { PrinterLargeIcon } from '@navikt/aksel-icons'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams, type LoaderFunctionArgs } from 'react-router'
import { organizationQuery } from '../../../components/viewer/viewer-queries.ts'
import type { PageHandle } from '../../../lib/page-handle.ts'
import { paths } from '../../../lib/paths.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { m } from '../../../messages/messages.js'
import { Choice } from '../../../ui/choice.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { newsQueries } from '../queries.ts'
import { PrintSheet } from './print-sheet.tsx'
import styles from './print-page.module.css'

export const handle: PageHandle = { ground: 'ground', isBare: true }

export const loader = async ({ params }: LoaderFunctionArgs) => {
  await Promise.all([
    queryClient.ensureQueryData(newsQueries.detail(params.id ?? '')),
    queryClient.ensureQueryData(organizationQuery),
  ])
  return null
}

/** A post for those without a screen (features.md N26): a poster for the wall, or the whole text, with a code to the post. */
export function Component() {
  const { id = '' } = useParams()
  const { data: post } = useSuspenseQuery(newsQueries.detail(id))
  const { data: organization } = useQuery(organizationQuery)
  const [form, setForm] = useState<'poster' | 'whole'>('poster')
  const isOut = post.state === 'published'

  return (
    <div className={styles.page}>
      <title>{`${m.newsPost_printTitle({ title: post.title })} – Tunet`}</title>
      <div className={styles.tools}>
        <Link to={paths.newsPost(id)} className="lone-link">
          {m.newsPost_printBack()}
        </Link>
        <Choice
          legend={m.newsPost_printForm()}
          options={[
            { value: 'poster', label: m.newsPost_printPoster() },
            { value: 'whole', label: m.newsPost_printWhole() },
          ]}
          value={form}
          onChange={setForm}
        />
        <button type="button" className="ds-button" data-color="accent" onClick={() => window.print()}>
          <PrinterLargeIcon aria-hidden />
          {m.newsPost_printNow()}
        </button>
        {!isOut && <Notice tone="warning">{m.newsPost_printNotOut()}</Notice>}
      </div>
      <PrintSheet post={post} municipality={organization?.displayName ?? ''} form={form} />
    </div>
  )
}
