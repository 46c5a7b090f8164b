import { setLocale, useLocale, type Locale } from '../lib/locale.ts'
import { m } from '../messages/messages.js'
import { Choice } from './choice.tsx'

/** Every language is named in itself, so that one can find one's own. */
const options: readonly { value: Locale; label: string; lang: string }[] = [
  { value: 'nb', label: 'Bokmål', lang: 'nb' },
  { value: 'nn', label: 'Nynorsk', lang: 'nn' },
  { value: 'en', label: 'English', lang: 'en' },
]

/** Chooses the language of everything shown, without loading the page anew. */
export function LanguageChoice() {
  return <Choice legend={m.ui_language()} options={options} value={useLocale()} onChange={setLocale} />
}
