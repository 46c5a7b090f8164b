import { Button } from '@digdir/designsystemet-react'
import { useState, type SubmitEvent } from 'react'
import { maxDeviationNoteLength, maxDeviationTextLength, type Deviation } from '#api/deviations/contract.ts'
import type { FileReference } from '#api/files/contract.ts'
import { AttachmentField } from '../../../components/attachments/attachment-field.tsx'
import { m } from '../../../messages/messages.js'
import { GuardedText } from '../guarded-text.tsx'
import { useGuard } from '../use-guard.ts'
import { ConflictDialog, type NamedText } from './conflict-dialog.tsx'
import { useCaseForm } from './use-case-form.ts'
import { FormDialog } from './form-dialog.tsx'

interface SupplementValues {
  description: string
  immediateAction: string
  files: FileReference[]
}

const read = ({ description = '', immediateAction, attachments }: Deviation): SupplementValues => ({
  description,
  immediateAction: immediateAction ?? '',
  files: attachments,
})

const write = ({ description, immediateAction, files }: SupplementValues) => ({
  description: description.trim(),
  immediateAction: immediateAction.trim() || null,
  attachmentIds: files.map(({ id }) => id),
})

const textsOf = ({ description, immediateAction }: SupplementValues): NamedText[] => [
  { name: m.deviation_what(), text: description },
  { name: m.deviation_factImmediate(), text: immediateAction },
]

/** The reporter adds to what was reported, for as long as the case is open. */
export function SupplementForm({ deviation }: { deviation: Deviation }) {
  const [isOpen, setOpen] = useState(false)
  const form = useCaseForm(deviation, read, write)
  const { values, change, newer } = form
  const guard = useGuard('case-supplement', {
    description: values.description,
    immediateAction: values.immediateAction,
  })

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    if (form.isPending) return
    if (values.description.trim() === '') return document.getElementById(guard.idOf('description'))?.focus()
    const acceptedFindings = await guard.check()
    if (acceptedFindings !== undefined && (await form.save({ acceptedFindings }))) setOpen(false)
  }

  return (
    <>
      <Button
        type="button"
        variant="tertiary"
        onClick={() => {
          form.start(deviation)
          setOpen(true)
        }}
      >
        {m.deviation_supplement()}
      </Button>
      <FormDialog
        id="case-supplement"
        isOpen={isOpen && newer === undefined}
        title={m.deviation_supplement()}
        verb={m.deviation_save()}
        isPending={form.isPending}
        error={form.error}
        onSubmit={submit}
        onClose={() => setOpen(false)}
      >
        <GuardedText
          guard={guard}
          target="description"
          label={m.deviation_what()}
          description={m.deviationReport_whatHelp()}
          rows={5}
          value={values.description}
          maxLength={maxDeviationTextLength}
          error={values.description.trim() === '' ? m.deviationReport_needWhat() : undefined}
          onChange={(description) => change({ description })}
        />
        <GuardedText
          guard={guard}
          target="immediateAction"
          label={m.deviation_immediate()}
          value={values.immediateAction}
          maxLength={maxDeviationNoteLength}
          onChange={(immediateAction) => change({ immediateAction })}
        />
        <AttachmentField
          id="case-files"
          files={values.files}
          onAdd={(file) => change({ files: [...values.files, file] })}
          onRemove={(file) => change({ files: values.files.filter(({ id }) => id !== file.id) })}
        />
      </FormDialog>
      {newer && (
        <ConflictDialog
          newer={newer}
          mine={textsOf(values)}
          theirs={textsOf(read(newer))}
          onChoose={(choice) => void form.choose(choice).then(() => setOpen(choice === 'newer'))}
        />
      )}
    </>
  )
}
