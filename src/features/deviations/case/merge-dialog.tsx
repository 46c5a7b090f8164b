import '../../../styles/forms.css'
import { Button } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { m } from '../../../messages/messages.js'
import { Modal } from '../../../ui/modal.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Tiles } from '../../../ui/tiles.tsx'
import { deviationErrorText } from '../deviation-error.ts'
import { deviationQueries } from '../deviation-queries.ts'
import { stateLabels } from '../deviation-words.ts'
import { useCaseAction } from './case-calls.ts'
import styles from './case.module.css'

/** Takes the case together with a similar open one, which then is the one that is treated. */
export function MergeDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const [intoId, setIntoId] = useState<string | null>(null)
  const [isChecked, setChecked] = useState(false)
  const { data: similar, isPending: isLoading, error: failure } = useQuery(deviationQueries.similar(id))
  const { mutate, isPending, error } = useCaseAction(id)
  const shownError = error ?? failure

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    setChecked(true)
    if (intoId === null) return document.getElementById('case-merge-into')?.focus()
    if (!isPending) mutate({ action: 'merge', body: { intoId } }, { onSuccess: onClose })
  }

  return (
    <Modal
      isOpen
      title={m.deviation_merge()}
      onCancel={onClose}
      actions={
        <>
          {(similar ?? []).length > 0 && (
            <Button type="submit" form="case-merge" data-color="accent" loading={isPending}>
              {m.deviation_merge()}
            </Button>
          )}
          <Button variant="secondary" onClick={onClose}>
            {m.ui_cancel()}
          </Button>
        </>
      }
    >
      <p>{similar?.length === 0 ? m.deviation_mergeNone() : m.deviation_mergeText()}</p>
      <form id="case-merge" className={styles.form} noValidate aria-busy={isLoading} onSubmit={submit}>
        {similar !== undefined && similar.length > 0 && (
          <Tiles
            id="case-merge-into"
            legend={m.deviation_mergeInto()}
            options={similar.map((one) => ({
              value: one.id,
              label: one.title,
              hint: `${one.number} · ${stateLabels[one.state]()}`,
            }))}
            value={intoId}
            onChange={setIntoId}
            error={isChecked && intoId === null ? m.deviation_needCase() : undefined}
          />
        )}
        {shownError !== null && (
          <Notice tone="danger" role="alert">
            {deviationErrorText(shownError)}
          </Notice>
        )}
      </form>
    </Modal>
  )
}
