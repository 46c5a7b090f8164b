const words = (text: string) => new Set(text.trim().split(/\s+/))

/** Endings of verbs in the passive with -s, also as the last part of a compound: «innleveres», «utfylles». */
export const passiveVerbs = words(`
  leveres sendes brukes benyttes fylles meldes gjøres legges settes holdes hentes bestilles behandles vurderes registreres
  kontaktes varsles gjennomføres utføres innføres godkjennes vedtas avgjøres besluttes oppdateres lagres slettes arkiveres
  publiseres informeres orienteres rapporteres dokumenteres kontrolleres sjekkes testes lukkes stenges åpnes låses ryddes
  vaskes rengjøres flyttes endres rettes byttes erstattes fjernes monteres installeres repareres vedlikeholdes betales
  utbetales refunderes faktureres kjøpes anskaffes tildeles fordeles utdeles utlyses lyses søkes innhentes innkalles kalles
  inviteres planlegges avlyses utsettes forlenges avsluttes startes påbegynnes iverksettes fastsettes besvares svares
  skrives leses signeres undertegnes bekreftes attesteres føres overføres videreføres følges oppfølges måles evalueres
  analyseres kartlegges beregnes regnes estimeres prioriteres organiseres ledes styres koordineres administreres driftes
  opprettes etableres utvikles bygges tilbys gis tas sies ytes oppgis avgis utgis foretas ivaretas inntas overtas avtales
  presenteres drøftes diskuteres tilrettelegges tilpasses sikres beskyttes oppbevares skjermes deles kopieres skrives
  trykkes lastes hindres forebygges opplyses beskrives nevnes omtales angis merkes markeres kreves forventes anbefales
  oppfordres anses
`)

/** Words in -es after a modal verb that do something themselves, or are no verbs. */
export const activeWords = words(`
  finnes synes trives lykkes mislykkes møtes minnes høres kjennes samles enes skilles undres vokses følges sees ses
  deres felles ellers alles ansattes andres tilkjennes lukes forenes møtest samtykkes fryktes føles vises kappes
  besinnes slåss omgås brytes åndes tykkes skammes aldres blues grues gremmes fornemmes hendes lederes brukeres læreres søkeres
  arbeideres medarbeideres innbyggeres eieres sykepleieres foreldres pårørendes deltakeres voksnes eldres unges
`)

/** The same for nynorsk words in -ast. */
export const activeNynorskWords = words(`
  synast finnast trivast lykkast mislykkast møtast minnast høyrast kjennast samlast einast skiljast undrast fast kast last
  mast rast hast gjest flest mest best ballast kontrast
`)

/**
 * Endings of participles after «blir», also as the last part of a compound. Participles that are mostly adjectives
 * («interessert», «fornøyd») are left out.
 */
export const participles = words(`
  sendt levert brukt benyttet fylt meldt gjort lagt satt holdt hentet bestilt behandlet vurdert registrert kontaktet
  varslet gjennomført utført innført godkjent vedtatt avgjort besluttet oppdatert lagret slettet arkivert publisert
  informert orientert rapportert dokumentert kontrollert sjekket testet stengt åpnet låst ryddet vasket rengjort flyttet
  endret rettet byttet erstattet fjernet montert installert reparert betalt refundert fakturert kjøpt anskaffet tildelt
  fordelt utlyst innhentet innkalt kalt invitert planlagt avlyst utsatt forlenget avsluttet startet iverksatt fastsatt
  besvart skrevet lest signert bekreftet ført fulgt målt evaluert analysert kartlagt beregnet prioritert organisert
  koordinert opprettet etablert utviklet bygd bygget tilbudt gitt tatt sagt foretatt ivaretatt presentert drøftet
  diskutert tilrettelagt tilpasset sikret beskyttet oppbevart delt kopiert trykt krevd forventet anbefalt bedt vist funnet
  valgt ansatt stilt laget trukket
  send stengd opna avlyst utsett gjeven gitt teken tatt lagd sendt kontakta varsla behandla lagra sletta flytta endra
  retta bytta innkalla invitert vedteke avgjord henta bestilt skriven lese lagt sett halde bede vald tilsett
`)

/** Verbs a passive in -s or -ast leans on. */
export const modals = words('kan skal må vil bør kunne skulle måtte burde ville kunna skulla måtta burda lyt')

/** Forms of «bli» and of the nynorsk «verte». */
export const becoming = words('bli blir ble blei blitt vert vart verte vorte')

/** What may stand between the auxiliary and the verb. */
export const between = words(`
  ikke ikkje også òg nå no da då så alltid aldri alle allerede allereie straks snart derfor likevel bare berre kun først
  normalt vanligvis vanlegvis ofte automatisk fortløpende jevnlig enten heller helst gjerne dermed
`)
