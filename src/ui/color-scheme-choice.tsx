import { setColorScheme, useColorScheme } from '../lib/color-scheme.ts'
import { m } from '../messages/messages.js'
import { Choice } from './choice.tsx'

/** Chooses light, dark or as the device. */
export function ColorSchemeChoice() {
  return (
    <Choice
      legend={m.ui_colorScheme()}
      options={[
        { value: 'auto', label: m.ui_colorSchemeAuto() },
        { value: 'light', label: m.ui_colorSchemeLight() },
        { value: 'dark', label: m.ui_colorSchemeDark() },
      ]}
      value={useColorScheme()}
      onChange={setColorScheme}
    />
  )
}
