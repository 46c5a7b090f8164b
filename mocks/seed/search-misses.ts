import { addDays, osloDay } from '#api/time/oslo.ts'

/** What people in Elvestrand look for and do not find, the most wanted first, and how often in the last weeks. */
const wanted: [query: string, count: number][] = [
  ['lønnsslipp', 41],
  ['permisjonssøknad', 27],
  ['refusjon databriller', 19],
  ['kantinemeny', 14],
  ['parkeringstillatelse', 11],
  ['treningsavtale', 8],
  ['lån av elbil', 5],
  ['samordningsfradrag', 3],
  // Once or twice is not shown to anybody.
  ['vedtekter hytteforeningen', 1],
]

/** Days between one such day and the one before. */
const step = 6

/** Rows of the weeks before a day: the same count, spread over some days. */
export function searchMissesBefore(now: Date) {
  return wanted.flatMap(([query, count], place) => {
    const days = Math.min(count, 7)
    return Array.from({ length: days }, (_, index) => ({
      query,
      searched_on: addDays(osloDay(now), -(place + index * step)),
      count: Math.floor(count / days) + (index < count % days ? 1 : 0),
    }))
  })
}
