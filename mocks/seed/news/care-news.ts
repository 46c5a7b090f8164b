import { garden } from './covers.ts'
import type { Days, NewsPlan } from './news-plan.ts'

const nursingHome = ['Helse og mestring', 'Elvestrand sykehjem']
const secondFloor = [...nursingHome, '2. etasje – langtid']
const homeCare = ['Helse og mestring', 'Hjemmetjenesten']

/** The routine as it first was: the night shift was to call somebody else. */
const firstRoutine = `
  Ved tellingen forrige måned manglet det tabletter i to av fem skap. Vi vet ikke hvorfor. Derfor endrer vi rutinen,
  slik at det alltid er to som ser det samme.

  ## Slik gjør du fra mandag

  1. Hent nøkkelen hos ansvarlig sykepleier. Nøkkelen skal ikke ligge på vaktrommet.
  2. Tell sammen med en kollega **før** du tar ut noe.
  3. Skriv dato, klokkeslett, styrke og antall i protokollen. Begge signerer.
  4. Tell det som er igjen. Stemmer det ikke, melder du avvik med en gang og ringer ansvarlig sykepleier.

  ## Når dere bare er én på vakt

  Ring bakvakta, og vent med å ta ut noe til du har fått svar.

  ## Hvem har ansvaret?

  | Skap | Ansvarlig | Telles |
  | 1. etasje | Ansvarlig sykepleier på vakt | Hver vakt |
  | 2. og 3. etasje | Ansvarlig sykepleier på vakt | Hver vakt |
  | Lyngheia | Fagsykepleier | Hver dag kl. 14:30 |`

/** News of Helse og mestring. */
export const careNews = (days: Days): NewsPlan[] => [
  {
    key: 'medicine-cabinet',
    title: `Ny rutine for legemiddelskap fra ${days.words(days.until(1, 3))}`,
    lead: 'Fra mandag signerer to personer hver gang noen henter fra A-skapet. Det gjelder alle vakter, også natt.',
    importance: 'mustRead',
    audience: { units: [nursingHome] },
    author: 'ingrid.solberg',
    responsibleUnit: nursingHome,
    at: [2, '10:20'],
    earlier: [
      {
        lead: 'Fra mandag signerer to personer hver gang noen henter fra A-skapet. Det gjelder alle vakter.',
        body: firstRoutine,
        replaced: {
          at: [2, '10:35'],
          note: 'Natt-teamet skal ringes, ikke bakvakta. Du som bekreftet den første utgaven, må lese punktet om å være alene på vakt en gang til.',
        },
      },
    ],
    confirmBy: days.until(5, 3),
    readBy: 0.72,
    confirmedBy: 0.58,
    notYet: ['kari.nilsen', 'nina.aas'],
    body: `
      Ved tellingen forrige måned manglet det tabletter i to av fem skap. Vi vet ikke hvorfor. Derfor endrer vi rutinen,
      slik at det alltid er to som ser det samme.

      ## Slik gjør du fra mandag

      1. Hent nøkkelen hos ansvarlig sykepleier. Nøkkelen skal ikke ligge på vaktrommet.
      2. Tell sammen med en kollega **før** du tar ut noe.
      3. Skriv dato, klokkeslett, styrke og antall i protokollen. Begge signerer.
      4. Tell det som er igjen. Stemmer det ikke, melder du avvik med en gang og ringer ansvarlig sykepleier.

      ## Når dere bare er én på vakt

      Ring Natt-teamet. De kommer innom på runden sin. Haster det, tar du ut det pasienten skal ha, og får signatur nummer
      to så snart Natt-teamet er hos deg.

      ## Hvem har ansvaret?

      | Skap | Ansvarlig | Telles |
      | 1. etasje | Ansvarlig sykepleier på vakt | Hver vakt |
      | 2. og 3. etasje | Ansvarlig sykepleier på vakt | Hver vakt |
      | Lyngheia | Fagsykepleier | Hver dag kl. 14:30 |
`,
  },
  {
    key: 'handover',
    title: 'Overlapping ved vaktskifte: ti minutter, og alltid med tavla',
    lead: 'Fra nå av møtes vi ved tavla kl. 07:15, 14:45 og 21:45. Rapporten leses, så snakker vi om det som er nytt.',
    importance: 'mustRead',
    audience: { units: [secondFloor] },
    author: 'ola.bakken',
    responsibleUnit: secondFloor,
    at: [4, '13:05'],
    confirmBy: days.until(3, 2),
    readBy: 0.85,
    confirmedBy: 0.78,
    notYet: ['kari.nilsen'],
    body: `
      De siste ukene har beskjeder blitt borte mellom kveld og natt. To ganger førte det til at en beboer fikk mat for sent.

      ## Det vi gjør annerledes

      - Du som kommer på, leser rapporten **før** møtet ved tavla.
      - Du som går av, sier bare det som er nytt eller uavklart.
      - Vi avslutter med å si høyt hvem som har ansvar for hva.

      ## Det vi ikke gjør lenger

      - Vi leser ikke opp hele rapporten.
      - Vi tar ikke opp sykdom hos kolleger ved tavla.

      Vi prøver i seks uker. Si fra til meg hvis ti minutter ikke holder. – Ola`,
  },
  {
    key: 'full-time',
    title: 'Flere får hele stillinger. Vil du være med?',
    lead: 'Vi lyser ut 14 hele stillinger der du jobber i to avdelinger. Meld interesse til lederen din.',
    importance: 'important',
    audience: { units: [['Helse og mestring']] },
    author: 'arne.lund',
    responsibleUnit: ['Helse og mestring'],
    at: [1, '08:30'],
    readBy: 0.45,
    notYet: ['kari.nilsen'],
    body: `
      I dag har bare fire av ti hos oss hel stilling. Mange vil jobbe mer, og beboere og brukere får færre ansikter å
      forholde seg til når vi er flere i store stillinger.

      ## Slik er ordningen

      - Du har én fast avdeling og én avdeling du kjenner godt.
      - Turnusen lages for tolv uker av gangen, og du er med på å lage den.
      - Du får tillegg når du tar ekstra helg.

      ## Dette må du gjøre

      Snakk med lederen din innen ${days.words(days.until(5, 10))}. Du binder deg ikke til noe ved å spørre.

      > Jeg var redd for å bli kasteball. Nå kjenner jeg to avdelinger og vet hva jeg skal om seks uker.
      > – Helsefagarbeider i prøveprosjektet

      Lurer du på hva det betyr for lønna di? Ring HR på [60 00 10 20](tel:60001020).`,
  },
  {
    key: 'falls-at-night',
    title: 'Fem fall på natt: dette lærte vi',
    lead: 'Alle fallene skjedde på vei til badet mellom kl. 02 og 05. Tre enkle grep har hjulpet.',
    audience: { units: [['Helse og mestring']] },
    author: 'arne.lund',
    responsibleUnit: ['Helse og mestring'],
    at: [7, '11:40'],
    readBy: 0.4,
    body: `
      Vi gikk gjennom alle avvik om fall de siste tre månedene sammen med Natt-teamet og fysioterapeutene.

      ## Det som gikk igjen

      - Lyset på badet var slått av.
      - Rullatoren sto utenfor rekkevidde.
      - Alarmmatta var ikke koblet til etter sengeskift.

      ## Grepene

      1. Nattlys på hele natta hos alle med fallrisiko.
      2. Rullator ved senga, på den siden beboeren står opp.
      3. Sjekk av alarmmatte står nå på lista for sengeskift.

      Etter fire uker med dette har det ikke vært noen nye fall på de to avdelingene som prøvde. Fortsett å melde fra, også
      om det som nesten gikk galt.`,
  },
  {
    key: 'home-care-routes',
    title: 'Nye ruter i Sone Nord og Sone Sør',
    lead: 'Rutene er lagt om så du kjører mindre. Ny liste ligger på nettbrettet fra mandag morgen.',
    audience: {
      units: [
        [...homeCare, 'Sone Nord'],
        [...homeCare, 'Sone Sør'],
      ],
    },
    author: homeCare,
    responsibleUnit: homeCare,
    at: [3, '12:15'],
    readBy: 0.55,
    body: `
      Før ferien målte vi hvor lang tid vi bruker i bilen. På noen ruter var det nesten to timer på en vakt.

      - Lyngheim går fra Sone Nord til Sone Sør.
      - Fossum deles i to ruter på dagvakt.
      - Kveldsrutene er som før.

      Brukerne har fått brev. Får du spørsmål du ikke kan svare på, ber du dem ringe
      [Tildelingskontoret](tel:60001044).`,
  },
  {
    key: 'sensory-garden',
    title: 'Sansehagen på Lyngheia åpner',
    lead: `Kom innom ${days.words(days.until(4, 4))} kl. 13. Vi byr på kaffe og vafler.`,
    audience: { units: [nursingHome, ['Helse og mestring', 'Hjemmetjenesten', 'Dagsenter for eldre']] },
    author: [...nursingHome, 'Skjermet avdeling Lyngheia (demens)'],
    responsibleUnit: [...nursingHome, 'Skjermet avdeling Lyngheia (demens)'],
    at: [5, '14:10'],
    cover: {
      name: 'Sansehagen.png',
      bytes: garden(),
      alt: 'Tegning av sansehagen: et tre med rund benk, høye bed med blomster på begge sider og en sti rundt.',
    },
    reactions: { like: 0.3, thanks: 0.12 },
    readBy: 0.6,
    body: `
      Vaktmesterne, frivilligsentralen og beboerne har bygd bed i riktig høyde, en benk rundt treet og en sti uten
      blindveier. Dere som jobber på huset, kan ta med beboere dit når dere vil. Porten har kode, og koden henger på
      vaktrommet.`,
  },
  {
    key: 'extra-shifts',
    title: 'Kan du ta en vakt i helga?',
    lead: 'Vi mangler fire på kveld lørdag og to på natt søndag.',
    importance: 'important',
    audience: { units: [['Helse og mestring', 'Ressursenheten (vikarpool)']] },
    author: ['Helse og mestring', 'Ressursenheten (vikarpool)'],
    responsibleUnit: ['Helse og mestring', 'Ressursenheten (vikarpool)'],
    at: [1, '15:20'],
    readBy: 0.7,
    body: `
      Ring bemanningskontoret på [60 00 10 77](tel:60001077) før kl. 20 i dag. Du får vite med en gang om du får vakta.

      - Lørdag kveld: to på 1. etasje, én på 3. etasje, én i Sone Sentrum
      - Søndag natt: to i Natt-teamet`,
  },
  {
    key: 'second-floor-summer',
    title: 'Ønsker for neste turnusperiode',
    lead: 'Utkast. Frist og skjema kommer.',
    audience: { units: [secondFloor] },
    author: 'ola.bakken',
    responsibleUnit: secondFloor,
    at: [1, '14:50'],
    state: 'draft',
    readBy: 0,
    body: `
      Snart lager vi turnus for de neste tolv ukene. Tenk gjennom hvilke helger du helst vil jobbe.

      Husk å få med: regler for bytte, hvem som kan svare på spørsmål, frist.`,
  },
]
