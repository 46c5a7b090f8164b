import { demoPeople, type DemoPerson } from './people.ts'
import { authorize, endSession, type ProviderOptions } from './sign-in/provider.ts'

/** The few words of this page, which belongs to no build of the product. */
const words = {
  nb: {
    title: 'Hvem vil du være?',
    explanation: 'Alle disse er oppdiktede ansatte i Elvestrand kommune. Velg en for å logge inn.',
    refused: 'Innloggingen kan ikke fortsette:',
  },
  nn: {
    title: 'Kven vil du vere?',
    explanation: 'Alle desse er oppdikta tilsette i Elvestrand kommune. Vel ein for å logge inn.',
    refused: 'Innlogginga kan ikkje halde fram:',
  },
  en: {
    title: 'Who would you like to be?',
    explanation: 'All of these are invented employees of Elvestrand municipality. Choose one to sign in.',
    refused: 'The sign-in cannot go on:',
  },
}

/** The language chosen in the app, which keeps it in the same place; bokmål before anyone has chosen. */
function chosenLanguage(): keyof typeof words {
  const saved = localStorage.getItem('PARAGLIDE_LOCALE')
  return saved === 'nn' || saved === 'en' ? saved : 'nb'
}

function element(name: string, text = ''): HTMLElement {
  const made = document.createElement(name)
  made.textContent = text
  return made
}

function personButton(person: DemoPerson, signIn: (personId: string) => URL): HTMLElement {
  const button = element('button')
  button.append(element('strong', person.displayName), element('span', person.who[language]))
  button.addEventListener('click', () => location.replace(signIn(person.id)))
  const item = element('li')
  item.append(button)
  return item
}

const language = chosenLanguage()
const { title, explanation, refused } = words[language]
document.documentElement.lang = language

const options: ProviderOptions = {
  origin: location.origin,
  store: localStorage,
  people: demoPeople,
  now: () => new Date(),
}
const query = new URLSearchParams(location.search)

if (query.has('end-session')) {
  location.replace(endSession(query, options))
} else {
  const step = authorize(query, options)
  const page = document.querySelector('main')
  if (step.kind === 'redirect') location.replace(step.to)
  else if (step.kind === 'refuse') page?.append(element('p', `${refused} ${step.reason}`))
  else {
    const list = element('ul')
    list.append(...demoPeople.map((person) => personButton(person, step.signIn)))
    page?.append(element('h1', title), element('p', explanation), list)
  }
}
