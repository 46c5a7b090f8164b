import type { TestApi } from '../call-api.ts'
import { demoPerson } from '../tokens.ts'

/** A message to ring somebody back, and a duty that the same person has now. */
export async function makeDutyAndCall(db: TestApi['db'], org_unit_id: string, user_id: string, now: Date) {
  const message = await db
    .insertInto('call_back_message')
    .values({
      recipient_id: user_id,
      caller_name: 'Solveig Hauge',
      caller_phone: '60 99 99 83',
      subject: 'Omvisning',
      due_on: '2025-03-17',
      created_by_id: demoPerson('anne.vik').id,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const duty = await db
    .insertInto('duty')
    .values({ display_name: 'Sykehjemsvakt', org_unit_id, phone: null, created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  const day = 24 * 3_600_000
  const [starts_at, ends_at] = [new Date(now.getTime() - day), new Date(now.getTime() + day)]
  const shift = await db
    .insertInto('duty_shift')
    .values({ duty_id: duty.id, user_id, starts_at, ends_at })
    .returning('id')
    .executeTakeFirstOrThrow()
  return {
    callBackMessageId: message.id,
    duty: { id: duty.id, etag: 'W/"1"' },
    dutyShiftId: shift.id,
  }
}
