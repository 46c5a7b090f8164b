import type { AppRole } from '#api/roles.ts'
import type { LocalPerson } from './local-sso-people.ts'

/** Text that has been made safe for HTML. */
class Html {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Builds HTML; every value that is not itself Html is escaped. */
function html(parts: TemplateStringsArray, ...values: (Html | Html[] | string)[]): Html {
  const text = parts.map((part, index) => {
    const value = values[index] ?? ''
    if (value instanceof Html) return part + value.text
    if (Array.isArray(value)) return part + value.map((one) => one.text).join('')
    return part + value.replace(/[&<>"']/g, (character) => entities[character] ?? '')
  })
  return new Html(text.join(''))
}

const nothing = html``

const roleNames: Record<AppRole, string> = {
  Editor: 'redaktør',
  Quality: 'kvalitetsrådgiver',
  HR: 'HR',
  SafetyRep: 'verneombud',
  UnionRep: 'tillitsvalgt',
  DataProtection: 'personvernombud',
  Crisis: 'kriseledelse',
  ServiceDesk: 'servicekontor',
  Admin: 'administrator',
}

const logo = html`<svg viewBox="0 0 32 32" width="36" height="36" aria-hidden="true">
  <g class="houses">
    <rect x="3" y="3" width="15" height="7" rx="1" />
    <rect x="22" y="3" width="7" height="15" rx="1" />
    <rect x="14" y="22" width="15" height="7" rx="1" />
    <rect x="3" y="14" width="7" height="15" rx="1" />
  </g>
  <circle class="yard-tree" cx="16" cy="16" r="3.4" />
</svg>`

function page(title: string, main: Html, script = nothing): string {
  return html`<!doctype html>
    <html lang="nb">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} – Tunet</title>
        <link rel="stylesheet" href="/oidc/sign-in.css" />
        ${script}
      </head>
      <body>
        <header>${logo}<span class="wordmark">Tunet</span></header>
        <main>${main}</main>
      </body>
    </html> `.text
}

/** What the sign-in page shows. */
export interface SignInPage {
  /** Where the choice is sent. */
  action: string
  demoPeople: LocalPerson[]
  /** What was searched for, and who was found; undefined before a search. */
  search?: { query: string; found: LocalPerson[] }
  /** Who signed in here last, when the app remembers. */
  hint?: LocalPerson
  /** The person chosen cannot sign in. */
  refused?: boolean
}

/** The page where one chooses who to be. Plain forms: it works without scripts. */
export function signInPage(view: SignInPage): string {
  const { action, demoPeople, hint, refused, search } = view
  const others = demoPeople.filter((person) => person.id !== hint?.id)
  return page(
    refused ? 'Feil: Logg inn' : 'Logg inn',
    html`<h1>Logg inn</h1>
      <p>Her prøver du Tunet med oppdiktede ansatte. Velg hvem du vil være. Du trenger ikke passord.</p>
      ${refused ? html`<p class="refused" role="alert">Denne personen kan ikke logge inn. Velg en annen.</p>` : nothing}
      ${
        hint
          ? html`<section class="yard">
              <h2>Fortsett som</h2>
              ${choices(action, [hint])}
            </section>`
          : nothing
      }
      ${search ? searchAnswer(action, search.query, search.found) : nothing}
      ${
        others.length > 0
          ? html`<section>
              <h2>Velg en person</h2>
              ${choices(action, others)}
            </section>`
          : nothing
      }
      <section>
        <h2>Finn en annen ansatt</h2>
        <form method="get" action="${action}" role="search">
          <label for="query">Navn, stilling eller brukernavn</label>
          <div class="search">
            <input id="query" name="query" type="search" autocomplete="off" value="${search?.query ?? ''}" />
            <button type="submit" class="secondary">Søk</button>
          </div>
        </form>
      </section>`,
  )
}

function searchAnswer(action: string, query: string, found: LocalPerson[]): Html {
  return html`<section class="yard" aria-labelledby="found">
    <h2 id="found">Treff på «${query}»</h2>
    ${found.length > 0 ? choices(action, found) : html`<p>Vi fant ingen. Prøv bare fornavnet, eller sjekk at du har skrevet riktig.</p>`}
  </section>`
}

function choices(action: string, people: LocalPerson[]): Html {
  return html`<form method="post" action="${action}">
    <ul>
      ${people.map(
        (person) =>
          html`<li>
            <button type="submit" name="person" value="${person.userPrincipalName}">
              <span class="name">${person.displayName}</span>
              <span class="who">${person.who}</span>
              ${person.appRoles.length > 0 ? html`<span class="roles">Rolle: ${person.appRoles.map((role) => roleNames[role]).join(', ')}</span>` : nothing}
            </button>
          </li> `,
      )}
    </ul>
  </form>`
}

/** Sent on by a script at once; the button is for those who have none. `form` is the provider's own. */
export function signOutPage(form: string): string {
  return page(
    'Logg ut',
    html`<h1>Logg ut</h1>
      <p>Vi logger deg ut av Tunet.</p>
      ${new Html(form)}
      <button type="submit" form="op.logoutForm" name="logout" value="yes" class="primary">Logg ut</button>`,
    html`<script src="/oidc/sign-out.js" defer></script>`,
  )
}

/** Where sign-out ends when the app did not say where to go. */
export function signedOutPage(): string {
  return page(
    'Du er logget ut',
    html`<h1>Du er logget ut</h1>
      <p><a href="/">Logg inn igjen</a></p>`,
  )
}

/** What went wrong in words for everyone, and the provider's own for whoever helps. */
export function errorPage(code: string, description: string | undefined): string {
  return page(
    'Innloggingen stoppet',
    html`<h1>Innloggingen stoppet</h1>
      <p>Det kan skje når innloggingssiden har stått åpen lenge. Start på nytt, så går det som regel bra.</p>
      <p><a class="primary" href="/">Start på nytt</a></p>
      <p class="technical">
        Til den som hjelper deg: <span lang="en">${code}${description ? `: ${description}` : ''}</span>
      </p>`,
  )
}
