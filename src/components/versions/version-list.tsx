import { useState } from 'react'
import { Button } from '@digdir/designsystemet-react'
import { formatDateTime } from '#src/lib/dates.ts'
import { ConfirmDialog } from '#src/ui/confirm-dialog.tsx'
import { StatusTag } from '#src/ui/status-tag.tsx'
import { m } from '../../messages/messages.js'
import styles from './version-list.module.css'

/** One version in a list: who made it, when, and what it was about. */
export interface ListedVersion {
  /** Its number, from 1. */
  version: number
  /** When it was made, in UTC. */
  dateTime: string
  by: { displayName: string }
  /** The change was of the kind that readers must be told about. */
  isSignificant: boolean
  /** What the writer said about the change. */
  note?: string | null
  /** The version that readers see now. */
  isCurrent: boolean
}

interface VersionListProps {
  /** In any order; shown newest first. */
  versions: ListedVersion[]
  onShow: (version: number) => void
  onCompare: (version: number) => void
  /** Makes the text of an earlier version a new one. Without it nothing can be restored. */
  onRestore?: (version: number) => void
  /** A version is being restored. */
  isRestoring?: boolean
}

/** The versions of a text, newest first, and what can be done with each. */
export function VersionList({ versions, onShow, onCompare, onRestore, isRestoring }: VersionListProps) {
  const [asked, setAsked] = useState<number>()
  if (versions.length === 0) return <p className={styles.none}>{m.versions_none()}</p>
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-redundant-roles -- Safari forgets that a list without markers is one */}
      <ol role="list" className={styles.list} aria-label={m.versions_listLabel()}>
        {versions
          .toSorted((one, other) => other.version - one.version)
          .map((listed) => (
            <VersionRow
              key={listed.version}
              listed={listed}
              onShow={onShow}
              onCompare={onCompare}
              onRestore={onRestore && setAsked}
            />
          ))}
      </ol>
      <ConfirmDialog
        isOpen={asked !== undefined}
        title={m.versions_restoreTitle({ version: asked ?? '' })}
        confirmLabel={m.versions_restoreConfirm({ version: asked ?? '' })}
        isBusy={isRestoring}
        onConfirm={() => {
          if (asked !== undefined) onRestore?.(asked)
          setAsked(undefined)
        }}
        onCancel={() => setAsked(undefined)}
      >
        <p>{m.versions_restoreText({ version: asked ?? '' })}</p>
      </ConfirmDialog>
    </>
  )
}

interface VersionRowProps extends Pick<VersionListProps, 'onShow' | 'onCompare' | 'onRestore'> {
  listed: ListedVersion
}

function VersionRow({ listed, onShow, onCompare, onRestore }: VersionRowProps) {
  const { version, isCurrent } = listed
  // Read aloud the buttons would otherwise be the same in every row.
  const of = (label: string) => `${label}: ${m.versions_version({ version })}`
  return (
    <li className={styles.version} data-current={isCurrent || undefined}>
      <div className={styles.heading}>
        <strong>{m.versions_version({ version })}</strong>
        {isCurrent && <StatusTag tone="success">{m.versions_current()}</StatusTag>}
        {/* The first version changes nothing. */}
        {listed.isSignificant && listed.version > 1 && (
          <StatusTag tone="neutral">{m.versions_significant()}</StatusTag>
        )}
      </div>
      <p className={styles.made}>
        {m.versions_madeBy({ name: listed.by.displayName, time: formatDateTime(listed.dateTime) })}
      </p>
      {listed.note && <p className={styles.note}>{listed.note}</p>}
      <div className={styles.actions}>
        <Button variant="tertiary" aria-label={of(m.versions_show())} onClick={() => onShow(version)}>
          {m.versions_show()}
        </Button>
        {!isCurrent && (
          <>
            <Button
              variant="tertiary"
              aria-label={of(m.versions_compare())}
              onClick={() => onCompare(version)}
            >
              {m.versions_compare()}
            </Button>
            {onRestore && (
              <Button
                variant="tertiary"
                aria-label={of(m.versions_restore())}
                onClick={() => onRestore(version)}
              >
                {m.versions_restore()}
              </Button>
            )}
          </>
        )}
      </div>
    </li>
  )
}
