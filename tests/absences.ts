import { expect } from 'vitest'
import type { Absence } from '#api/absences/contract.ts'
import type { TestApi } from './call-api.ts'
import { demoPerson } from './tokens.ts'

/** The week after the tests begin, in working hours. */
export const nextWeek = { from: '2025-03-17T07:00:00.000Z', to: '2025-03-21T15:00:00.000Z' }

/** Registers an absence as one person, of another, next week unless said otherwise. */
export async function anAbsence(api: TestApi, as: string, of: string, body: object = {}): Promise<Absence> {
  const { from: startDateTime, to: endDateTime } = nextWeek
  const response = await api
    .as(as)
    .post(`/v1.0/users/${demoPerson(of).id}/absences`, { startDateTime, endDateTime, ...body })
  expect(response.status).toBe(201)
  return (await response.json()) as Absence
}

/** Somebody's absences, as another sees them. */
export async function absencesSeen(api: TestApi, as: string, of: string, query = ''): Promise<Absence[]> {
  const response = await api.as(as).get(`/v1.0/users/${demoPerson(of).id}/absences${query}`)
  expect(response.status).toBe(200)
  return ((await response.json()) as { value: Absence[] }).value
}

/** Says yes or no to standing in. */
export const answerAbsence = (
  api: TestApi,
  as: string,
  absence: Absence,
  action: 'acceptSubstitution' | 'declineSubstitution',
) => api.as(as).post(`/v1.0/users/${absence.userId}/absences/${absence.id}/${action}`)

/** Somebody is away from an hour ago until in a week, and somebody has agreed to stand in. */
export async function standsIn(
  api: TestApi,
  standIn: string,
  of: string,
  body: object = {},
): Promise<Absence> {
  const now = api.clock.now().getTime()
  const absence = await anAbsence(api, of, of, {
    startDateTime: new Date(now - 3_600_000).toISOString(),
    endDateTime: new Date(now + 7 * 24 * 3_600_000).toISOString(),
    kind: 'vacation',
    substituteId: demoPerson(standIn).id,
    ...body,
  })
  expect((await answerAbsence(api, standIn, absence, 'acceptSubstitution')).status).toBe(200)
  return absence
}

/** Status and specific code of an error. */
export async function errorOf(response: Response): Promise<[number, string]> {
  const { error } = (await response.json()) as { error: { innerError: { code: string } } }
  return [response.status, error.innerError.code]
}
