import type * as z from 'zod/mini'
import { hoursAfter, noticeHours } from '../deviations/deadlines.ts'
import type { LockedDeviation } from '../deviations/facts.ts'
import { invalidTransition } from '../deviations/lifecycle.ts'
import { peopleOf } from '../deviations/routing.ts'
import { act, requireMay, type DeviationContext } from '../deviations/write-context.ts'
import { notify } from '../notifications/notify.ts'
import type {
  AdviseAuthorityNotice,
  DecideAuthorityNotice,
  ProposeAuthorityNotice,
  WithReason,
} from './contract.ts'

type Reason = z.infer<typeof WithReason>

/** The reporter does not agree that it is none; the quality adviser looks at it. Once. */
export async function object(
  context: DeviationContext,
  deviation: LockedDeviation,
  body: Reason,
): Promise<void> {
  await act(context, deviation, {
    action: 'object',
    event: 'objected',
    note: body.reason,
    acceptedFindings: body.acceptedFindings,
    set: { objection: body.reason, is_objection_open: true },
  })
  await tell(context, deviation, 'quality')
}

/** Asks those who may to take it up again. */
export const requestReopening = (context: DeviationContext, deviation: LockedDeviation, body: Reason) =>
  act(context, deviation, {
    action: 'requestReopening',
    event: 'reopeningRequested',
    note: body.reason,
    acceptedFindings: body.acceptedFindings,
    tellsLeader: true,
  })

/** Out of sight of all but those who must treat it; whoever did it can undo it. */
export const shield = (context: DeviationContext, deviation: LockedDeviation, body: Reason) =>
  act(context, deviation, {
    action: 'shield',
    event: 'shielded',
    note: body.reason,
    acceptedFindings: body.acceptedFindings,
    set: { is_shielded: true, shielded_by_id: context.viewer.id },
  })

export const unshield = (context: DeviationContext, deviation: LockedDeviation, body: Reason) =>
  act(context, deviation, {
    action: 'unshield',
    event: 'unshielded',
    note: body.reason,
    acceptedFindings: body.acceptedFindings,
    set: { is_shielded: false, shielded_by_id: null },
  })

/** The leader's checklist by GDPR art. 33(3), as far as it is known, and what they think. */
export async function proposeNotice(
  context: DeviationContext,
  deviation: LockedDeviation,
  { outcome, content, note, acceptedFindings }: z.infer<typeof ProposeAuthorityNotice>,
): Promise<void> {
  await act(context, deviation, {
    action: 'proposeAuthorityNotice',
    event: 'noticeProposed',
    note: note ?? null,
    acceptedFindings,
    texts: content,
    set: {
      notice_proposal: outcome,
      notice_proposal_note: note ?? null,
      notice_content: JSON.stringify(content),
    },
    data: { outcome },
  })
  await tell(context, deviation, 'dataProtection')
  await tell(context, deviation, 'chiefExecutive')
}

export async function adviseNotice(
  context: DeviationContext,
  deviation: LockedDeviation,
  { outcome, note, acceptedFindings }: z.infer<typeof AdviseAuthorityNotice>,
): Promise<void> {
  await act(context, deviation, {
    action: 'adviseAuthorityNotice',
    event: 'noticeAdvised',
    note,
    acceptedFindings,
    set: { notice_advice: outcome, notice_advice_note: note },
    data: { outcome },
  })
  await tell(context, deviation, 'chiefExecutive')
}

/**
 * To tell Datatilsynet or not (GDPR art. 33). What is told must be whole; not to tell, and to tell later than 72 hours,
 * needs a reason, which is the record of art. 33(5). @throws 409 naming what is missing.
 */
export async function decideNotice(
  context: DeviationContext,
  deviation: LockedDeviation,
  body: z.infer<typeof DecideAuthorityNotice>,
): Promise<void> {
  requireMay('decideAuthorityNotice', deviation)
  const { outcome, reason = '', acceptedFindings } = body
  const content = body.content ?? deviation.notice_content
  const isLate = context.now > hoursAfter(deviation.discovered_at, noticeHours)
  const lacking = [
    ...(outcome === 'notify' && !(content && Object.values(content).every((text) => text !== ''))
      ? ['content']
      : []),
    ...((outcome === 'doNotNotify' || isLate) && reason === '' ? ['reason'] : []),
  ]
  if (lacking.length > 0) throw invalidTransition(lacking)
  await act(context, deviation, {
    action: 'decideAuthorityNotice',
    event: 'noticeDecided',
    note: reason === '' ? null : reason,
    acceptedFindings,
    ...(body.content && { texts: body.content }),
    set: {
      notice_outcome: outcome,
      notice_reason: reason === '' ? null : reason,
      notice_content: content ? JSON.stringify(content) : null,
      notice_decided_at: context.now,
    },
    data: { outcome },
    tellsLeader: true,
  })
}

async function tell(
  { trx, viewer, now }: DeviationContext,
  { id, reporter_visibility, reporter_id }: LockedDeviation,
  target: 'quality' | 'dataProtection' | 'chiefExecutive',
): Promise<void> {
  const isHidden = reporter_visibility !== 'named' && reporter_id === viewer.id
  await notify(trx, {
    kind: 'deviationChanged',
    userIds: await peopleOf(trx, id, target, now),
    actorId: isHidden ? null : viewer.id,
    threadId: id,
    resource: { type: 'deviation', id },
    at: now,
  })
}
