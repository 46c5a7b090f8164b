// @vitest-environment node
import { expect, test } from 'vitest'
import { errorPage, signInPage, signOutPage } from './local-sso-pages.ts'

const hostile = `<img src=x onerror="alert('1')">&`
const escaped = '&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;'
const person = {
  id: '1',
  userPrincipalName: 'kari@elvestrand.example',
  displayName: hostile,
  mail: null,
  appRoles: ['Editor', 'Crisis'] as const,
  who: hostile,
}

test('what people and addresses say is text, never markup', () => {
  const pages = [
    signInPage({
      action: '/oidc/interaction/1',
      demoPeople: [person],
      search: { query: hostile, found: [person] },
    }),
    errorPage(hostile, hostile),
  ]
  for (const page of pages) {
    expect(page).toContain(escaped)
    expect(page).not.toContain('<img')
  }
})

test('no page has scripts or styles of its own', () => {
  const kari = { ...person, displayName: 'Kari Nilsen', who: 'Helsefagarbeider' }
  const pages = [
    signInPage({ action: '/', demoPeople: [kari] }),
    signOutPage('<form></form>'),
    errorPage('a', 'b'),
  ]
  for (const page of pages) {
    expect(page).not.toMatch(/<style|style=|<script(?! src="\/oidc\/)| on\w+=|https?:/)
    expect(page).toContain('<html lang="nb">')
  }
})

test('roles are shown in Norwegian', () => {
  expect(signInPage({ action: '/', demoPeople: [person] })).toContain('Rolle: redaktør, kriseledelse')
})

test('a search without an answer says what to try', () => {
  const page = signInPage({ action: '/', demoPeople: [], search: { query: 'xyz', found: [] } })
  expect(page).toContain('Vi fant ingen')
})

test('a refused choice is announced, and first in the title', () => {
  const page = signInPage({ action: '/', demoPeople: [person], refused: true })
  expect(page).toContain('<title>Feil: Logg inn – Tunet</title>')
  expect(page).toContain('role="alert"')
})
