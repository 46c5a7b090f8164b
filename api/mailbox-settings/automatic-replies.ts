import { sql, type Kysely } from 'kysely'
import type { AbsenceContext } from '../absences/write.ts'
import { changeAbsence, createAbsence, removeAbsence } from '../absences/write.ts'
import type { AbsenceRow } from '../absences/store.ts'
import type { Database } from '../database/schema.ts'
import { conflict, unprocessable } from '../http/errors.ts'
import { checkSensitiveContent } from '../text/sensitive-content-check.ts'
import { osloTime } from '../time/oslo.ts'
import type { DateTimeTimeZone, MailboxSettings, MailboxSettingsPatch } from './contract.ts'

type Setting = MailboxSettings['automaticRepliesSetting']
type SettingPatch = MailboxSettingsPatch['automaticRepliesSetting']

/** The absence one is in, else the next. */
export const findCurrentOrNext = (
  db: Kysely<Database>,
  userId: string,
  now: Date,
): Promise<AbsenceRow | undefined> =>
  db
    .selectFrom('absence')
    .selectAll()
    .where('user_id', '=', userId)
    .where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', now)]))
    .orderBy('starts_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()

/** What Graph calls the absence; without one, automatic replies are off. */
export function settingOf(absence: AbsenceRow | undefined): Setting {
  if (!absence) {
    return {
      status: 'disabled',
      externalAudience: 'none',
      scheduledStartDateTime: null,
      scheduledEndDateTime: null,
      internalReplyMessage: '',
      externalReplyMessage: '',
    }
  }
  return {
    status: absence.ends_at === null ? 'alwaysEnabled' : 'scheduled',
    externalAudience: absence.external_audience,
    scheduledStartDateTime: wireTime(absence.starts_at),
    scheduledEndDateTime: absence.ends_at && wireTime(absence.ends_at),
    internalReplyMessage: absence.internal_reply,
    externalReplyMessage: absence.external_reply,
  }
}

/** As Graph writes moments: seven decimals, and the zone beside. */
const wireTime = (moment: Date): DateTimeTimeZone => ({
  dateTime: moment.toISOString().replace('Z', '0000'),
  timeZone: 'UTC',
})

/** @throws 422 for a day no month has. */
function momentOf({ dateTime, timeZone }: DateTimeTimeZone, target: string): Date {
  const [day = '', clock = ''] = dateTime.split('T')
  const isDay = new Date(`${day}T12:00:00Z`).toISOString().startsWith(day)
  if (!isDay) throw refused('invalidDay', target, 'No month has this day.')
  if (timeZone === 'UTC') return new Date(`${dateTime.slice(0, 23)}Z`)
  const seconds = Number(clock.slice(6) || 0)
  return new Date(osloTime(day, clock.slice(0, 5)).getTime() + Math.floor(seconds * 1000))
}

/**
 * Writes what Graph calls automatic replies to the absence it stands for, or makes that absence: one rule for both, so
 * that what the person says in one place holds in the other. @throws 409 `noAbsence`, 422
 */
export async function writeSetting(context: AbsenceContext, patch: SettingPatch): Promise<void> {
  const { trx, now, facts } = context
  const { internalReplyMessage, externalReplyMessage, externalAudience } = patch
  const known = await findCurrentOrNext(trx, facts.userId, now)
  checkSensitiveContent(
    { internalReplyMessage: internalReplyMessage ?? '', externalReplyMessage: externalReplyMessage ?? '' },
    [],
  )
  if (patch.status === 'disabled') {
    if (known) await end(context, known)
    return
  }
  const id = await writePeriod(context, known, patch)
  const texts = {
    ...(internalReplyMessage !== undefined && { internal_reply: internalReplyMessage }),
    ...(externalReplyMessage !== undefined && { external_reply: externalReplyMessage }),
    ...(externalAudience !== undefined && { external_audience: externalAudience }),
  }
  if (Object.keys(texts).length === 0) return
  await trx
    .updateTable('absence')
    .set({ ...texts, changed_at: now, revision: sql`revision + 1` })
    .where('id', '=', id)
    .execute()
}

async function end(context: AbsenceContext, known: AbsenceRow): Promise<void> {
  if (known.starts_at >= context.now) return removeAbsence(context, known)
  return changeAbsence(context, known, { endDateTime: context.now.toISOString() })
}

/** @returns the id of the absence the replies belong to. */
async function writePeriod(
  context: AbsenceContext,
  known: AbsenceRow | undefined,
  { status, scheduledStartDateTime: start, scheduledEndDateTime: finish }: SettingPatch,
): Promise<string> {
  const startsAt = start && momentOf(start, 'scheduledStartDateTime')
  const endsAt = finish && momentOf(finish, 'scheduledEndDateTime')
  if (known) {
    const period = {
      ...(startsAt && { startDateTime: startsAt.toISOString() }),
      ...(endsAt && { endDateTime: endsAt.toISOString() }),
      ...(status === 'alwaysEnabled' && { endDateTime: null }),
    }
    if (Object.keys(period).length > 0) await changeAbsence(context, known, period)
    return known.id
  }
  if (status === undefined) throw conflict('noAbsence', 'There is no absence to answer for.')
  if (status === 'alwaysEnabled') {
    return createAbsence(context, { startDateTime: context.now.toISOString(), endDateTime: null })
  }
  if (!startsAt || !endsAt) {
    throw refused('timesNeeded', 'scheduledEndDateTime', 'Say when it begins and when it ends.')
  }
  return createAbsence(context, {
    startDateTime: startsAt.toISOString(),
    endDateTime: endsAt.toISOString(),
  })
}

const refused = (code: string, target: string, message: string) =>
  unprocessable(code, message, [{ code, target, message }])
