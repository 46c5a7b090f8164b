import { secondStep } from './covers.ts'
import type { Days, NewsPlan } from './news-plan.ts'

const communications = ['Kommunedirektørens stab', 'Kommunikasjon']
const itDepartment = ['Organisasjon og digitalisering', 'Digitalisering og IKT']

/** News to everyone. */
export const commonNews = (days: Days): NewsPlan[] => [
  {
    key: 'town-hall-closed',
    title: `Rådhuset er stengt for publikum ${days.words(days.until(5, 3))}`,
    lead: 'Heisen byttes, og inngangspartiet er stengt hele dagen. Servicekontoret svarer på telefon som vanlig.',
    audience: 'everyone',
    author: 'liv.dahl',
    responsibleUnit: communications,
    at: [1, '09:10'],
    readBy: 0.35,
    notYet: ['kari.nilsen', 'sara.holm'],
    body: `
      Har du avtalt møter i rådhuset denne dagen, må du flytte dem. Biblioteket har tre møterom som er ledige.

      ## For deg som jobber i rådhuset

      - Bruk inngangen fra parkeringsplassen. Adgangskortet virker.
      - Det blir støy mellom kl. 8 og 15.
      - Du kan jobbe hjemmefra hvis lederen din er enig.

      Spørsmål? Skriv til [servicekontoret](mailto:servicekontoret@elvestrand.example).`,
  },
  {
    key: 'two-step-sign-in',
    title: 'Du må bekrefte innloggingen på telefonen',
    lead: 'Fra neste uke holder det ikke med passord når du logger inn utenfra. Sett opp bekreftelse nå, det tar tre minutter.',
    importance: 'mustRead',
    audience: 'everyone',
    author: itDepartment,
    responsibleUnit: itDepartment,
    at: [8, '08:45'],
    cover: {
      name: 'Bekreft på telefonen.png',
      bytes: secondStep(),
      alt: 'Tegning av en telefon med en ring på skjermen ved siden av en hengelås.',
    },
    confirmBy: days.until(1, 2),
    readBy: 0.7,
    confirmedBy: 0.62,
    notYet: ['ola.bakken'],
    body: `
      Noen har prøvd å logge inn som ansatte hos oss. De hadde riktig passord, men ble stoppet. Derfor innfører vi et
      steg til.

      ## Slik gjør du

      1. Åpne [siden for innlogging](https://innlogging.elvestrand.example/) på en maskin.
      2. Velg «Legg til telefon».
      3. Les koden med kameraet, og bekreft.

      ## Har du ikke egen telefon i jobben?

      Be lederen din om en kodebrikke. Den er like trygg, og du trenger ikke bruke din egen telefon.

      ## Får du en bekreftelse du ikke har bedt om?

      Svar nei, og ring IKT-brukerstøtte på [60 00 10 50](tel:60001050) med en gang.`,
  },
  {
    key: 'economy-so-far',
    title: 'Økonomien så langt i år: dette betyr det for deg',
    lead: 'Vi bruker mer enn vi har planlagt, mest på vikarer. Ingen skal slutte, men vi må leie inn mindre.',
    importance: 'important',
    audience: 'everyone',
    author: 'marit.haugen',
    responsibleUnit: ['Elvestrand kommune'],
    at: [3, '09:00'],
    readBy: 0.55,
    notYet: ['sara.holm'],
    body: `
      I går fikk formannskapet tallene for året så langt. Her er det viktigste, før du leser om det andre steder.

      | Område | Budsjett hittil | Brukt hittil | Forskjell |
      | Oppvekst og utdanning | 214 mill. | 216 mill. | 2 mill. for mye |
      | Helse og mestring | 248 mill. | 257 mill. | 9 mill. for mye |
      | Samfunn, kultur og teknisk | 96 mill. | 94 mill. | 2 mill. spart |

      ## Hva skjer nå?

      - Vi leier ikke inn vikarer fra byrå uten at virksomhetslederen har sagt ja.
      - Ledige stillinger som ikke har med helse eller barn å gjøre, står tomme til neste år.
      - Kurs som er betalt, går som planlagt.

      ## Hva gjør du?

      Har du en idé som sparer tid eller penger, så si det til lederen din eller til meg. Vi har allerede fått 40 forslag.

      Jeg er i kantina på Helsehuset ${days.words(days.until(2, 2))} kl. 14:30. Kom innom med spørsmål.

      Marit`,
  },
  {
    key: 'phones-down',
    title: `Telefonene er nede ${days.words(days.until(6, 2))} kl. 06 til 08`,
    lead: 'Sentralbordet og alle bordtelefoner får ny programvare. Mobil og nødnummer virker som vanlig.',
    importance: 'important',
    audience: 'everyone',
    author: itDepartment,
    responsibleUnit: itDepartment,
    at: [2, '13:30'],
    readBy: 0.5,
    body: `
      Avdelinger med vakt hele døgnet må ha en mobil liggende klar. Skriv nummeret på lapp ved bordtelefonen før helga.

      Trygghetsalarmene går på eget nett og blir ikke påvirket.`,
  },
  {
    key: 'canteen',
    title: 'Kantina i rådhuset har åpent til kl. 14 denne uka',
    lead: '',
    audience: 'everyone',
    author: ['Organisasjon og digitalisering', 'Servicekontoret'],
    responsibleUnit: ['Organisasjon og digitalisering', 'Servicekontoret'],
    at: [4, '10:00'],
    expiresAt: [days.until(5, 1), '16:00'],
    hasNoComments: true,
    readBy: 0.3,
    body: `Vi mangler folk på kjøkkenet og stenger en time tidligere enn vanlig. Neste uke er alt som før.`,
  },
  {
    key: 'pay-early',
    title: 'Lønna kommer en dag tidligere denne måneden',
    lead: 'Lønnsslippen ligger klar i lønnssystemet kvelden før.',
    audience: 'everyone',
    author: ['Økonomi', 'Regnskap og lønn'],
    responsibleUnit: ['Økonomi', 'Regnskap og lønn'],
    at: [6, '12:40'],
    readBy: 0.62,
    body: `
      Banken stenger for utbetalinger på den vanlige dagen.

      - Timer som er ført og godkjent innen kl. 12 på mandag, kommer med.
      - Tillegg for helg og natt kommer som vanlig måneden etter.

      Stemmer ikke slippen? Snakk med lederen din først. Lederen ser vaktene dine og kan rette dem.`,
  },
  {
    key: 'long-title-parking',
    title:
      'Parkering ved Helsehuset, rådhuset og Elvestrand sykehjem blir lagt om mens fjernvarmerørene graves ned, og du som kjører bil til jobb, må regne med å gå opptil fem minutter lenger de neste ukene',
    lead: 'Plassene langs Elvegata forsvinner først. Sykler og biler med handikapbevis får plass ved inngangen.',
    audience: 'everyone',
    author: 'liv.dahl',
    responsibleUnit: communications,
    at: [9, '14:20'],
    readBy: 0.48,
    body: `
      ## Hvor kan du stå?

      | Uke | Stengt | Bruk heller |
      | 1 og 2 | Elvegata | Idrettsplassen |
      | 3 | Bak Helsehuset | Idrettsplassen |
      | 4 og 5 | Foran sykehjemmet | Kirkebakken |

      Biler i hjemmetjenesten har egne plasser hele tiden. Vaktmesterne har kart.`,
  },
  {
    key: 'evacuation-drill',
    title: 'Takk for innsatsen under evakueringsøvelsen',
    lead: 'Rådhuset ble tømt på fire minutter. Det er halvannet minutt raskere enn sist.',
    audience: 'everyone',
    author: 'liv.dahl',
    responsibleUnit: communications,
    at: [14, '15:05'],
    state: 'archived',
    readBy: 0.5,
    body: `
      To ting skal bli bedre: Alle må kjenne møteplassen, og ingen skal ta heisen. Plan for neste øvelse kommer.`,
  },
  {
    key: 'profile-handbook-draft',
    title: 'Ny profilhåndbok: slik bruker du kommunevåpenet',
    lead: 'Logo, farger og skrift samlet på ett sted.',
    audience: 'everyone',
    author: 'liv.dahl',
    responsibleUnit: communications,
    at: [2, '15:45'],
    state: 'draft',
    readBy: 0,
    body: `
      ## Det korte svaret

      Bruk malene. Da blir det riktig.

      ## Mangler før publisering

      - Bilder av skilt og biler
      - Svar fra trykkeriet om fargekoder`,
  },
]
