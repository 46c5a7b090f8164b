import { schoolyard } from './covers.ts'
import type { Days, NewsPlan } from './news-plan.ts'

const sector = ['Oppvekst og utdanning']
const bjorkasen = [...sector, 'Bjørkåsen skole']

/** News of Oppvekst og utdanning. */
export const schoolNews = (days: Days): NewsPlan[] => [
  {
    key: 'planning-day',
    title: `Planleggingsdag ${days.words(days.until(5, 8))}: ta med egen mat`,
    lead: 'Vi møtes i gymsalen kl. 08:30. SFO har også fri for barn denne dagen.',
    importance: 'important',
    audience: { units: [bjorkasen] },
    author: bjorkasen,
    responsibleUnit: bjorkasen,
    at: [2, '14:05'],
    cover: {
      name: 'Bjørkåsen skole.png',
      bytes: schoolyard(),
      alt: 'Tegning av to skolebygg med rødt og grønt tak, og en ball i skolegården mellom dem.',
    },
    action: {
      what: 'Les resultatene for eget trinn',
      who: 'Du som underviser',
      due: days.until(5, 8),
      doneBy: 0.2,
    },
    comments: [
      {
        by: 'sara.holm',
        at: [1, '08:10'],
        text: 'Kommer vi som har morgen-SFO tidsnok til starten?',
        replies: [
          {
            by: bjorkasen,
            at: [1, '09:00'],
            text: 'Ja, SFO er stengt den dagen, så alle kan være med fra 08:30.',
          },
        ],
      },
    ],
    readBy: 0.75,
    notYet: ['sara.holm'],
    body: `
      | Tid | Hva | Hvem leder |
      | 08:30 | Velkommen og status for skoleåret | Rektor |
      | 09:00 | Slik bruker vi kartleggingsprøvene | PP-tjenesten |
      | 11:30 | Lunsj | Alle |
      | 12:15 | Trinnvis planlegging | Trinnlederne |

      Les gjennom resultatene for eget trinn på forhånd. De ligger i fagsystemet og skal ikke skrives ut.`,
  },
  {
    key: 'bjorkasen-schoolyard',
    title: 'To voksne ved ballbingen i friminuttene',
    lead: 'Etter uhellet i forrige uke endrer vi vaktlista. Ny liste gjelder fra mandag.',
    importance: 'mustRead',
    audience: { units: [bjorkasen] },
    author: [...bjorkasen, 'Småtrinnet 1.–4.'],
    responsibleUnit: bjorkasen,
    at: [5, '15:10'],
    confirmBy: days.until(4, 2),
    readBy: 0.8,
    confirmedBy: 0.7,
    body: `
      Foresatte til elevene det gjelder, er orientert. Snakk ikke med andre om hvem det var.

      - Én voksen står ved inngangen, én ved mål.
      - Bytt når avløsningen har kommet, ikke før.
      - Meld avvik når det mangler en voksen.`,
  },
  {
    key: 'assessment-reading',
    title: 'Resultatene fra leseprøven er klare',
    lead: 'Flere leser godt enn i fjor. Åttende trinn trenger mer hjelp med lange tekster.',
    audience: { units: [sector] },
    author: sector,
    responsibleUnit: sector,
    at: [6, '09:30'],
    readBy: 0.42,
    body: `
      Skolene får egne tall. Her er det som går igjen i hele kommunen:

      - Elevene finner fakta i teksten, men strever med å se sammenhenger.
      - Forskjellen mellom skolene er mindre enn før.
      - De som leser minst ti minutter hver dag, har gått mest fram.

      Skolefaglige rådgivere kommer til alle skolene før neste ferie.`,
  },
  {
    key: 'kindergarten-infection',
    title: 'Slik gjør vi det når mange barn er syke',
    lead: 'Nytt oppslag om smitte henger fra mandag i alle barnehager. Les det før du åpner avdelingen.',
    importance: 'important',
    audience: {
      units: [
        [...sector, 'Solbakken barnehage'],
        [...sector, 'Bjørkåsen barnehage'],
        [...sector, 'Nordmo barnehage'],
        [...sector, 'Åsgård barnehage'],
        [...sector, 'Lyngheim barnehage'],
      ],
    },
    author: sector,
    responsibleUnit: sector,
    at: [3, '07:50'],
    readBy: 0.6,
    body: `
      1. Tell barna med symptomer når du åpner.
      2. Er det flere enn fem, ringer du styreren.
      3. Vask leker og håndtak ekstra før lunsj.
      4. Gå ut så mye dere kan.

      Barn med oppkast eller diaré skal være hjemme til de har vært friske i to døgn.`,
  },
  {
    key: 'digital-textbooks',
    title: 'Digitale lærebøker: logg inn på nytt',
    lead: 'Elevene møter en ny innloggingsside. Passordene er de samme.',
    audience: {
      units: [
        [...sector, 'Elvestrand ungdomsskole'],
        [...sector, 'Åsgård ungdomsskole'],
        [...sector, 'Voksenopplæringen'],
      ],
    },
    author: ['Organisasjon og digitalisering', 'Digitalisering og IKT'],
    responsibleUnit: ['Organisasjon og digitalisering', 'Digitalisering og IKT'],
    at: [7, '08:05'],
    readBy: 0.5,
    body: `
      Får eleven feilkode 403, er klassen ikke lagt inn. Si fra til skolesekretæren, som retter det samme dag.`,
  },
]
