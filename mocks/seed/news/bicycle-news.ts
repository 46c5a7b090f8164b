import { drawPng } from './drawing.ts'
import type { NewsPlan } from './news-plan.ts'

const size = { width: 640, height: 320 }

/** Seen from above: the river, the road, the town hall, and the stands with a way to the back entrance. */
const map = () =>
  drawPng(
    size,
    ['dfe8dc', 'a9cbe0', 'f4f1ea', '184b3e', 'c98a1b', '8c9a92'],
    [
      { color: 1, x: 0, y: 0, width: 640, height: 56 },
      { color: 2, x: 0, y: 252, width: 640, height: 44 },
      { color: 5, x: 40, y: 150, width: 110, height: 80 },
      { color: 3, x: 210, y: 130, width: 230, height: 100 },
      { color: 2, x: 318, y: 96, width: 16, height: 34 },
      { color: 2, x: 318, y: 96, width: 232, height: 12 },
      ...Array.from({ length: 8 }, (_, stand) => ({
        color: 4,
        x: 484 + stand * 16,
        y: 76,
        width: 8,
        height: 56,
      })),
      { color: 5, x: 500, y: 166, width: 96, height: 64 },
    ],
  )

const answers = `Spørsmål og svar om sykkelparkeringen

Kan jeg lade elsykkelen?
Ja. To av stativene har strøm. Ta batteriet med deg inn om natta.

Hvem kan bruke den?
Alle ansatte og alle som har et møte i rådhuset.

Hva skjer med det gamle stativet?
Det flyttes til biblioteket.
`

/** A post with a picture in its text and a file attached. */
export const bicycleNews = (): NewsPlan => ({
  key: 'bicycle-parking',
  title: 'Ny sykkelparkering bak rådhuset',
  lead: 'Nå er det plass til 48 sykler under tak. Adgangskortet ditt åpner porten.',
  audience: 'everyone',
  author: 'liv.dahl',
  responsibleUnit: ['Kommunedirektørens stab', 'Kommunikasjon'],
  at: [5, '11:15'],
  readBy: 0.44,
  body: `
    Parkeringen ligger mellom elva og den bakre inngangen, og er merket med gult på kartet.

    ## Godt å vite

    - Porten er åpen fra kl. 6 til 22. Ellers bruker du adgangskortet.
    - To av stativene har strøm til elsykler.
    - Sykler som står igjen etter årsskiftet, blir gitt til verkstedet på ungdomshuset.

    Lurer du på noe mer? Se vedlegget.`,
  files: [
    { name: 'Spørsmål og svar om sykkelparkeringen.txt', bytes: new TextEncoder().encode(answers) },
    {
      name: 'Kart over sykkelparkeringen.png',
      bytes: map(),
      picture: {
        alt: 'Kart sett ovenfra: Sykkelstativene står bak rådhuset, mot elva, med en gangvei til den bakre inngangen.',
        ...size,
      },
    },
  ],
})
