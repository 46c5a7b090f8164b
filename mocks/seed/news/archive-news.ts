import type { NewsPlan } from './news-plan.ts'

/** Workdays ago, title and lead of what has been news and is not any more. No season is named: the demo opens any day. */
const past: readonly (readonly [workdaysAgo: number, title: string, lead: string])[] = [
  [
    22,
    'Servicekontoret stenger tidlig i ferieuka',
    'Vi svarer på telefonen til kl. 14. Vakttelefonen er som vanlig.',
  ],
  [30, 'Brannøvelse på rådhuset neste tirsdag', 'Gå ut når alarmen går. Møteplassen er ved fontenen.'],
  [39, 'Ny timeføring fra første i måneden', 'Før timene samme dag. Da får du riktig lønn.'],
  [52, 'Takk for en fin aktivitetsuke', 'Over 400 av oss gikk, syklet eller rodde til jobb.'],
  [66, '86 nye vikarer er på plass', 'Ta godt imot dem i helse og renhold, og vis dem rundt.'],
  [84, 'Ferielista skal være klar', 'Lederen din trenger ønsket ditt innen fredag.'],
  [101, 'Medarbeiderundersøkelsen åpner på mandag', 'Svar på ti minutter. Ingen kan se hva du har svart.'],
  [118, 'Strømmen går på Helsehuset natt til torsdag', 'Reserveaggregatet tar kjøkken og medisinrom.'],
  [
    137,
    'Lønnsoppgjøret: dette ble dere og vi enige om',
    'Tillegget kommer på neste lønn, med etterbetaling.',
  ],
  [155, 'Hull i veien eller mørkt ved inngangen?', 'Si fra til vaktmesteren, så blir det rettet samme uke.'],
  [176, 'Slik feirer vi at kommunen er 60 år', 'Kake i alle kantiner, også på natt.'],
  [199, 'Årets første rådhusfrokost', 'Kom og hør om planene for året. Det serveres rundstykker.'],
  [221, 'Personalfest: meld deg på i egen enhet', 'Kommunen betaler maten, og du betaler det du drikker.'],
]

/** A post from each of the last months, settled: the archive, and a year of e-mail that was never sent. */
export const archiveNews = (): NewsPlan[] =>
  past.map(([workdaysAgo, title, lead], index) => ({
    key: `past ${workdaysAgo}`,
    title,
    lead,
    audience: 'everyone',
    author: 'liv.dahl',
    responsibleUnit: ['Kommunedirektørens stab', 'Kommunikasjon'],
    at: [workdaysAgo, '09:30'],
    ...(index % 3 === 0
      ? { state: 'archived' as const }
      : { state: 'expired' as const, expiresAt: [-Math.ceil(workdaysAgo * 1.4) + 14, '16:00'] as const }),
    readBy: 0.15 + (index % 4) * 0.05,
    body: `${lead} Har du spørsmål, ring servicekontoret på [60 00 10 00](tel:60001000).`,
  }))
