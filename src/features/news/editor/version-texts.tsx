import { Field, Label, Select } from '@digdir/designsystemet-react'
import { useQueries, useQuery } from '@tanstack/react-query'
import type { NewsPostVersion } from '#api/news-posts/contract.ts'
import { RichTextViewer } from '../../../components/rich-text/viewer.tsx'
import type { VersionText } from '../../../components/versions/compare-versions.ts'
import { VersionComparison } from '../../../components/versions/version-comparison.tsx'
import { formatDateTime } from '../../../lib/dates.ts'
import { m } from '../../../messages/messages.js'
import { Loading } from '../../../ui/loading.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { actionErrorText } from '../action-error.ts'
import { newsQueries } from '../queries.ts'
import { emptyForm } from './post-form.ts'
import styles from './versions-page.module.css'

interface ShownVersionProps {
  postId: string
  version: number
}

/** One text the post has had. */
export function ShownVersion({ postId, version }: ShownVersionProps) {
  const { data, error } = useQuery(newsQueries.version(postId, version))
  if (error !== null) return <Notice tone="danger">{actionErrorText(error)}</Notice>
  if (data === undefined) return <LoadingText />
  return (
    <Sheet aria-labelledby="shown-version">
      <h2 id="shown-version">{m.news_version({ version })}</h2>
      <p className={styles.title}>{data.title}</p>
      {data.lead !== '' && <p className={styles.lead}>{data.lead}</p>}
      <RichTextViewer document={data.body ?? emptyForm.body} />
    </Sheet>
  )
}

interface ComparedVersionsProps {
  postId: string
  versions: readonly NewsPostVersion[]
  from: number
  to: number
  onChange: (pair: { from: number; to: number }) => void
}

/** Any two texts of the post, the older first. */
export function ComparedVersions({ postId, versions, from, to, onChange }: ComparedVersionsProps) {
  const [before, after] = [Math.min(from, to), Math.max(from, to)]
  const texts = useQueries({
    queries: [newsQueries.version(postId, before), newsQueries.version(postId, after)],
  })
  const error = texts.find((text) => text.error !== null)?.error
  const [old, fresh] = texts.map(({ data }) => data)
  return (
    <Sheet aria-label={m.newsEditor_compare()} className={styles.compared}>
      <div className={styles.pair}>
        <VersionSelect
          label={m.newsEditor_compareFrom()}
          versions={versions}
          value={from}
          onChange={(version) => onChange({ from: version, to })}
        />
        <VersionSelect
          label={m.newsEditor_compareTo()}
          versions={versions}
          value={to}
          onChange={(version) => onChange({ from, to: version })}
        />
      </div>
      {error && <Notice tone="danger">{actionErrorText(error)}</Notice>}
      {!error && (old === undefined || fresh === undefined) && <LoadingText />}
      {old !== undefined && fresh !== undefined && (
        <VersionComparison before={asText(old)} after={asText(fresh)} />
      )}
    </Sheet>
  )
}

interface VersionSelectProps {
  label: string
  versions: readonly NewsPostVersion[]
  value: number
  onChange: (version: number) => void
}

function VersionSelect({ label, versions, value, onChange }: VersionSelectProps) {
  return (
    <Field>
      <Label>{label}</Label>
      <Select value={value} onChange={({ target }) => onChange(Number(target.value))}>
        {versions.map(({ version, createdDateTime }) => (
          <Select.Option key={version} value={version}>
            {m.newsEditor_versionFrom({ version, when: formatDateTime(createdDateTime) })}
          </Select.Option>
        ))}
      </Select>
    </Field>
  )
}

const asText = ({ version, title, lead, body = emptyForm.body }: NewsPostVersion): VersionText => ({
  version,
  title,
  lead,
  body,
})

function LoadingText() {
  return (
    <Loading label={m.newsEditor_versionLoading()}>
      <div className={`ds-skeleton ${styles.shape}`} data-variant="rectangle" />
    </Loading>
  )
}
