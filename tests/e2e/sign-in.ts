import { expect, type Page } from '@playwright/test'
import { demoPeople, type DemoPerson } from '#mocks/people.ts'

/** What a demo person is called in the journeys: the part of the user name before the @. */
export type PersonKey = `${string}.${string}`

/** @throws when there is no such demo person. */
export function demoPerson(key: PersonKey): DemoPerson {
  const person = demoPeople.find((one) => one.key === key)
  if (!person) throw new Error(`There is no demo person ${key}.`)
  return person
}

/** The button that says who is signed in, on every page and in every language. */
export const personMenu = (page: Page, key: PersonKey) =>
  page.getByRole('button', { name: new RegExp(`: ${demoPerson(key).displayName}, `) })

/** The choice of a person on the sign-in page, of the local provider and of the mocked one. */
export const signInChoice = (page: Page, key: PersonKey) =>
  page.getByRole('button', { name: new RegExp(`^${demoPerson(key).displayName}`) })

/**
 * Milliseconds signing in may take. With the mocks the database is opened meanwhile: 2 seconds on a machine with nothing else
 * to do, 12 where two cores had ten at work. Everything after it is as quick as anywhere.
 */
const startTime = 45_000

/** Opens an address as somebody who has not signed in, and signs in on the page one is sent to. */
export async function signIn(page: Page, key: PersonKey, path = '/'): Promise<void> {
  await page.goto(path)
  await signInChoice(page, key).click({ timeout: startTime })
  await expect(personMenu(page, key)).toBeVisible({ timeout: startTime })
}

/** Signs out by the person menu, and waits for the sign-in page. */
export async function signOut(page: Page, key: PersonKey): Promise<void> {
  await personMenu(page, key).click()
  await page.getByRole('button', { name: 'Logg ut' }).last().click()
  await expect(signInChoice(page, key)).toBeVisible()
}
