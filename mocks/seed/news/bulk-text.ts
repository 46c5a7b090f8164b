import type { Random } from '../random.ts'

/** Writes a post for a unit out of everyday subjects. Nobody needs to read it; search must find words in it. */
export function writeText(random: Random, unit: string): { title: string; lead: string; body: string } {
  const subject = random.pick(subjects)
  const [what, why] = subject
  const change = random.pick(changes)
  const paragraphs = () =>
    Array.from({ length: 1 + random.below(3) }, () =>
      [why, ...random.shuffle(sentences).slice(0, 2 + random.below(4))].join(' '),
    )
  const body = [
    ...paragraphs(),
    '## Dette gjør du',
    random
      .shuffle(steps)
      .slice(0, 3 + random.below(3))
      .map((step) => `- ${step}`)
      .join('\n'),
    ...(random.chance(0.4) ? ['## Bakgrunn', ...paragraphs()] : []),
    `Spørsmål om ${what.toLowerCase()} kan du ta med ${random.pick(contacts)}. Saken har nummer ${1000 + random.below(9000)}.`,
  ]
  return {
    title: `${what}: ${change} (${unit})`,
    lead: `${why} Gjelder ${unit}.`,
    body: body.join('\n\n'),
  }
}

const subjects = [
  ['Arbeidsplanen', 'Ønskene for neste periode er lagt inn, og planen er klar til gjennomsyn.'],
  ['Avvikssystemet', 'Flere melder fra når noe går galt, og det gir oss noe å lære av.'],
  ['Brannøvelsen', 'Alle skal vite hvor de går når alarmen lyder.'],
  ['Nøkler og adgangskort', 'Mange kort er borte, og da vet vi ikke hvem som kommer inn.'],
  ['Medisinhåndteringen', 'Dobbeltkontroll hindrer feil, også når det haster.'],
  ['Håndhygienen', 'Rene hender er det enkleste vernet mot smitte.'],
  ['Fraværsføringen', 'Riktig føring gir riktig lønn.'],
  ['Kompetanseplanen', 'Vi vil at flere skal få ta fagbrev og videreutdanning.'],
  ['Ferieplanleggingen', 'Alle skal få ferie, og tjenesten skal gå som den skal.'],
  ['Lokalene', 'Rommene skal brukes av flere, og da må vi rydde etter oss.'],
  ['Bilene', 'Kjørebøkene viser at noen biler står mye stille.'],
  ['Innkjøpene', 'Vi har avtaler som gir bedre pris og raskere levering.'],
  ['Journalføringen', 'Det som ikke er skrevet ned, vet ikke neste vakt.'],
  ['Foreldremøtet', 'Godt samarbeid med hjemmet begynner med å møtes.'],
  ['Uteområdet', 'Gjerdet er reparert, og lekestativet er kontrollert.'],
  ['Vernerunden', 'Runden fant noen ting som må rettes.'],
  ['Pasientheisene', 'Heisene er kontrollert og merket på nytt.'],
  ['Nettbrettene', 'Oppdateringen gjør at innloggingen går raskere.'],
  ['Matserveringen', 'Menyen er ny, og beboerne har vært med på å velge.'],
  ['Vikarbruken', 'Vi vil bruke egne folk før vi leier inn.'],
  ['Snøryddingen', 'Inngangene skal være ryddet før første vakt.'],
  ['Personvernet', 'Opplysninger om folk skal bare ligge der de hører hjemme.'],
  ['Beredskapsplanen', 'Ringelista er oppdatert, og rollene er avklart.'],
  ['Sykefraværet', 'Tallene går ned, og oppfølgingen virker.'],
] as const

const changes = [
  'dette er nytt',
  'slik gjør vi det fra nå av',
  'frist på fredag',
  'kort oppsummering',
  'vi trenger hjelp fra deg',
  'ny rutine',
  'møte neste uke',
  'takk for innsatsen',
  'husk å melde deg på',
  'resultatet er klart',
]

const sentences = [
  'Vi har gått gjennom rutinen sammen med verneombudet og de tillitsvalgte.',
  'Endringen gjelder både faste ansatte og vikarer.',
  'Lederen din har fått en oversikt og tar den opp på avdelingsmøtet.',
  'De som har prøvd ordningen, sier at den sparer tid.',
  'Det er satt av penger i budsjettet til nødvendig utstyr.',
  'Har du vært borte en stund, bør du lese hele teksten.',
  'Opplæringen tar en halv time og kan tas på telefonen.',
  'Kontrollen viste at de fleste gjør det riktig allerede.',
  'Vi prøver dette i tre måneder og vurderer det deretter på nytt.',
  'Skjemaet ligger sammen med de andre prosedyrene.',
  'Noen har spurt om turnus blir påvirket, og det blir den ikke.',
  'Pårørende og foresatte får beskjed i eget brev.',
  'Renholdet er varslet og kommer på andre tidspunkt denne uka.',
  'Servicekontoret svarer på telefonen i hele åpningstiden.',
]

const steps = [
  'Les rutinen før neste vakt.',
  'Si fra til lederen din om noe er uklart.',
  'Sjekk at opplysningene om deg er riktige.',
  'Meld avvik når noe ikke virker.',
  'Gi beskjed til kolleger som ikke har lest dette.',
  'Rydd skapet ditt innen fredag.',
  'Ta med adgangskortet til servicekontoret.',
  'Merk utstyret med dato.',
  'Før timene samme dag.',
  'Bruk den nye malen.',
]

const contacts = ['lederen din', 'servicekontoret', 'verneombudet', 'fagansvarlig', 'HR', 'IKT-brukerstøtte']
