import type { Days, NewsPlan } from './news-plan.ts'

const hr = ['Organisasjon og digitalisering', 'HR og HMS']

/** News to roles, and from HR. */
export const staffNews = (days: Days): NewsPlan[] => [
  {
    key: 'appraisals',
    title: 'Ledere: medarbeidersamtalene skal være ferdige om fire uker',
    lead: 'Skjemaet er kortet ned fra åtte sider til to. Bruk det nye.',
    importance: 'important',
    audience: { roles: ['Leader'] },
    author: hr,
    responsibleUnit: hr,
    at: [2, '08:15'],
    readBy: 0.6,
    notYet: ['ola.bakken'],
    body: `
      ## Før samtalen

      - Gi beskjed minst en uke før, og avtal sted.
      - Be den ansatte tenke gjennom tre ting: hva som går bra, hva som er vanskelig, hva han eller hun vil lære.

      ## Etter samtalen

      Skriv ned det dere ble enige om, ikke det dere snakket om. Begge skriver under. Helseopplysninger skal ikke stå i
      skjemaet.

      Vi holder en digital spørretime ${days.words(days.until(3, 2))} kl. 13.`,
  },
  {
    key: 'working-environment-committee',
    title: 'Saker til neste møte i arbeidsmiljøutvalget',
    lead: 'Send inn saker innen fredag. Vold og trusler i skolen er allerede meldt.',
    audience: { roles: ['SafetyRep', 'UnionRep', 'HR'] },
    author: hr,
    responsibleUnit: hr,
    at: [5, '10:35'],
    readBy: 0.8,
    body: `
      Skriv hva saken gjelder, hvem den angår, og hva dere mener utvalget bør gjøre. Vedlegg uten navn på enkeltpersoner.`,
  },
  {
    key: 'new-colleagues',
    title: 'Velkomen til 23 nye kollegaer',
    lead: 'Denne månaden byrjar 23 nye hos oss, dei fleste i helse og oppvekst.',
    audience: 'everyone',
    author: hr,
    responsibleUnit: hr,
    at: [12, '09:45'],
    readBy: 0.44,
    body: `
      Alle nye får ein fadder den første månaden. Er du spurd om å vere fadder? Ja er rett svar.

      ## Det fadderen gjer

      - Viser rundt og presenterer for dei andre.
      - Svarar på det som er lett å lure på og vanskeleg å spørje om.
      - Går saman med den nye på introduksjonskurset.`,
  },
  {
    key: 'employee-survey',
    title: 'Slik har du det på jobb: dette svarte dere',
    lead: 'Sju av ti svarte. Dere trives med kollegene, og mange sier at de har for liten tid.',
    audience: 'everyone',
    author: hr,
    responsibleUnit: hr,
    at: [13, '13:15'],
    readBy: 0.58,
    body: `
      | Spørsmål | I år | Sist |
      | Jeg trives sammen med kollegene mine | 4,5 | 4,4 |
      | Jeg vet hva som forventes av meg | 4,2 | 4,2 |
      | Jeg har tid til å gjøre jobben godt | 2,9 | 3,2 |
      | Lederen min hører på meg | 3,9 | 3,7 |

      Tallene går fra 1 til 5. Grupper med færre enn fem svar vises ikke.

      Alle avdelinger skal velge **én** ting å gjøre noe med. Lederen din tar det opp på neste møte.`,
  },
  {
    key: 'data-protection-photos',
    title: 'Bilder av barn og beboere: spør først, hver gang',
    lead: 'Vi har fått tre klager på bilder i sosiale medier. Samtykket gjelder bare det vi har spurt om.',
    importance: 'important',
    audience: { units: [['Oppvekst og utdanning'], ['Helse og mestring']] },
    author: 'liv.dahl',
    responsibleUnit: ['Kommunedirektørens stab', 'Beredskap og juss'],
    at: [9, '11:00'],
    readBy: 0.47,
    body: `
      ## Husk

      - Ta bilder med kommunens telefon, ikke din egen.
      - Et samtykke til oppslagstavla er ikke et samtykke til nettet.
      - Kan personen ikke samtykke selv, spør du den som kan på vegne av ham eller henne.
      - Noen har hemmelig adresse. Vet du ikke om det gjelder, lar du være.

      Er et bilde lagt ut ved en feil? Ta det ned, og meld avvik samme dag.`,
  },
]
