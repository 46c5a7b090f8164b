import { generateColorScale, getContrastFromHex } from '@digdir/designsystemet/color'

/** The warmest surfaces the colour lies on: the yard, light and dark. What shows there shows everywhere. */
const yard = { light: '#f8e7c1', dark: '#3a3018' } as const
/** WCAG 1.4.11 asks 3 for marks and borders; 4.5 lets the colour be a word too. */
const leastContrast = 4.5

type Hex = `#${string}`
type ColorScheme = keyof typeof yard
type Scale = ReturnType<typeof generateColorScale>

/**
 * Designsystemet's scale for one colour (`#rrggbb`), as rules for light, dark and auto, in one line. Where the
 * colour cannot be told from the surface, its own readable step takes its place, so a button is always a button.
 * @throws when it is no such colour.
 */
export function accentRules(color: string): string {
  if (!isHex(color)) throw new Error(`Not a colour of six hexadecimal digits: ${color}`)
  const light = declarations(readableScale(color, 'light'))
  const dark = declarations(readableScale(color, 'dark'))
  return (
    `:root,[data-color-scheme="light"]{${light}}[data-color-scheme="dark"]{${dark}}` +
    `@media (prefers-color-scheme:dark){[data-color-scheme="auto"]{${dark}}}`
  )
}

function readableScale(color: Hex, colorScheme: ColorScheme): Scale {
  const scale = generateColorScale(color, colorScheme)
  if (getContrastFromHex(stepOf(scale, 'base-default'), yard[colorScheme]) >= leastContrast) return scale
  // A light scale keeps the colour it is made from as its base.
  const readable = generateColorScale(stepOf(scale, 'text-subtle'), 'light')
  return scale.map((step) =>
    step.name.startsWith('base-') ? { ...step, hex: stepOf(readable, step.name) } : step,
  )
}

function stepOf(scale: Scale, name: string): Hex {
  const step = scale.find((candidate) => candidate.name === name)
  if (!step) throw new Error(`The colour scale has no ${name}.`)
  return step.hex
}

const isHex = (text: string): text is Hex => /^#[\da-f]{6}$/i.test(text)

const declarations = (scale: Scale) =>
  scale.map((step) => `--ds-color-accent-${step.name}:${step.hex};`).join('')
