import type { SeedPerson } from './people.ts'
import { randomFor, type Random } from './random.ts'

/** What a person tells of oneself, and is asked about. */
export interface AboutPerson {
  about_me: string | null
  responsibilities: string[]
  skills: string[]
  workdays: number[]
}

/** Subjects people of a title are asked about: each of them has some, so that every subject has several. */
const subjectsByTitle: Record<string, readonly string[]> = {
  Byggesaksbehandler: [
    'byggesak',
    'nabovarsel',
    'ferdigattest',
    'tilsyn i byggesaker',
    'dispensasjon',
    'ulovlige byggetiltak',
  ],
  Arealplanlegger: ['reguleringsplan', 'kommuneplanens arealdel', 'dispensasjon', 'strandsone'],
  Næringsrådgiver: ['skjenkebevilling', 'serveringsbevilling', 'næringsfond', 'torgplass'],
  Oppmålingsingeniør: ['oppmåling', 'grensejustering', 'seksjonering', 'nabogrense'],
  'GIS-ingeniør': ['kart', 'matrikkelen', 'adresser', 'geodata'],
  Jordbruksrådgiver: ['produksjonstilskudd', 'driveplikt', 'konsesjon'],
  Skogbruksrådgiver: ['skogfond', 'landbruksveier', 'viltforvaltning'],
  Miljøvernrådgiver: ['forurensning', 'klimaplan', 'motorferdsel i utmark', 'friluftsliv'],
  'VA-ingeniør': ['vannforsyning', 'avløp', 'tilknytning til vann og avløp', 'vannmåler'],
  Vegingeniør: ['graving i veg', 'brøyting', 'gatelys', 'trafikksikkerhet'],
  Branninspektør: ['brannforebygging', 'tilsyn med brannvern', 'fyrverkeri', 'bålbrenning'],
  Feier: ['feiing', 'fyringsanlegg'],
  Saksbehandler: ['sykehjemsplass', 'hjemmehjelp', 'omsorgsbolig', 'støttekontakt', 'BPA'],
  Koordinator: ['individuell plan', 'barnekoordinator', 'utskrivning fra sykehus'],
  Boligkonsulent: ['kommunal bolig', 'startlån', 'bostøtte'],
  Gjeldsrådgiver: ['gjeldsrådgivning', 'økonomisk rådgivning'],
  Flyktningkonsulent: ['bosetting', 'introduksjonsprogram'],
  Veileder: ['økonomisk sosialhjelp', 'kvalifiseringsprogram', 'nødhjelp'],
  Innkjøpsrådgiver: ['anskaffelser', 'rammeavtaler', 'konkurransegrunnlag'],
  Controller: ['budsjett', 'økonomirapportering', 'prosjektregnskap'],
  Regnskapskonsulent: ['faktura', 'reiseregning', 'utlegg', 'mva'],
  Lønnskonsulent: ['lønn', 'sykepengerefusjon', 'pensjon', 'skattekort'],
  Konsulent: ['eiendomsskatt', 'kommunale avgifter', 'fakturering'],
  'HR-rådgiver': [
    'rekruttering',
    'permisjon',
    'sykefraværsoppfølging',
    'arbeidsavtaler',
    'lokale forhandlinger',
  ],
  'Opplæringskonsulent (lærlinger)': ['lærlinger', 'fagbrev'],
  'IKT-rådgiver': ['nettverk', 'tilganger', 'servere', 'informasjonssikkerhet'],
  'IKT-konsulent brukerstøtte': ['brukerstøtte', 'ny PC', 'passord', 'mobiltelefon'],
  Digitaliseringsrådgiver: ['automatisering', 'digitale skjema', 'velferdsteknologi'],
  Informasjonssikkerhetsansvarlig: ['informasjonssikkerhet', 'risikovurdering'],
  Arkivkonsulent: ['arkiv', 'innsyn', 'postliste', 'skjerming'],
  Servicekonsulent: ['sentralbord', 'parkeringstillatelse', 'leie av lokaler'],
  Kommunikasjonsrådgiver: ['nettside', 'pressekontakt', 'klarspråk', 'sosiale medier'],
  Webredaktør: ['nettside', 'universell utforming'],
  Kommuneadvokat: ['kontrakter', 'klagesaker', 'forvaltningsloven'],
  Personvernombud: ['personvern', 'innsyn i egne opplysninger', 'databehandleravtale'],
  Beredskapskoordinator: ['beredskap', 'kriseplan', 'ROS-analyse'],
  'Skolefaglig rådgiver': ['skoleskyss', 'skolebytte', 'spesialundervisning', 'skolemiljø'],
  'Barnehagefaglig rådgiver': ['barnehageopptak', 'barnehagetilskudd', 'tilsyn med barnehager'],
  'PP-rådgiver': ['sakkyndig vurdering', 'språkvansker', 'spesialpedagogisk hjelp'],
  Helsesykepleier: ['vaksinasjon', 'helsekontroll', 'skolehelsetjenesten'],
  Kulturkonsulent: ['kulturmidler', 'arrangement', 'den kulturelle skolesekken'],
  Folkehelserådgiver: ['frisklivsresept', 'folkehelse'],
  Kommuneoverlege: ['smittevern', 'miljørettet helsevern'],
  Bemanningskonsulent: ['vikarer', 'turnus', 'bemanningsplan'],
  Sosionom: ['rusomsorg', 'oppfølging i bolig'],
  Energirådgiver: ['strømavtale', 'energisparing'],
  Byggeprosjektleder: ['byggeprosjekt', 'nytt skolebygg'],
}

const skills = [
  'Excel',
  'engelsk',
  'polsk',
  'arabisk',
  'tegnspråk',
  'førstehjelp',
  'prosjektledelse',
  'samisk',
  'ukrainsk',
  'fransk',
  'klarspråk',
  'veiledning',
]

const sentences = [
  'Jeg har jobbet i kommunen siden studiene og kjenner mange av rutinene.',
  'Ring gjerne, så finner vi ut av det sammen.',
  'Send meg helst en e-post først, så får du svar samme dag.',
  'På tirsdager er jeg ute hos dem det gjelder, og svarer etter klokka tre.',
  'Jeg hjelper deg gjerne i gang hvis du er ny.',
]

/** Written by themselves, so that the demo has somebody who tells much. */
const ownWords: Record<string, Partial<AboutPerson>> = {
  'liv.dahl': {
    about_me: 'Jeg hjelper deg å skrive så folk forstår. Ta kontakt før du skriver, ikke etterpå.',
    skills: ['klarspråk', 'foto', 'krisekommunikasjon'],
  },
  'ola.bakken': { responsibilities: ['turnus 2. etasje', 'pårørendesamtaler'], skills: ['veiledning'] },
}

/** What everyone tells of themselves. The same each time. */
export function aboutPeople(people: readonly SeedPerson[]): Map<string, AboutPerson> {
  const random = randomFor('about people')
  return new Map(people.map((person) => [person.id, about(person, random)]))
}

function about(person: SeedPerson, random: Random): AboutPerson {
  const { job, isDemo, isEnabled, userPrincipalName } = person
  const subjects = isEnabled ? (subjectsByTitle[job.title] ?? []) : []
  const drawn = {
    about_me: random.chance(0.12)
      ? random
          .shuffle(sentences)
          .slice(0, 1 + random.below(2))
          .join(' ')
      : null,
    responsibilities: random.shuffle(subjects).slice(0, 2 + random.below(2)),
    skills: random.chance(0.15) ? random.shuffle(skills).slice(0, 1 + random.below(3)) : [],
    workdays: workdays(person, random),
  }
  return { ...drawn, ...(isDemo ? ownWords[userPrincipalName.replace(/@.*/, '')] : {}) }
}

/** Those who work shifts have none that are known here; part-timers at a desk have days off. */
function workdays({ job, isDemo }: SeedPerson, random: Random): number[] {
  if (job.isDeskless) return []
  if (isDemo || job.percentage > 80) return [1, 2, 3, 4, 5]
  const days = Math.max(1, Math.round(job.percentage / 20))
  return random
    .shuffle([1, 2, 3, 4, 5])
    .slice(0, days)
    .toSorted((a, b) => a - b)
}
