import type { Days, NewsPlan } from './news-plan.ts'

const sector = ['Samfunn, kultur og teknisk']

/** News of Samfunn, kultur og teknisk. */
export const cultureAndTechnicalNews = (days: Days): NewsPlan[] => [
  {
    key: 'water-off',
    title: `Vannet blir stengt på Nordmo natt til ${days.words(days.until(4, 2))}`,
    lead: 'Ventilen ved skolen skal byttes. Vannet er borte fra kl. 23 til 05.',
    importance: 'important',
    audience: {
      units: [
        [...sector, 'Teknisk drift'],
        [...sector, 'Brann og redning'],
        ['Oppvekst og utdanning', 'Nordmo skole'],
        ['Oppvekst og utdanning', 'Nordmo barnehage'],
      ],
    },
    author: [...sector, 'Teknisk drift', 'Vann og avløp'],
    responsibleUnit: [...sector, 'Teknisk drift'],
    at: [1, '11:25'],
    readBy: 0.66,
    body: `
      - Tapp vann til morgenen etter.
      - Slå av oppvaskmaskiner og kaffemaskiner med fast tilkobling.
      - La kranen renne i to minutter når vannet er tilbake. Brunt vann er ufarlig.

      Brannvesenet har tankbil på vakt hele natta.`,
  },
  {
    key: 'culture-school',
    title: 'Kulturskulen søkjer songglade kollegaer',
    lead: 'Vi set saman eit kor av tilsette til opninga av det nye kulturhuset. Du treng ikkje kunne notar.',
    audience: 'everyone',
    author: [...sector, 'Kultur og fritid', 'Kulturskolen'],
    responsibleUnit: [...sector, 'Kultur og fritid'],
    at: [10, '12:30'],
    readBy: 0.33,
    body: `
      Øvingane er på tysdagar frå kl. 16:15 til 17:30. Første øving er ${days.words(days.until(2, 5), 'nn')}.

      ## Dette treng du å vite

      - Du øver i fritida di, og det er gratis.
      - Går du turnus, kjem du når det passar.
      - Vi syng på nynorsk, bokmål, samisk og engelsk.

      Meld deg på hos [kulturskulen](mailto:kulturskulen@elvestrand.example).`,
  },
  {
    key: 'cleaning-products',
    title: 'Ny grønnsåpe uten parfyme',
    lead: 'Den gamle trekkes inn fordi flere har fått utslett. Lever tilbake alt du har igjen.',
    importance: 'mustRead',
    audience: {
      units: [
        [...sector, 'Eiendom og renhold', 'Renhold skole og barnehage'],
        [...sector, 'Eiendom og renhold', 'Renhold helsebygg'],
      ],
    },
    author: [...sector, 'Eiendom og renhold'],
    responsibleUnit: [...sector, 'Eiendom og renhold'],
    at: [6, '07:15'],
    confirmBy: days.until(5, 1),
    readBy: 0.78,
    confirmedBy: 0.7,
    body: `
      Den nye såpa er sterkere. Bruk halv dose: 25 ml til fem liter vann.

      - Bruk hansker.
      - Ikke bland den med klor.
      - Har du fått utslett, meld det som avvik og snakk med renholdslederen.`,
  },
  {
    key: 'building-applications',
    title: 'Rydd i gamle byggesaker før flytting',
    lead: 'Arkivet tar imot saker eldre enn ti år fram til flyttedagen.',
    audience: { units: [[...sector, 'Plan, byggesak og miljø']] },
    author: [...sector, 'Plan, byggesak og miljø', 'Byggesak'],
    responsibleUnit: [...sector, 'Plan, byggesak og miljø'],
    at: [11, '10:50'],
    state: 'archived',
    readBy: 0.7,
    body: `Legg permene i de grå kassene. Merk dem med gårds- og bruksnummer. Ikke legg saker under behandling i kassene.`,
  },
]
