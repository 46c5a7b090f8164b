import { getContrastFromHex } from '@digdir/designsystemet/color'
import { expect, test } from 'vitest'
import { accentRules } from './accent-rules.ts'

type Hex = `#${string}`

function stepsOf(rules: string, colorScheme: 'light' | 'dark') {
  const block = rules.match(new RegExp(`\\[data-color-scheme="${colorScheme}"\\]\\{([^}]*)\\}`))?.[1] ?? ''
  const steps = [...block.matchAll(/--ds-color-accent-([\w-]+):(#[\da-f]{6});/gi)]
  return new Map(steps.map(([, name = '', hex = '']) => [name, hex]))
}

/** Navy, red, municipal blue, mid grey, sky, pale yellow, white, black. */
const colors = ['#0b2545', '#c8102e', '#0b5cad', '#808080', '#4fb3ff', '#ffd800', '#ffffff', '#000000']
const surfaces = {
  light: ['#ffffff', '#eff3f1', '#f8e7c1'],
  dark: ['#141c1a', '#1a2422', '#3a3018'],
} as const

test.for(colors)('buttons and links can be read in %s, on every surface, light and dark', (color) => {
  const rules = accentRules(color)
  for (const colorScheme of ['light', 'dark'] as const) {
    const steps = stepsOf(rules, colorScheme)
    expect(steps.size).toBe(16)
    const contrast = (a = '', b = '') => getContrastFromHex(a as Hex, b as Hex) // The pattern above ensures it.
    expect(contrast(steps.get('base-default'), steps.get('base-contrast-default'))).toBeGreaterThanOrEqual(
      4.5,
    )
    for (const surface of surfaces[colorScheme]) {
      expect(contrast(steps.get('base-default'), surface)).toBeGreaterThanOrEqual(3)
      expect(contrast(steps.get('text-subtle'), surface)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(steps.get('border-strong'), surface)).toBeGreaterThanOrEqual(3)
    }
  }
})

test('a colour that can be read is kept as it is', () => {
  expect(stepsOf(accentRules('#0b5cad'), 'light').get('base-default')).toBe('#0b5cad')
})

test('what is no colour is refused', () => {
  expect(() => accentRules('red;}body{display:none')).toThrow('Not a colour')
})
