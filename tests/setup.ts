import { afterEach, beforeEach, vi } from 'vitest'
import { revertDatabases } from './databases.ts'

// Whatever is complained about on the console is a fault of the code or of the test.
const complaints: unknown[][] = []
vi.spyOn(console, 'error').mockImplementation((...parts) => {
  complaints.push(parts)
})

beforeEach(async () => {
  complaints.length = 0
  await revertDatabases()
})

afterEach(() => {
  if (typeof document === 'undefined') vi.useRealTimers()
  const [first] = complaints.splice(0)
  if (first) throw new Error(`console.error: ${first.map(String).join(' ')}`, { cause: first[0] })
})
