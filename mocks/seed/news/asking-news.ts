import { townHall } from './covers.ts'
import type { Days, NewsPlan } from './news-plan.ts'

const communications = ['Kommunedirektørens stab', 'Kommunikasjon']
const nursingHome = ['Helse og mestring', 'Elvestrand sykehjem']
const hr = ['Organisasjon og digitalisering', 'HR og HMS']

/** Posts that ask something of their readers, or stand where all see them. */
export const askingNews = (days: Days): NewsPlan[] => [
  {
    key: 'cough-and-fever',
    title: 'Munnbind hos beboere med hoste og feber',
    lead: 'Bruk munnbind og hansker fra første symptom, ikke først når prøven er klar.',
    importance: 'mustRead',
    audience: { units: [nursingHome] },
    author: 'ingrid.solberg',
    responsibleUnit: nursingHome,
    at: [5, '08:20'],
    earlier: [
      {
        lead: 'Bruk munnbind når prøven har vist smitte.',
        body: `
          Flere beboere hoster. Slik verner vi de andre.

          1. Ta prøve samme dag som beboeren får feber.
          2. Bruk munnbind når prøven har vist smitte.
          3. Sprit hendene før og etter.

          Munnbind ligger på lageret i kjelleren.`,
        replaced: {
          at: [2, '07:30'],
          note: 'Munnbind brukes nå fra første symptom. Hansker er lagt til, og utstyret står på hver avdeling.',
        },
      },
    ],
    confirmBy: days.until(2, 3),
    readBy: 0.7,
    confirmedBy: 0.6,
    confirmedFirst: ['kari.nilsen'],
    notYet: ['nina.aas'],
    body: `
      Flere beboere hoster. Slik verner vi de andre.

      1. Bruk munnbind og hansker fra første symptom.
      2. Ta prøve samme dag som beboeren får feber.
      3. Sprit hendene før og etter.
      4. Kast utstyret i bøtta innenfor døra.

      Munnbind og hansker står på vogna utenfor rommet. Er vogna tom, ringer du 1. etasje.`,
    comments: [
      {
        at: [4, '22:40'],
        text: 'Vi på natt har ikke nøkkel til kjelleren. Hva gjør vi når det er tomt?',
        isQuestion: true,
        by: 'nina.aas',
        alsoAsked: { count: 3, by: ['kari.nilsen'] },
        replies: [
          {
            by: 'ingrid.solberg',
            at: [2, '07:35'],
            text: 'Godt spurt. Nå står det en vogn på hver avdeling, så dere trenger ikke kjelleren.',
            isAnswer: true,
          },
        ],
      },
    ],
  },
  {
    key: 'flu-vaccine',
    title: 'Gratis influensavaksine: bestill time',
    lead: 'Vaksinen gis i kantina på Helsehuset og på rådhuset. Det tar fem minutter, og du kan gå i arbeidstida.',
    importance: 'important',
    audience: 'everyone',
    author: hr,
    responsibleUnit: hr,
    at: [4, '09:15'],
    action: {
      what: 'Bestill time til vaksine',
      who: 'Du som vil ha vaksine, og alle som jobber tett på pasienter',
      due: days.until(5, 6),
      doneBy: 0.3,
    },
    pinnedUntil: [days.until(5, 6), '16:00'],
    sendByEmail: true,
    sendToTeams: true,
    showOnScreens: true,
    readBy: 0.57,
    reactions: { useful: 0.12, thanks: 0.06, like: 0.03 },
    body: `
      ## Slik bestiller du

      1. Ring [60 00 10 30](tel:60001030), eller møt opp uten time på torsdag.
      2. Si hvor du jobber. Da får du en tid som passer med vakta.
      3. Kom i noe med korte ermer.

      Er du gravid eller bruker du faste medisiner, kan du snakke med bedriftshelsetjenesten først.`,
    comments: [
      {
        at: [3, '10:05'],
        text: 'Kan vi i hjemmetjenesten få den mellom to besøk?',
        isQuestion: true,
        alsoAsked: { count: 6 },
        replies: [
          {
            by: hr,
            at: [2, '12:20'],
            text: 'Ja. Si fra når du ringer, så holder vi av de første ti minuttene i hver time til dere.',
            isAnswer: true,
          },
        ],
      },
      {
        at: [0, '08:05'],
        text: 'Kan vi komme uten time neste uke også?',
        isQuestion: true,
        alsoAsked: { count: 2 },
      },
      { at: [2, '19:30'], text: 'Tok den i går. Ingen kø, og hyggelige folk.' },
    ],
  },
  {
    key: 'strategy-hearing',
    title: 'Hvordan skal vi snakke sammen? Si din mening om ny kommunikasjonsstrategi',
    lead: 'Forslaget er på fire sider. Du kan svare på fem minutter.',
    audience: 'everyone',
    author: 'liv.dahl',
    responsibleUnit: communications,
    at: [3, '10:40'],
    cover: {
      name: 'Rådhuset.png',
      bytes: townHall(),
      alt: 'Tegning av rådhuset ved elva, med tårn og rødt tak.',
    },
    action: { what: 'Les forslaget og svar', due: days.until(5, 13), doneBy: 0.1 },
    earlier: [
      {
        lead: 'Forslaget er på fire sider. Du kan svaret på fem minutter.',
        replaced: { at: [3, '10:55'], note: 'Rettet en skrivefeil.', isEditorial: true },
      },
    ],
    sendToTeams: true,
    readBy: 0.41,
    reactions: { like: 0.08, useful: 0.05 },
    body: `
      Strategien skal gjelde i fire år. Den sier hva vi bruker nyhetene, e-posten og Teams til, og hvem som skriver hva.

      ## Tre ting vi særlig lurer på

      - Får du vite det du trenger, tidsnok?
      - Hva får du for mye av?
      - Hvor leter du først når du lurer på noe?

      Svar her under, eller skriv til [kommunikasjon](mailto:kommunikasjon@elvestrand.example).`,
    comments: [
      {
        at: [3, '12:10'],
        by: 'ola.bakken',
        text: 'Vi som går turnus, leser på telefonen i pausen. Korte saker med det viktigste øverst er best. Hva tenker du @kari.nilsen ?',
      },
      {
        at: [2, '09:25'],
        by: 'sara.holm',
        text: 'Jeg får for mange meldinger om ting som gjelder rådhuset. Fint om dere velger mottakere bedre.',
        replies: [
          {
            by: 'liv.dahl',
            at: [2, '10:00'],
            text: 'Takk, Sara. Det er akkurat det vi vil bli flinkere til. Står på side to.',
          },
          { at: [2, '11:15'], text: 'Enig. Jeg leser bare det som gjelder min enhet.' },
        ],
      },
      {
        at: [2, '14:45'],
        text: 'Kollegaen min på naborommet svarer aldri på e-post uansett.',
        removed: 'Handler om en kollega som kan kjennes igjen.',
      },
    ],
  },
  {
    key: 'hello-in-english',
    title: 'New to Norway? Coffee and small talk in Norwegian',
    lead: 'Every Tuesday at three o’clock in the library. Bring a colleague, or come alone.',
    audience: 'everyone',
    author: hr,
    responsibleUnit: hr,
    at: [7, '10:10'],
    readBy: 0.31,
    reactions: { like: 0.15, thanks: 0.04 },
    body: `
      More than a hundred of us have another first language than Norwegian. Here you can practise without pupils, patients or
      managers listening.

      - You do not need to sign up.
      - We speak slowly, and nobody corrects your grammar unless you ask.
      - It counts as working hours if your leader agrees.`,
  },
  {
    key: 'car-service',
    title: 'Tjenestebilene skal på service denne uka',
    lead: 'Lever nøkkelen på verkstedet kvelden før.',
    audience: { units: [['Helse og mestring', 'Hjemmetjenesten'], ['Samfunn, kultur og teknisk']] },
    author: ['Samfunn, kultur og teknisk', 'Teknisk drift'],
    responsibleUnit: ['Samfunn, kultur og teknisk', 'Teknisk drift'],
    at: [9, '08:00'],
    state: 'expired',
    expiresAt: [days.workdaysAgo(4), '16:00'],
    hasNoComments: true,
    readBy: 0.5,
    body: `Verkstedet tar ti biler om dagen. Lista henger i bilskuret. Er bilen din ikke på lista, ring vaktmesteren.`,
  },
]
