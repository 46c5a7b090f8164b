import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import axe from 'axe-core'
import { expect, test } from 'vitest'
import { BarChart, StackedBarChart } from './bar-chart.tsx'
import { type Bar, barTable, type HiddenBar, lineTable, stackedBarTable } from './chart-data.ts'
import { ChartWithTable } from './chart-with-table.tsx'
import { LineChart } from './line-chart.tsx'

const bars: (Bar | HiddenBar)[] = [
  { label: '1. etasje', note: '26 ansatte', value: 0.62 },
  { label: '2. etasje', note: '27 ansatte', value: 0.07 },
  { label: 'Natt-team', hiddenReason: 'Skjult fordi færre enn 5 har lest.' },
]
const words = {
  caption: 'Hvor mange som har lest, etter enhet',
  labelColumn: 'Enhet',
  valueColumn: 'Har lest',
  noteColumn: 'Ansatte',
  unit: 'share',
} as const

function show(shown = bars) {
  const { container } = render(
    <ChartWithTable
      id="test"
      title="Lest etter enhet"
      summary="Flest har lest i 1. etasje."
      table={barTable(shown, words)}
      empty={<p>Ingen har lest ennå.</p>}
    >
      <BarChart bars={shown} unit="share" />
    </ChartWithTable>,
  )
  return { container, user: userEvent.setup() }
}

const expectNoViolations = async (container: HTMLElement) => {
  const { violations } = await axe.run(container)
  expect(violations.map(({ id }) => id)).toEqual([])
}

test('the diagram is for the eye, and the table is there for a screen reader', async () => {
  const { container } = show()
  expect(container.querySelector('[aria-hidden="true"]')?.textContent).toContain('62\u00a0%')
  const table = screen.getByRole('table', { name: 'Hvor mange som har lest, etter enhet' })
  expect(table.closest('[aria-hidden]')).toBeNull()
  const cells = (name: RegExp) =>
    within(within(table).getByRole('row', { name }))
      .getAllByRole('cell')
      .map((cell) => cell.textContent)
  expect(cells(/1\. etasje/)).toEqual(['62\u00a0%', '26 ansatte'])
  expect(cells(/Natt-team/)).toEqual(['Skjult fordi færre enn 5 har lest.', ''])
  await expectNoViolations(container)
})

test('a hidden bar has no number and no length, in the diagram too', () => {
  const { container } = show([{ label: 'Natt-team', hiddenReason: 'Skjult.' }])
  const diagram = container.querySelector('[aria-hidden="true"]')
  expect(diagram?.textContent).toBe('Natt-teamSkjult.')
  expect(diagram?.querySelector('[style]')).toBeNull()
})

test('bars are as long as their share, and the number is always written', () => {
  const { container } = show()
  const drawn = [...container.querySelectorAll<HTMLElement>('[data-tone="gran"]')]
  expect(drawn.map((bar) => bar.style.inlineSize)).toEqual(['62%', '7%'])
  expect(drawn.map((bar) => bar.parentElement?.textContent)).toEqual(['62\u00a0%', '7\u00a0%'])
})

test('the choice of table is remembered, and the numbers can be copied', async () => {
  const { user, container } = show()
  await user.click(screen.getByRole('radio', { name: 'Tabell' }))
  expect(container.querySelector('[aria-hidden="true"] [data-tone]')).toBeNull()
  await expectNoViolations(container)
  await user.click(screen.getByRole('button', { name: 'Kopier tallene' }))
  expect(screen.getByRole('status').textContent).toBe('Kopiert. Lim inn i et regneark.')
  expect(await navigator.clipboard.readText()).toContain('1. etasje\t62 %\t26 ansatte\n')
  expect(localStorage.getItem('tunet.chart.test')).toBe('table')
})

test('a chart that was left as a table opens as a table', () => {
  localStorage.setItem('tunet.chart.test', 'table')
  show()
  expect(screen.getByRole('radio', { name: 'Tabell', checked: true })).toBeTruthy()
})

test('without numbers it says what is missing and offers no choice', async () => {
  const { container } = show([])
  expect(screen.getByText('Ingen har lest ennå.')).toBeTruthy()
  expect(screen.queryByRole('radio')).toBeNull()
  await expectNoViolations(container)
})

test('a stacked bar has a part for each share that is not nothing, in the order of the legend', () => {
  const series = [
    { label: 'Enig', tone: 'gran' },
    { label: 'Midt på', tone: 'grey' },
    { label: 'Uenig', tone: 'rust' },
  ] as const
  const stacked = [{ label: '1. etasje', shares: [0.62, 0, 0.38] }]
  const { container } = render(<StackedBarChart series={[...series]} bars={stacked} />)
  const parts = [...container.querySelectorAll<HTMLElement>('div[data-tone]')]
  expect(parts.map((part) => [part.dataset.tone, part.style.flexGrow, part.textContent])).toEqual([
    ['gran', '0.62', '62\u00a0%'],
    ['rust', '0.38', '38\u00a0%'],
  ])
  const table = stackedBarTable(stacked, [...series], { caption: 'Svar', labelColumn: 'Enhet' })
  expect(table.columns).toEqual(['Enhet', 'Enig', 'Midt på', 'Uenig'])
  expect(table.rows).toEqual([{ label: '1. etasje', cells: ['62\u00a0%', '0\u00a0%', '38\u00a0%'] }])
})

test('a line ends where the last value is, with few days under it', () => {
  const points = Array.from({ length: 29 }, (_, index) => ({
    day: new Date(Date.UTC(2026, 9, 20 + index)).toISOString().slice(0, 10),
    value: index / 28,
  }))
  const { container } = render(<LineChart points={points} unit="share" />)
  const path = container.querySelector('path:last-of-type')?.getAttribute('d') ?? ''
  expect(path).toMatch(/^M0,100L/)
  expect(path).toMatch(/L100,0$/)
  const days = [...container.querySelectorAll('span')]
    .map((each) => each.textContent)
    .filter((text) => /\d\. /.test(text))
  expect(days.length).toBeGreaterThan(1)
  expect(days.length).toBeLessThan(6)
  const table = lineTable(points, { caption: '', dayColumn: 'Dag', valueColumn: 'Har lest', unit: 'share' })
  expect(table.rows[0]).toEqual({ label: '20. oktober 2026', cells: ['0\u00a0%'] })
})

test('one day, and only zeros, can be drawn', () => {
  const { container } = render(
    <>
      <LineChart points={[{ day: '2026-11-18', value: 0 }]} unit="count" />
      <BarChart bars={[{ label: 'Ingen', value: 0 }]} unit="count" />
    </>,
  )
  expect(container.innerHTML).not.toMatch(/NaN|Infinity/)
  expect(container.textContent).toContain('18. nov.')
})
