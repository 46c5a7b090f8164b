import '../../styles/forms.css'
import { useId, useMemo, useRef, useState } from 'react'
import { Button, Switch } from '@digdir/designsystemet-react'
import { ChevronDownIcon, ChevronUpIcon } from '@navikt/aksel-icons'
import { m } from '../../messages/messages.js'
import { RichTextViewer } from '../rich-text/viewer.tsx'
import { TextChanges } from './changed-text.tsx'
import { type Comparison, compareVersions, type VersionText } from './compare-versions.ts'
import { describeChanges } from './describe-changes.ts'
import { withImageWords } from './image-words.ts'
import { onlyChanges } from './only-changes.ts'
import { useChangeSteps } from './use-change-steps.ts'
import change from './changed-text.module.css'
import styles from './version-comparison.module.css'

interface VersionComparisonProps {
  before: VersionText
  after: VersionText
  /** The level of the heading «Fra versjon 1 til versjon 2». */
  headingLevel?: 1 | 2 | 3
}

/** Two versions as one text, where what was added is underlined and what was removed is struck through. */
export function VersionComparison({ before, after, headingLevel = 2 }: VersionComparisonProps) {
  const headingId = useId()
  const area = useRef<HTMLDivElement>(null)
  const [isOnlyChanges, setIsOnlyChanges] = useState(false)
  const comparison = useMemo(() => compareVersions(before, after), [before, after])
  const steps = useChangeSteps(area)
  const Heading = `h${headingLevel}` as const
  const { isChanged } = comparison.summary
  return (
    <section className={styles.comparison} aria-labelledby={headingId}>
      <Heading id={headingId}>{m.versions_between({ before: before.version, after: after.version })}</Heading>
      <p className={styles.summary}>
        {comparison.isOnlyAppearance ? m.versions_onlyAppearance() : describeChanges(comparison.summary)}
      </p>
      {isChanged && (
        <>
          <p className={styles.key}>
            <span>{m.versions_keyLabel()}</span>{' '}
            <ins className={change.inserted}>{m.versions_keyInserted()}</ins>{' '}
            <del className={change.deleted}>{m.versions_keyDeleted()}</del>
          </p>
          {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset is for what is sent; these only move about */}
          <div className={styles.tools} role="group" aria-label={m.versions_tools()}>
            <Switch
              label={m.versions_onlyChanges()}
              checked={isOnlyChanges}
              onChange={(event) => {
                steps.reset()
                setIsOnlyChanges(event.currentTarget.checked)
              }}
            />
            <div className={styles.steps}>
              <Button variant="secondary" onClick={() => steps.step(-1)}>
                <ChevronUpIcon aria-hidden />
                {m.versions_previousChange()}
              </Button>
              <Button variant="secondary" onClick={() => steps.step(1)}>
                <ChevronDownIcon aria-hidden />
                {m.versions_nextChange()}
              </Button>
              <output className={styles.position}>
                {steps.position}
                {steps.words && <span className="ds-sr-only">: {steps.words}</span>}
              </output>
            </div>
          </div>
        </>
      )}
      <div ref={area} className={styles.text}>
        <ComparedText comparison={comparison} isOnlyChanges={isOnlyChanges && isChanged} />
      </div>
    </section>
  )
}

interface ComparedTextProps {
  comparison: Comparison
  isOnlyChanges: boolean
}

function ComparedText({ comparison: { title, lead, body }, isOnlyChanges }: ComparedTextProps) {
  const isShown = (changes: Comparison['title']) =>
    changes.length > 0 && (!isOnlyChanges || changes.some(({ kind }) => kind !== undefined))
  const parts = isOnlyChanges ? onlyChanges(body) : [{ document: body }]
  return (
    <>
      {isShown(title) && (
        <p className={styles.title} data-part="title">
          <TextChanges changes={title} />
        </p>
      )}
      {isShown(lead) && (
        <p className={styles.lead} data-part="lead">
          <TextChanges changes={lead} />
        </p>
      )}
      <div data-part="body">
        {parts.map((part, index) =>
          'document' in part ? (
            <RichTextViewer key={index} document={withImageWords(part.document)} />
          ) : (
            <p key={index} className={styles.skipped}>
              {m.versions_skipped({ count: part.skipped })}
            </p>
          ),
        )}
      </div>
    </>
  )
}
