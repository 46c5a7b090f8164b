import { MinusIcon, PlusIcon, TrashIcon } from '@navikt/aksel-icons'
import type { EditorState } from '@tiptap/pm/state'
import {
  columnIsHeader,
  isInTable,
  rowIsHeader,
  selectedRect,
  type TableRect,
  toggleHeader,
} from '@tiptap/pm/tables'
import type { CommandProps } from '@tiptap/react'
import { m } from '../../messages/messages.js'
import { command, type Tool } from './tools.tsx'

/** Tools for the table the cursor is in. */
export const tableTools: readonly Tool[] = [
  {
    name: 'headerRow',
    label: m.parts_toolHeaderRow,
    icon: null,
    text: m.parts_toolHeaderRow,
    isOn: ({ state }) => isInTable(state) && isHeader(rowIsHeader, state),
    run: command((chain) => chain.command(toggle('row'))),
  },
  {
    name: 'headerColumn',
    label: m.parts_toolHeaderColumn,
    icon: null,
    text: m.parts_toolHeaderColumn,
    isOn: ({ state }) => isInTable(state) && isHeader(columnIsHeader, state),
    run: command((chain) => chain.command(toggle('column'))),
  },
  {
    name: 'addRow',
    label: m.parts_toolAddRow,
    icon: <PlusIcon aria-hidden />,
    text: m.parts_tableRow,
    run: command((chain) => chain.addRowAfter()),
  },
  {
    name: 'deleteRow',
    label: m.parts_toolDeleteRow,
    icon: <MinusIcon aria-hidden />,
    text: m.parts_tableRow,
    run: command((chain) => chain.deleteRow()),
  },
  {
    name: 'addColumn',
    label: m.parts_toolAddColumn,
    icon: <PlusIcon aria-hidden />,
    text: m.parts_tableColumn,
    run: command((chain) => chain.addColumnAfter()),
  },
  {
    name: 'deleteColumn',
    label: m.parts_toolDeleteColumn,
    icon: <MinusIcon aria-hidden />,
    text: m.parts_tableColumn,
    run: command((chain) => chain.deleteColumn()),
  },
  {
    name: 'deleteTable',
    label: m.parts_toolDeleteTable,
    icon: <TrashIcon aria-hidden />,
    text: m.parts_table,
    run: command((chain) => chain.deleteTable()),
  },
]

type HeaderTest = (map: TableRect['map'], table: TableRect['table'], index: number) => boolean

/** Whether the first row, or the first column, of the table is headers. */
function isHeader(test: HeaderTest, state: EditorState): boolean {
  const { map, table } = selectedRect(state)
  return test(map, table, 0)
}

/** Tiptap's own commands change the row the cursor is in; headers stand first. */
function toggle(side: 'row' | 'column') {
  return ({ state, dispatch }: CommandProps) => toggleHeader(side)(state, dispatch)
}
