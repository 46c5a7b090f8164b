import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { maxFileSize, type FileReference } from '#api/files/contract.ts'
import { startBackend } from '#tests/render-app.tsx'
import { renderPart } from '#tests/render-part.tsx'
import { AttachmentField } from './attachment-field.tsx'
import { uploadFile } from './upload-file.ts'

function Field({ maxFiles }: { maxFiles?: number }) {
  const [files, setFiles] = useState<FileReference[]>([])
  return (
    <AttachmentField
      id="files"
      files={files}
      maxFiles={maxFiles}
      onAdd={(file) => setFiles((all) => [...all, file])}
      onRemove={(file) => setFiles((all) => all.filter(({ id }) => id !== file.id))}
      onReorder={setFiles}
    />
  )
}

const textFile = (name: string, size = 12) =>
  new File(['a'.repeat(size)], name, { type: 'text/plain', lastModified: 1 })
const input = () => screen.getByLabelText('Legg ved filer', { selector: 'input' })
const names = () =>
  within(screen.getByRole('list', { name: 'Vedlegg' }))
    .queryAllByRole('listitem')
    .map((row) => /[\wæøå-]+\.\w+/.exec(row.textContent)?.[0])

test('files are attached, moved with the focus kept, and taken away', async () => {
  const { user } = await renderPart(<Field />)
  await user.upload(input(), textFile('a.txt'))
  await user.upload(input(), textFile('b.txt'))
  await user.upload(input(), textFile('c.txt'))
  await waitFor(() => expect(new Set(names())).toEqual(new Set(['a.txt', 'b.txt', 'c.txt'])))
  await screen.findByRole('button', { name: 'Fjern c.txt' })
  const last = names().at(-1)
  const up = screen.getByRole('button', { name: `Flytt ${last} opp` })
  await user.click(up)
  expect(names()[1]).toBe(last)
  expect(screen.getByText(`${last} er nå nummer 2 av 3`)).toBeTruthy()
  expect(document.activeElement).toBe(up)
  await user.keyboard('{Enter}')
  expect(names()[0]).toBe(last)
  expect(up.getAttribute('aria-disabled')).toBe('true')
  await user.keyboard('{Enter}')
  expect(names()[0]).toBe(last)

  await user.click(screen.getByRole('button', { name: `Fjern ${last}` }))
  expect(names()).toHaveLength(2)
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Legg ved filer' }))
})

test('a file can be dropped on the field', async () => {
  await renderPart(<Field />)
  const dataTransfer = { files: [textFile('sluppet.txt')], types: ['Files'] }
  fireEvent.drop(screen.getByRole('list', { name: 'Vedlegg' }), { dataTransfer })
  expect(await screen.findByText('sluppet.txt er lastet opp')).toBeTruthy()
})

test('a break is waited out, and the upload goes on by itself', async () => {
  const { user, faults } = await renderPart(<Field />)
  faults.next({ kind: 'offline', path: 'uploadSessions', times: 2 })
  await user.upload(input(), textFile('toget.txt'))
  expect(await screen.findByText('Venter på nett. Fortsetter av seg selv.')).toBeTruthy()
  expect(await screen.findByText('toget.txt er lastet opp')).toBeTruthy()
})

test('what failed is told, and trying again fills the session that was begun', async () => {
  const { user, faults } = await renderPart(<Field />)
  faults.next({ kind: 'fail', path: 'uploadSessions', method: 'PUT' })
  await user.upload(input(), textFile('igjen.txt'))
  expect((await screen.findByText(/Filen ble ikke lagret/)).getAttribute('role')).toBe('alert')
  faults.next({ kind: 'fail', path: 'createUploadSession', times: Number.POSITIVE_INFINITY })
  await user.click(screen.getByRole('button', { name: 'Prøv igjen.txt på nytt' }))
  expect(await screen.findByText('igjen.txt er lastet opp')).toBeTruthy()
})

test('an upload that is cancelled gives back its room', async () => {
  const { user, faults, db } = await renderPart(<Field />)
  faults.next({ kind: 'slow', path: 'uploadSessions', method: 'PUT', delay: 60_000 })
  await user.upload(input(), textFile('angret.txt'))
  await waitFor(async () =>
    expect(await db.selectFrom('upload_session').select('id').execute()).toHaveLength(1),
  )
  await user.click(screen.getByRole('button', { name: 'Avbryt angret.txt' }))
  expect(names()).toEqual([])
  await waitFor(async () => expect(await db.selectFrom('upload_session').select('id').execute()).toEqual([]))
})

test('more files than there may be are not sent', async () => {
  const { user } = await renderPart(<Field maxFiles={2} />)
  await user.upload(input(), [textFile('en.txt'), textFile('to.txt'), textFile('tre.txt')])
  expect(await screen.findByText('Det kan være høyst 2 vedlegg.')).toBeTruthy()
  await waitFor(() => expect(screen.getAllByRole('button', { name: /^Fjern/ })).toHaveLength(2))
})

test('the same file, chosen anew after a reload, goes on where it was', async () => {
  await renderPart(<p>Siden</p>)
  const { db } = await startBackend()
  const stop = new AbortController()
  const first = uploadFile(textFile('stor.txt', 4_000_000), {
    signal: stop.signal,
    onProgress: (share) => share > 0.5 && stop.abort(),
  })
  await expect(first).rejects.toMatchObject({ name: 'AbortError' })
  const shares: number[] = []
  const stored = await uploadFile(textFile('stor.txt', 4_000_000), {
    onProgress: (share) => shares.push(share),
  })
  expect(shares[0]).toBeGreaterThan(0.5)
  expect(stored.size).toBe(4_000_000)
  expect(await db.selectFrom('upload_session').select('id').execute()).toEqual([])
})

test('an empty file and one that is too large are refused before anything is sent', async () => {
  const { faults } = await renderPart(<p>Siden</p>)
  faults.offline()
  await expect(uploadFile(textFile('tom.txt', 0))).rejects.toMatchObject({ code: 'fileEmpty' })
  const large = Object.defineProperty(textFile('stor.txt'), 'size', { value: maxFileSize + 1 })
  await expect(uploadFile(large)).rejects.toMatchObject({ status: 413 })
})
