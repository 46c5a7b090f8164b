// @vitest-environment node
import { expect, test } from 'vitest'
import { ApiError } from '../http/errors.ts'
import { missingFor, nextState, type LifecycleFacts } from './lifecycle.ts'
import { deviationActions, deviationStates } from './states.ts'
import { deviationRoles, mayDo, transitions, type CaseFacts, type DeviationRole } from './transitions.ts'

const now = new Date('2025-03-12T09:00:00Z')
/** A case that lacks nothing. */
const whole: LifecycleFacts = {
  state: 'registered',
  severity: 2,
  isPersonalData: false,
  isShielded: false,
  hasResponsible: true,
  causeCategory: 'routine',
  cause: 'Uklart',
  actionCount: 1,
  openActionCount: 0,
  documentOutcome: 'notFollowed',
  effectiveness: 'effective',
  effectNote: 'Hjalp',
  endedAt: now,
  objection: null,
  isObjectionOpen: false,
  noticeDecidedAt: null,
  now,
}

/** Whether it is done; what is refused is an `ApiError`. */
function succeeds(act: () => string): boolean {
  try {
    return deviationStates.some((state) => state === act())
  } catch (error) {
    if (error instanceof ApiError) return false
    throw error
  }
}

test.for(deviationActions)('%s from every state', (action) => {
  for (const state of deviationStates) {
    const isShielded = action === 'unshield'
    const isPersonalData = action.endsWith('AuthorityNotice')
    const isObjectionOpen = action === 'reject'
    const facts = { ...whole, state, isShielded, isPersonalData, isObjectionOpen }
    const isAllowed = transitions[action].from.includes(state)
    expect.soft(missingFor(action, facts), state).toEqual(isAllowed ? [] : ['state'])
    expect
      .soft(
        succeeds(() => nextState(action, facts)),
        state,
      )
      .toBe(isAllowed)
  }
})

/** features.md §8.1 «Transitions × role», as it stands there: M, L, LL, K, V, P, R. */
const order: readonly DeviationRole[] = [
  'reporter',
  'leader',
  'nextLeader',
  'quality',
  'safetyRep',
  'dataProtection',
  'chiefExecutive',
]
const plain: CaseFacts = { severity: 2, category: 'hse', isPersonalData: false, isEscalated: false }
const breach = { ...plain, isPersonalData: true }
const rows: [what: string, action: keyof typeof transitions, facts: CaseFacts, cells: string][] = [
  ['supplement own', 'supplement', plain, 'y------'],
  ['receive', 'receive', plain, '-yy---y'],
  ['receive, personal data', 'receive', breach, '-yy--yy'],
  ['treat', 'startTreatment', plain, '-yy---y'],
  ['set actions', 'addAction', plain, '-yy---y'],
  ['set actions, personal data', 'addAction', breach, '-yy--yy'],
  ['send to another unit', 'forward', breach, '-yyy--y'],
  ['classify', 'classify', plain, '-yyy--y'],
  ['classify, personal data', 'classify', breach, '-yyy-yy'],
  ['speak in an HSE case', 'comment', plain, 'yyyyy-y'],
  ['close low', 'close', plain, '-yy---y'],
  ['close medium', 'close', { ...plain, severity: 3 }, '-yy---y'],
  ['close high', 'close', { ...plain, severity: 4 }, '--y---y'],
  ['close critical', 'close', { ...plain, severity: 5 }, '------y'],
  ['close what went up to the top', 'close', { ...plain, isEscalated: true }, '------y'],
  ['reopen', 'reopen', plain, '-yyy-yy'],
  ['ask to reopen', 'requestReopening', plain, 'y---y--'],
  ['shield', 'shield', plain, '--yy-yy'],
  ['unshield', 'unshield', plain, '--yy-yy'],
  ['propose on the notice', 'proposeAuthorityNotice', breach, '-y-----'],
  ['advise on the notice', 'adviseAuthorityNotice', breach, '-----y-'],
  ['decide on the notice', 'decideAuthorityNotice', breach, '------y'],
]

test.for(rows)('%s, by every role', ([, action, facts, cells]) => {
  for (const [i, role] of order.entries())
    expect.soft(mayDo(action, [role], facts), role).toBe(cells[i] === 'y')
})

test('an owner of an action does that action and nothing else', () => {
  const allowed = deviationActions.filter((action) => mayDo(action, ['actionOwner'], breach))
  expect(allowed).toEqual(['completeAction'])
  expect(deviationRoles).toHaveLength(order.length + 1)
})

test.for<[Partial<LifecycleFacts>, string[]]>([
  [{ state: 'inTreatment', cause: ' ' }, ['cause']],
  [{ state: 'inTreatment', openActionCount: 1 }, ['correctiveActions']],
  [{ state: 'inTreatment', documentOutcome: null }, ['documentOutcome']],
  [{ state: 'inTreatment', severity: 3 }, ['state']],
  [
    { state: 'effectReview', severity: 3, effectNote: null, effectiveness: null },
    ['effectNote', 'effectiveness'],
  ],
  [{ state: 'effectReview', isPersonalData: true }, ['notice']],
])('closing says what is missing: %j', ([facts, expected]) => {
  expect(missingFor('close', { ...whole, ...facts })).toEqual(expected)
})

test('it is taken up again within 30 days, and an objection is made once', () => {
  const later = (days: number) => ({
    ...whole,
    state: 'closed' as const,
    now: new Date(now.getTime() + days * 86_400_000),
  })
  expect(missingFor('reopen', later(30))).toEqual([])
  expect(missingFor('reopen', later(31))).toEqual(['reopenWindow'])
  expect(missingFor('object', { ...whole, state: 'rejected', objection: 'Jo' })).toEqual(['objection'])
})
