import type { ComponentType } from 'react'
import {
  Buildings3Icon,
  ClockDashedIcon,
  EnvelopeClosedIcon,
  ExclamationmarkTriangleIcon,
  MagnifyingGlassIcon,
  PencilIcon,
  PersonCircleIcon,
  PersonGroupIcon,
  PersonPencilIcon,
  TasklistIcon,
} from '@navikt/aksel-icons'
import type { Me } from '#api/users/contract.ts'
import { markMatches, wordsFound } from '#api/text/marked-text.ts'
import { paths } from '../../lib/paths.ts'
import { m } from '../../messages/messages.js'

/** Something one can go and do. */
export interface SearchAction {
  key: string
  /** With the marks of what was typed. */
  label: string
  to: string
  icon: ComponentType<{ 'aria-hidden': true; fontSize: string }>
}

interface KnownAction extends SearchAction {
  /** Other words for it. */
  alsoCalled: string
  /** Shown before anything is typed. */
  isShortcut?: boolean
  isAllowed?: (permissions: Me['permissions']) => boolean
}

/** Most that are offered at a time. */
const maxShown = 3

/** What there is to do, the most usual first; who may do it is what the API has said. */
const known = (): KnownAction[] => [
  {
    key: 'write',
    label: m.search_doWrite(),
    alsoCalled: m.search_doWriteAlso(),
    to: paths.newNewsPost(),
    icon: PencilIcon,
    isShortcut: true,
    isAllowed: ({ canCreateNewsPost }) => canCreateNewsPost,
  },
  {
    key: 'tasks',
    label: m.search_doTasks(),
    alsoCalled: m.search_doTasksAlso(),
    to: paths.tasks(),
    icon: TasklistIcon,
    isShortcut: true,
  },
  {
    key: 'away',
    label: m.search_doAway(),
    alsoCalled: m.search_doAwayAlso(),
    to: paths.absence(),
    icon: ClockDashedIcon,
    isShortcut: true,
  },
  {
    key: 'deviation',
    label: m.search_doDeviation(),
    alsoCalled: m.search_doDeviationAlso(),
    to: paths.newDeviation(),
    icon: ExclamationmarkTriangleIcon,
    isShortcut: true,
  },
  {
    key: 'deviations',
    label: m.search_doDeviations(),
    alsoCalled: m.search_doDeviationsAlso(),
    to: paths.deviations(),
    icon: ExclamationmarkTriangleIcon,
  },
  {
    key: 'colleagues',
    label: m.search_doColleague(),
    alsoCalled: m.search_doColleagueAlso(),
    to: paths.colleagues(),
    icon: PersonGroupIcon,
    isShortcut: true,
  },
  {
    key: 'units',
    label: m.search_doUnits(),
    alsoCalled: m.search_doUnitsAlso(),
    to: paths.units(),
    icon: Buildings3Icon,
    isShortcut: true,
  },
  {
    key: 'unread',
    label: m.search_doUnread(),
    alsoCalled: m.search_doUnreadAlso(),
    to: paths.home({ show: 'unread' }),
    icon: TasklistIcon,
  },
  {
    key: 'me',
    label: m.search_doMe(),
    alsoCalled: m.search_doMeAlso(),
    to: paths.me(),
    icon: PersonCircleIcon,
    isShortcut: true,
  },
  {
    key: 'avoided',
    label: m.search_doAvoided(),
    alsoCalled: m.search_doAvoidedAlso(),
    to: paths.emailsAvoided(),
    icon: EnvelopeClosedIcon,
  },
  {
    key: 'editors',
    label: m.search_doEditors(),
    alsoCalled: m.search_doEditorsAlso(),
    to: paths.newsEditors(),
    icon: PersonPencilIcon,
    isAllowed: ({ canNameNewsEditors }) => canNameNewsEditors,
  },
  {
    key: 'misses',
    label: m.search_doMisses(),
    alsoCalled: m.search_doMissesAlso(),
    to: paths.searchMisses(),
    icon: MagnifyingGlassIcon,
    isAllowed: ({ canReadSearchMisses }) => canReadSearchMisses,
  },
]

const allowed = (viewer: Me) => known().filter(({ isAllowed }) => isAllowed?.(viewer.permissions) ?? true)

/** What one often goes to, before anything is typed. */
export const shortcuts = (viewer: Me): SearchAction[] =>
  allowed(viewer).filter(({ isShortcut }) => isShortcut)

/** What can be done about a text: every word of it is the beginning of one in the name, or in another word for it. */
export function actionsFor(viewer: Me, text: string): SearchAction[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length === 0) return []
  const terms = { words, stems: [] }
  return allowed(viewer)
    .filter(({ label, alsoCalled }) => wordsFound(`${label} ${alsoCalled}`, terms) === words.length)
    .slice(0, maxShown)
    .map((action) => ({ ...action, label: markMatches(action.label, terms) }))
}
