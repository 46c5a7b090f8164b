import {
  deviationCategories,
  deviationStates,
  openStates,
  type DeviationState,
} from '#api/deviations/contract.ts'
import type { Me } from '#api/users/contract.ts'
import { defineFilters, type FilterValues } from '../../../components/filter-bar/filter-definition.ts'
import { m } from '../../../messages/messages.js'
import type { ListQuery } from '../deviation-queries.ts'
import { categoryLabels, stateLabels } from '../deviation-words.ts'

/** Whose cases: those I reported, those I am to treat, all I may see. */
export const shows = ['responsible', 'mine', 'all'] as const
export type Show = (typeof shows)[number]

/** What the list can be narrowed by, as it stands in the address. */
export const deviationFilters = defineFilters([
  { kind: 'text', name: 'q', label: m.deviationList_search },
  {
    kind: 'one',
    name: 'state',
    label: m.deviationList_state,
    allLabel: m.deviationList_anyState,
    options: deviationStates.map((value) => ({ value, label: stateLabels[value] })),
  },
  {
    kind: 'one',
    name: 'category',
    label: m.deviationList_category,
    allLabel: m.deviationList_anyCategory,
    options: deviationCategories.map((value) => ({ value, label: categoryLabels[value] })),
  },
  { kind: 'unit', name: 'unit', label: m.deviationList_unit },
  { kind: 'switch', name: 'overdue', label: m.deviationList_overdue },
])
export type DeviationFilterValues = FilterValues<typeof deviationFilters>

/** Whose cases an address asks for; leaders come to those they answer for, others to their own. */
export function showFrom(query: URLSearchParams, viewer: Me): Show {
  const asked = shows.find((show) => show === query.get('show'))
  return asked ?? (viewer.ledOrgUnitIds.length > 0 ? 'responsible' : 'mine')
}

/** A column of the board: where the cases in it are. */
export interface Lane {
  name: 'new' | 'treatment' | 'actions' | 'effect'
  states: readonly DeviationState[]
}

/** The board, from left to right. */
export const lanes: readonly Lane[] = [
  { name: 'new', states: ['registered', 'forwarded'] },
  { name: 'treatment', states: ['received', 'inTreatment', 'reopened'] },
  { name: 'actions', states: ['actionsInProgress'] },
  { name: 'effect', states: ['effectReview'] },
]

const anyOf = (states: readonly DeviationState[]) =>
  `(${states.map((state) => `state eq '${state}'`).join(' or ')})`

/** A list as the API takes it. @param states narrows to these when no state is chosen. */
export function listQuery(
  show: Show,
  value: DeviationFilterValues,
  states: readonly DeviationState[] | undefined,
): ListQuery {
  const { state, category, unit, overdue, q } = value
  const clauses = [
    show === 'mine' && 'viewer/isReporter eq true',
    show === 'responsible' && 'viewer/isResponsible eq true',
    state !== undefined && `state eq '${state}'`,
    state === undefined && states !== undefined && anyOf(states),
    category !== undefined && `category eq '${category}'`,
    unit !== undefined && `orgUnit/id eq ${unit}`,
    overdue && 'isOverdue eq true',
  ].filter((clause) => typeof clause === 'string')
  return {
    filter: clauses.length === 0 ? undefined : clauses.join(' and '),
    search: q,
    orderBy: show === 'responsible' && isOpen(state) ? 'dueDateTime' : 'createdDateTime desc',
  }
}

const isOpen = (state: DeviationState | undefined) =>
  state === undefined || openStates.some((open) => open === state)

/** Whether the list is narrowed at all. */
export const isNarrowed = ({ q, state, category, unit, overdue }: DeviationFilterValues): boolean =>
  q !== '' || state !== undefined || category !== undefined || unit !== undefined || overdue
