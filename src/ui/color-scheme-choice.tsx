import { setColorScheme, useColorScheme } from '../lib/color-scheme.ts'
import {
  ui_colorScheme,
  ui_colorSchemeAuto,
  ui_colorSchemeDark,
  ui_colorSchemeLight,
} from '../messages/messages.js'
import { Choice } from './choice.tsx'

/** Chooses light, dark or as the device. */
export function ColorSchemeChoice() {
  return (
    <Choice
      legend={ui_colorScheme()}
      options={[
        { value: 'auto', label: ui_colorSchemeAuto() },
        { value: 'light', label: ui_colorSchemeLight() },
        { value: 'dark', label: ui_colorSchemeDark() },
      ]}
      value={useColorScheme()}
      onChange={setColorScheme}
    />
  )
}
