import type { Kysely } from 'kysely'
import type { Database } from '../database/schema.ts'
import type { Language } from '../outgoing/texts.ts'
import { notificationKinds, type NotificationKind } from './contract.ts'

interface DigestTexts {
  subject: (count: number) => string
  intro: string
  see: string
  /** Who did it, or «Noen». */
  somebody: string
  kinds: Record<NotificationKind, (name: string, count: number) => string>
}

const times = (count: number, word: string) => (count > 1 ? ` (${count} ${word})` : '')

/** What the e-mail says of what happened. Never what it is about: audience is access, and stays in the house (N1). */
export const digestTexts: Record<Language, DigestTexts> = {
  nb: {
    subject: (count) => (count === 1 ? '1 ting du ikke har sett' : `${count} ting du ikke har sett`),
    intro: 'Dette har skjedd, og du har ikke sett det:',
    see: 'Se det på Tunet',
    somebody: 'Noen',
    kinds: {
      commentReplied: (name, count) => `${name} svarte på det du skrev${times(count, 'svar')}`,
      newsPostCommented: (name, count) => `${name} kommenterte nyheten din${times(count, 'kommentarer')}`,
      sameQuestionAsked: (name, count) =>
        `${name} lurer på det samme som du spurte om${times(count, 'personer')}`,
      mention: (name) => `${name} nevnte deg i en kommentar`,
      questionAnswered: (name) => `${name} svarte på spørsmålet ditt`,
      newsPostApproved: (name) => `${name} godkjente nyheten din`,
      newsPostRejected: (name) => `${name} sendte tilbake nyheten din`,
      callBackAnswered: (name) => `${name} har ringt tilbake til en du tok imot`,
      substituteAccepted: (name) => `${name} er stedfortreder for deg`,
      substituteDeclined: (name) => `${name} kan ikke være stedfortreder for deg`,
      deviationAssigned: () => 'Et avvik venter på deg',
      deviationReceived: (name) => `${name} har mottatt avviket ditt`,
      deviationForwarded: (name) => `${name} har sendt avviket ditt til en annen enhet`,
      deviationActionsSet: () => 'Det er satt tiltak for avviket ditt',
      deviationClosed: () => 'Avviket ditt er lukket',
      deviationChanged: () => 'Det er noe nytt om et avvik',
      deviationMessage: (name) => `${name} har skrevet til deg om et avvik`,
      deviationOverdue: () => 'En frist for et avvik er ute',
      deviationEscalated: () => 'Et avvik er løftet til deg',
      correctiveActionAssigned: (name) => `${name} har gitt deg et tiltak`,
    },
  },
  nn: {
    subject: (count) => (count === 1 ? '1 ting du ikkje har sett' : `${count} ting du ikkje har sett`),
    intro: 'Dette har hendt, og du har ikkje sett det:',
    see: 'Sjå det på Tunet',
    somebody: 'Nokon',
    kinds: {
      commentReplied: (name, count) => `${name} svara på det du skreiv${times(count, 'svar')}`,
      newsPostCommented: (name, count) => `${name} kommenterte nyheita di${times(count, 'kommentarar')}`,
      sameQuestionAsked: (name, count) =>
        `${name} lurer på det same som du spurde om${times(count, 'personar')}`,
      mention: (name) => `${name} nemnde deg i ein kommentar`,
      questionAnswered: (name) => `${name} svara på spørsmålet ditt`,
      newsPostApproved: (name) => `${name} godkjende nyheita di`,
      newsPostRejected: (name) => `${name} sende tilbake nyheita di`,
      callBackAnswered: (name) => `${name} har ringt tilbake til ein du tok imot`,
      substituteAccepted: (name) => `${name} er stadfortredar for deg`,
      substituteDeclined: (name) => `${name} kan ikkje vere stadfortredar for deg`,
      deviationAssigned: () => 'Eit avvik ventar på deg',
      deviationReceived: (name) => `${name} har motteke avviket ditt`,
      deviationForwarded: (name) => `${name} har sendt avviket ditt til ei anna eining`,
      deviationActionsSet: () => 'Det er sett tiltak for avviket ditt',
      deviationClosed: () => 'Avviket ditt er lukka',
      deviationChanged: () => 'Det er noko nytt om eit avvik',
      deviationMessage: (name) => `${name} har skrive til deg om eit avvik`,
      deviationOverdue: () => 'Ein frist for eit avvik er ute',
      deviationEscalated: () => 'Eit avvik er løfta til deg',
      correctiveActionAssigned: (name) => `${name} har gitt deg eit tiltak`,
    },
  },
  en: {
    subject: (count) => (count === 1 ? '1 thing you have not seen' : `${count} things you have not seen`),
    intro: 'This has happened, and you have not seen it:',
    see: 'See it on Tunet',
    somebody: 'Somebody',
    kinds: {
      commentReplied: (name, count) => `${name} replied to what you wrote${times(count, 'replies')}`,
      newsPostCommented: (name, count) => `${name} commented on your post${times(count, 'comments')}`,
      sameQuestionAsked: (name, count) => `${name} wonders about what you asked${times(count, 'people')}`,
      mention: (name) => `${name} mentioned you in a comment`,
      questionAnswered: (name) => `${name} answered your question`,
      newsPostApproved: (name) => `${name} approved your post`,
      newsPostRejected: (name) => `${name} sent your post back`,
      callBackAnswered: (name) => `${name} has called back somebody you took a message from`,
      substituteAccepted: (name) => `${name} is your substitute`,
      substituteDeclined: (name) => `${name} cannot be your substitute`,
      deviationAssigned: () => 'A deviation waits for you',
      deviationReceived: (name) => `${name} has received your deviation`,
      deviationForwarded: (name) => `${name} has sent your deviation to another unit`,
      deviationActionsSet: () => 'Actions are set for your deviation',
      deviationClosed: () => 'Your deviation is closed',
      deviationChanged: () => 'There is something new about a deviation',
      deviationMessage: (name) => `${name} wrote to you about a deviation`,
      deviationOverdue: () => 'A deadline of a deviation has passed',
      deviationEscalated: () => 'A deviation has been raised to you',
      correctiveActionAssigned: (name) => `${name} has given you an action`,
    },
  },
}

const isKind = (kind: string): kind is NotificationKind => kind in notificationKinds

/** What of it the person has still not seen, the latest first, a line each. */
export async function notificationLines(
  db: Kysely<Database>,
  userId: string,
  ids: readonly string[],
  language: Language,
): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('notification')
    .leftJoin('user as person', 'person.id', 'notification.person_id')
    .select(['notification.kind', 'notification.count', 'person.display_name'])
    .where('notification.id', 'in', [...ids])
    .where('notification.user_id', '=', userId)
    .where('notification.read_at', 'is', null)
    .orderBy('notification.changed_at', 'desc')
    .execute()
  const say = digestTexts[language]
  return rows.flatMap(({ kind, count, display_name }) =>
    isKind(kind) ? [say.kinds[kind](display_name ?? say.somebody, count)] : [],
  )
}
