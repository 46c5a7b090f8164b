import type { ComponentType } from 'react'
import { Buildings3Icon, ClockDashedIcon, MagnifyingGlassIcon, NewspaperIcon } from '@navikt/aksel-icons'
import type { EntityType, SearchHit } from '#api/search/contract.ts'
import type { Me } from '#api/users/contract.ts'
import { formatWhen } from '../../lib/dates.ts'
import { paths } from '../../lib/paths.ts'
import { m } from '../../messages/messages.js'
import { actionsFor, shortcuts, type SearchAction } from './actions.ts'
import { withoutMarks } from './marked-text.tsx'
import type { SearchAnswer } from './search-queries.ts'

type Icon = ComponentType<{ 'aria-hidden': true; fontSize: string }>

/** Something the dialog offers. */
export interface SearchOption {
  key: string
  /** With marks around what matched. */
  title: string
  /** A second line, with marks: what tells it from others of the same name. */
  detail: string | null
  /** A person is shown by their initials instead. */
  icon: Icon | null
  to: string
  /** Of a person, whose presence is shown. */
  userId?: string
  /** The search that this option finishes, if it is one. */
  search?: string
}

/** Options that belong together, under a heading. */
export interface SearchGroup {
  key: string
  label: string
  options: SearchOption[]
}

/** Where a hit leads. */
export const addressOf = (type: EntityType, id: string): string =>
  ({ user: paths.colleague, orgUnit: paths.unit, newsPost: paths.newsPost })[type](id)

/** What is said of a hit below its name. */
export function detailOf(type: EntityType, { summary, resource }: SearchHit): string {
  const { detail, dateTime, isCurrent } = resource
  if (type === 'user') {
    const left = isCurrent ? '' : m.search_hasLeft()
    return joined([left, summary && m.search_askAbout({ subject: summary }), detail])
  }
  if (type === 'orgUnit') return joined([m.search_unit(), detail])
  const kind = isCurrent ? m.search_news() : m.search_oldNews()
  return joined([kind, detail, dateTime && formatWhen(dateTime)])
}

const joined = (parts: readonly (string | null)[]) => parts.filter(Boolean).join(' · ')

const icons: Record<EntityType, Icon | null> = {
  user: null,
  orgUnit: Buildings3Icon,
  newsPost: NewspaperIcon,
}

/** The picture of a type; a person has initials instead. */
export const iconOf = (type: EntityType) => icons[type]

const optionOf = (type: EntityType, hit: SearchHit): SearchOption => ({
  key: `${type}-${hit.hitId}`,
  title: hit.resource.displayName,
  detail: detailOf(type, hit),
  icon: icons[type],
  to: addressOf(type, hit.resource.id),
  ...(type === 'user' && hit.resource.isCurrent && { userId: hit.resource.id }),
})

const actionOption = ({ key, label, to, icon }: SearchAction): SearchOption => ({
  key: `do-${key}`,
  title: label,
  detail: null,
  icon,
  to,
})

/** Goes to all that is found with other words. */
const searchOption = (key: string, text: string): SearchOption => ({
  key,
  title: text,
  detail: null,
  icon: MagnifyingGlassIcon,
  to: paths.search({ q: text }),
  search: text,
})

/** Before anything is typed: what was searched for last, and what one often goes to. */
export function groupsBefore(viewer: Me, recent: readonly string[]): SearchGroup[] {
  return filled([
    {
      key: 'recent',
      label: m.search_recent(),
      options: recent.map((text, index) => ({
        ...searchOption(`recent-${index}`, text),
        icon: ClockDashedIcon,
      })),
    },
    { key: 'shortcuts', label: m.search_shortcuts(), options: shortcuts(viewer).map(actionOption) },
  ])
}

/** What was found, the best of all first, what can be done about it, and the way to all of it. */
export function groupsFor(viewer: Me, text: string, answer: SearchAnswer | undefined): SearchGroup[] {
  const hits = (answer?.hitsContainers ?? []).flatMap(({ entityType, hits: some }) =>
    some.map((hit) => ({ type: entityType, hit })),
  )
  const best = hits.find(({ hit }) => hit.rank === 1)
  const ofType = (type: EntityType) =>
    hits.filter((one) => one !== best && one.type === type).map((one) => optionOf(type, one.hit))
  const meant = answer?.queryAlterationType === 'suggestion' ? answer.didYouMean : null
  return filled([
    {
      key: 'meant',
      label: m.search_didYouMean(),
      options: meant === null ? [] : [searchOption('meant', meant)],
    },
    { key: 'best', label: m.search_best(), options: best ? [optionOf(best.type, best.hit)] : [] },
    { key: 'do', label: m.search_do(), options: actionsFor(viewer, text).map(actionOption) },
    { key: 'user', label: m.search_people(), options: ofType('user') },
    { key: 'orgUnit', label: m.search_units(), options: ofType('orgUnit') },
    { key: 'newsPost', label: m.search_newsPosts(), options: ofType('newsPost') },
    {
      key: 'all',
      label: m.search_everything(),
      options: [{ ...searchOption('all', text), title: m.search_showAll({ q: text }) }],
    },
  ])
}

const filled = (groups: readonly SearchGroup[]) => groups.filter(({ options }) => options.length > 0)

/** What an option is called, for screen readers and initials. */
export const nameOf = ({ title }: SearchOption): string => withoutMarks(title)
