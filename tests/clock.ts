/** When every test begins: a Wednesday morning in Oslo. The seed of the test databases counts back from it. */
export const testNow = new Date('2025-03-12T09:00:00Z')

/** A clock that stands still until a test moves it. */
export interface TestClock {
  now: () => Date
  set(time: Date | string): void
  /** Moves the clock forward. */
  advance(by: { days?: number; hours?: number; minutes?: number; seconds?: number }): void
}

/** A clock standing at `testNow`. */
export function createClock(): TestClock {
  let time = testNow.getTime()
  return {
    now: () => new Date(time),
    set: (to) => {
      time = new Date(to).getTime()
    },
    advance: ({ days = 0, hours = 0, minutes = 0, seconds = 0 }) => {
      time += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000
    },
  }
}
