/** The languages the house writes in. */
export type Language = 'nb' | 'nn' | 'en'

/** The language of a person who prefers `tag`; bokmål when it is none of ours. */
export function languageOf(tag: string): Language {
  const [primary] = tag.toLowerCase().split('-')
  return primary === 'nn' || primary === 'en' ? primary : 'nb'
}

const locales: Record<Language, string> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' }

/** A day in words, «18. november», by Oslo's clock. @param day a moment, or a day such as `2026-11-18` */
export function dayInWords(language: Language, day: Date | string): string {
  const moment = typeof day === 'string' ? new Date(`${day}T12:00:00Z`) : day
  return new Intl.DateTimeFormat(locales[language], {
    day: 'numeric',
    month: 'long',
    timeZone: 'Europe/Oslo',
  }).format(moment)
}

/** All the house says in e-mails and channels, beside what people wrote themselves. */
interface Texts {
  mustRead: (title: string) => string
  confirmBy: (day: string) => string
  readWhole: string
  remind: (title: string) => string
  notConfirmed: string
  expiring: (title: string, day: string) => string
  expiringWhy: string
  notPublished: (title: string) => string
  notPublishedWhy: string
  open: string
  digest: (count: number) => string
  digestIntro: string
  digestMore: (count: number) => string
  digestChange: string
  readNews: string
  because: string
}

export const texts: Record<Language, Texts> = {
  nb: {
    mustRead: (title) => `Må leses: ${title}`,
    confirmBy: (day) => `Bekreft at du har lest innen ${day}.`,
    readWhole: 'Les hele nyheten på Tunet',
    remind: (title) => `Husk å bekrefte: ${title}`,
    notConfirmed: 'Du har ikke bekreftet at du har lest og forstått denne nyheten.',
    expiring: (title, day) => `«${title}» går ut av nyhetene ${day}`,
    expiringWhy:
      'Stemmer nyheten fortsatt, kan du gi den en ny sluttdato. Ellers trenger du ikke gjøre noe: Da blir den liggende i arkivet.',
    notPublished: (title) => `«${title}» ble ikke publisert`,
    notPublishedWhy:
      'Nyheten manglet noe da tiden kom, og er et utkast igjen. Åpne den for å se hva som mangler.',
    open: 'Åpne nyheten på Tunet',
    digest: (count) => (count === 1 ? '1 nyhet du ikke har lest' : `${count} nyheter du ikke har lest`),
    digestIntro: 'Dette er nytt siden sist:',
    digestMore: (count) => `og ${count} til`,
    digestChange: 'Velg hvor ofte du vil ha denne e-posten',
    readNews: 'Les nyhetene på Tunet',
    because: 'Du får denne e-posten fordi nyheten gjelder deg. Ingen leser svar på den.',
  },
  nn: {
    mustRead: (title) => `Må lesast: ${title}`,
    confirmBy: (day) => `Stadfest at du har lese innan ${day}.`,
    readWhole: 'Les heile nyheita på Tunet',
    remind: (title) => `Hugs å stadfeste: ${title}`,
    notConfirmed: 'Du har ikkje stadfesta at du har lese og forstått denne nyheita.',
    expiring: (title, day) => `«${title}» går ut av nyheitene ${day}`,
    expiringWhy:
      'Stemmer nyheita framleis, kan du gi henne ein ny sluttdato. Elles treng du ikkje gjere noko: Då blir ho liggjande i arkivet.',
    notPublished: (title) => `«${title}» vart ikkje publisert`,
    notPublishedWhy:
      'Nyheita mangla noko då tida kom, og er eit utkast att. Opne henne for å sjå kva som manglar.',
    open: 'Opne nyheita på Tunet',
    digest: (count) => (count === 1 ? '1 nyheit du ikkje har lese' : `${count} nyheiter du ikkje har lese`),
    digestIntro: 'Dette er nytt sidan sist:',
    digestMore: (count) => `og ${count} til`,
    digestChange: 'Vel kor ofte du vil ha denne e-posten',
    readNews: 'Les nyheitene på Tunet',
    because: 'Du får denne e-posten fordi nyheita gjeld deg. Ingen les svar på han.',
  },
  en: {
    mustRead: (title) => `Must read: ${title}`,
    confirmBy: (day) => `Confirm that you have read it by ${day}.`,
    readWhole: 'Read the whole post on Tunet',
    remind: (title) => `Remember to confirm: ${title}`,
    notConfirmed: 'You have not confirmed that you have read and understood this post.',
    expiring: (title, day) => `“${title}” leaves the news on ${day}`,
    expiringWhy:
      'If the post still holds, you can give it a new end date. If not, you need do nothing: it stays in the archive.',
    notPublished: (title) => `“${title}” was not published`,
    notPublishedWhy:
      'Something was missing when its time came, so the post is a draft again. Open it to see what is missing.',
    open: 'Open the post on Tunet',
    digest: (count) => (count === 1 ? '1 post you have not read' : `${count} posts you have not read`),
    digestIntro: 'New since last time:',
    digestMore: (count) => `and ${count} more`,
    digestChange: 'Choose how often you get this e-mail',
    readNews: 'Read the news on Tunet',
    because: 'You get this e-mail because the post concerns you. Nobody reads replies to it.',
  },
}
