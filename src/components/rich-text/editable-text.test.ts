import { Editor } from '@tiptap/core'
import { undoNoScroll } from '@tiptap/pm/history'
import { StarterKit } from '@tiptap/starter-kit'
import { expect, onTestFinished, test } from 'vitest'
import { editableText } from './editable-text.ts'

function open(...paragraphs: string[]) {
  const element = document.body.appendChild(document.createElement('div'))
  const editor = new Editor({
    element,
    extensions: [StarterKit],
    injectCSS: false,
    content: {
      type: 'doc',
      content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
    },
  })
  onTestFinished(() => {
    editor.destroy()
    element.remove()
  })
  const marked = () =>
    [...editor.view.dom.querySelectorAll('[data-marking]')].map((element) => element.textContent)
  return { editor, text: editableText(editor), marked }
}

const kun = { from: 1, to: 4, text: 'kun' }
const samt = { from: 10, to: 14, text: 'samt' }

test('several places are rewritten as one step, apart from what was written just before', () => {
  const { editor, text } = open('kun her', 'samt')
  editor.view.dispatch(editor.state.tr.insertText(' der', 14))
  expect(
    text.replace([
      { ...kun, replacement: 'bare' },
      { ...samt, replacement: 'og' },
    ]),
  ).toBe(2)
  expect(editor.getText()).toBe('bare her\n\nog der')
  undoNoScroll(editor.state, editor.view.dispatch)
  expect(editor.getText()).toBe('kun her\n\nsamt der')
})

test('where something else stands by now, nothing is done', () => {
  const { editor, text, marked } = open('her')
  expect(text.replace([{ ...kun, replacement: 'bare' }])).toBe(0)
  expect(text.replace([{ ...samt, replacement: 'og' }])).toBe(0)
  expect(text.select(kun)).toBe(false)
  text.mark([{ ...kun, style: 'wavy' }])
  expect(marked()).toEqual([])
  expect(editor.getText()).toBe('her')
})

test('a mark follows its words while one writes, and is no part of the text', () => {
  const { editor, text, marked } = open('kun her', 'samt der')
  const before = editor.getJSON()
  text.mark([
    { ...kun, style: 'wavy' },
    { ...samt, style: 'dotted' },
  ])
  expect(marked()).toEqual(['kun', 'samt'])
  expect(editor.getJSON()).toEqual(before)
  editor.view.dispatch(editor.state.tr.insertText('Nei, ', 1))
  expect(marked()).toEqual(['kun', 'samt'])
  text.mark([])
  expect(marked()).toEqual([])
})

test('an editor that has been closed is left alone', () => {
  const { editor, text } = open('kun her')
  editor.destroy()
  expect(text.select(kun)).toBe(false)
  expect(text.replace([{ ...kun, replacement: 'bare' }])).toBe(0)
  expect(() => text.mark([])).not.toThrow()
})
