import type { Client } from './client.ts'
import { check, type Scenario } from './scenarios.ts'

/** How a kind of request was answered. Times in milliseconds, one request at a time. */
export interface Measurement {
  p50: number
  p95: number
  p99: number
  requests: number
  /** With sixteen under way at once; undefined for writes. */
  perSecond: number | undefined
}

const warmUp = 40
const atOnce = 16
/** Most requests of one phase, in all and for each person: well below what one person may send. */
const most = { requests: 5000, perPerson: 60 }

/**
 * Measures a kind of request twice: one at a time for the times, then many at once for the number a second. Client,
 * server and database share the machine.
 * @throws Error when an answer is not what was asked for.
 */
export async function measure(client: Client, scenario: Scenario, seconds: number): Promise<Measurement> {
  const { people } = scenario
  if (people.length === 0) throw new Error(`Nobody for «${scenario.name}».`)
  const limit = Math.min(most.requests, people.length * most.perPerson)
  let index = 0
  const send = async () => {
    const number = index++
    // The remainder is an index of the list, which is not empty.
    const person = people[number % people.length]!
    const answer = await client.send(await scenario.call(person, number))
    check(scenario, answer)
    return answer.milliseconds
  }

  for (let sent = 0; sent < Math.min(warmUp, limit); sent++) await send()
  const times: number[] = []
  for (const end = performance.now() + seconds * 1000; performance.now() < end && times.length < limit;) {
    times.push(await send())
  }
  times.sort((a, b) => a - b)
  // There is at least one time, as `seconds` is above zero.
  const share = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))]!
  return {
    p50: share(0.5),
    p95: share(0.95),
    p99: share(0.99),
    requests: times.length,
    perSecond: scenario.isWrite ? undefined : await throughput(send, seconds, limit),
  }
}

async function throughput(send: () => Promise<number>, seconds: number, limit: number): Promise<number> {
  const started = performance.now()
  const end = started + seconds * 1000
  let sent = 0
  const worker = async () => {
    while (performance.now() < end && sent < limit) {
      sent++
      await send()
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return (sent * 1000) / (performance.now() - started)
}
