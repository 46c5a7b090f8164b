import type { Days, NewsPlan } from './news-plan.ts'

const communications = ['Kommunedirektørens stab', 'Kommunikasjon']
const nursingHome = ['Helse og mestring', 'Elvestrand sykehjem']
const secondFloor = [...nursingHome, '2. etasje – langtid']
const school = ['Oppvekst og utdanning', 'Bjørkåsen skole']

/** Posts on their way out: in review, sent back, waiting for their time; and one that was approved. */
export const reviewNews = (days: Days): NewsPlan[] => [
  {
    key: 'walking-group',
    title: 'Bli med og gå tur med beboerne',
    lead: 'Hver onsdag går vi en runde langs elva. Vi trenger to til.',
    audience: { units: [secondFloor] },
    author: 'kari.nilsen',
    responsibleUnit: secondFloor,
    at: [0, '07:40'],
    state: 'inReview',
    review: {
      submittedBy: 'kari.nilsen',
      outcome: 'submitted',
      by: 'kari.nilsen',
      at: [0, '07:45'],
      comment: 'Kan du se på klokkeslettet, Ola? Jeg er usikker på om det passer med lunsjen.',
    },
    readBy: 0,
    body: `
      Turen tar tre kvarter. Fire beboere har meldt seg, og to av dem sitter i rullestol.

      - Vi møtes ved hovedinngangen onsdag kl. 12:30.
      - Er det glatt, går vi inne i vinterhagen.

      Si fra til meg eller skriv deg på lista på vaktrommet. – Kari`,
  },
  {
    key: 'sweets-in-the-staff-room',
    title: 'Hvem tok sjokoladen på lærerværelset?',
    lead: 'Den var til sommerfesten.',
    audience: 'everyone',
    author: 'sara.holm',
    responsibleUnit: school,
    at: [2, '11:50'],
    state: 'draft',
    review: {
      submittedBy: 'sara.holm',
      outcome: 'rejected',
      by: 'liv.dahl',
      at: [1, '08:20'],
      comment:
        'Dette angår Bjørkåsen skole, ikke alle 1 300. Velg skolen som mottaker og send til rektor, så kommer det fram til dem det gjelder.',
    },
    readBy: 0,
    body: `Tre plater lå i skapet til høyre på mandag. Nå er det én igjen. Legg gjerne penger i koppen.`,
  },
  {
    key: 'weekend-activities',
    title: 'Musikk og bingo i helga',
    lead: 'Pårørende er velkomne. Kulturskolen spiller lørdag kl. 14.',
    audience: { units: [secondFloor] },
    author: 'kari.nilsen',
    responsibleUnit: secondFloor,
    at: [3, '14:30'],
    review: {
      submittedBy: 'kari.nilsen',
      outcome: 'approved',
      by: 'ola.bakken',
      at: [3, '14:20'],
      comment: 'Fint! Jeg la til klokkeslettet.',
    },
    readBy: 0.6,
    reactions: { like: 0.5, thanks: 0.2 },
    body: `
      Lørdag kl. 14 kommer to elever fra kulturskolen med gitar og fiolin. Søndag kl. 15 er det bingo i stua.

      Følg beboere som vil være med, ned i god tid. Heisen er treg.`,
  },
  {
    key: 'open-town-hall',
    title: `Åpen dag i rådhuset ${days.words(days.until(4, 12))}`,
    lead: 'Vis fram det du jobber med. Hver virksomhet får et bord i foajeen.',
    audience: 'everyone',
    author: 'liv.dahl',
    responsibleUnit: communications,
    at: [1, '13:40'],
    state: 'scheduled',
    publishAt: [days.until(1, 5), '07:30'],
    showOnScreens: true,
    sendByEmail: true,
    readBy: 0,
    body: `
      Vi rigger fra kl. 12 og åpner dørene kl. 15. Det kommer skoleklasser, så ta med noe man kan ta på.

      Meld bordet ditt på til [kommunikasjon](mailto:kommunikasjon@elvestrand.example).`,
  },
  {
    key: 'medication-course',
    title: 'Kurs i legemiddelhåndtering: to kvelder',
    lead: 'Kurset er obligatorisk for deg som deler ut medisiner. Du får betalt for tiden.',
    importance: 'important',
    audience: { units: [secondFloor] },
    author: 'ola.bakken',
    responsibleUnit: secondFloor,
    at: [0, '08:10'],
    state: 'scheduled',
    publishAt: [days.until(1, 4), '06:45'],
    expiresAt: [days.until(1, 11), '16:00'],
    action: { what: 'Skriv deg på en av kveldene', who: 'Du som deler ut medisiner', due: days.until(5, 8) },
    readBy: 0,
    body: `
      Velg én av kveldene. Begge er i møterommet i 1. etasje, kl. 17 til 20.

      Vi begynner med legemiddelskapet og den nye måten å signere på.`,
  },
  {
    key: 'heavy-words',
    title: 'Vedrørende implementering av rutiner for registrering av kjøretøy',
    lead: 'I henhold til vedtatte retningslinjer skal samtlige kjøretøy registreres innen utgangen av måneden.',
    audience: 'everyone',
    author: 'liv.dahl',
    responsibleUnit: communications,
    at: [1, '15:10'],
    state: 'draft',
    readBy: 0,
    body: `
      Med hjemmel i gjeldende reglement gjøres det oppmerksom på at det i forbindelse med omleggingen av parkeringsarealene vil
      bli foretatt en registrering av samtlige kjøretøy som benyttes av kommunens ansatte i tilknytning til tjenesten, herunder
      også privateide kjøretøy som kun unntaksvis tas i bruk, forutsatt at disse parkeres på kommunal eiendom.

      Registreringen foretas av den enkelte virksomhet. Det bes om at nødvendig informasjon innhentes, og at denne oversendes
      servicekontoret så snart som mulig. Manglende registrering vil kunne medføre at parkeringstillatelsen inndras.

      Eventuelle spørsmål vedrørende ovennevnte kan rettes til undertegnede.`,
  },
]
