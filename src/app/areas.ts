import type { ComponentType } from 'react'
import {
  ExclamationmarkTriangleIcon,
  HouseFillIcon,
  HouseIcon,
  PencilFillIcon,
  PencilIcon,
  PersonGroupFillIcon,
  PersonGroupIcon,
  TasklistFillIcon,
  TasklistIcon,
} from '@navikt/aksel-icons'
import type { Me } from '#api/users/contract.ts'
import { paths } from '../lib/paths.ts'
import { m } from '../messages/messages.js'

type Icon = ComponentType<{ 'aria-hidden': true; fontSize: string }>

/** An entry of the navigation. */
export interface Area {
  to: string
  label: string
  icon: Icon
  /** Shown in the bottom bar when one is there. */
  activeIcon: Icon
  /** How much waits there is shown beside it. */
  hasTaskCount?: boolean
  /** Another beginning of addresses that belong to it. */
  alsoBelow?: string
  /** Only in this bar; in both without. */
  only?: 'top' | 'bottom'
}

/** Whether the page at an address belongs to an area; to the front page belongs only itself. */
export const isIn = ({ to, alsoBelow }: Area, pathname: string): boolean =>
  [to, alsoBelow].some(
    (start) =>
      start !== undefined && (pathname === start || (start !== '/' && pathname.startsWith(`${start}/`))),
  )

/** The areas this person can go to from one of the bars, in order. The API has said what they may do. */
export function areasFor(viewer: Me, bar: 'top' | 'bottom'): Area[] {
  const home = { to: paths.home(), label: m.app_home(), icon: HouseIcon, activeIcon: HouseFillIcon }
  const tasks = {
    to: paths.tasks(),
    label: m.app_tasks(),
    icon: TasklistIcon,
    activeIcon: TasklistFillIcon,
    hasTaskCount: true,
  }
  const write = {
    to: paths.newNewsPost(),
    label: m.app_writeNews(),
    icon: PencilIcon,
    activeIcon: PencilFillIcon,
    only: 'top' as const,
  }
  const report = {
    to: paths.newDeviation(),
    label: m.app_reportDeviation(),
    icon: ExclamationmarkTriangleIcon,
    activeIcon: ExclamationmarkTriangleIcon,
    only: 'bottom' as const,
  }
  const deviations = {
    to: paths.deviations(),
    label: m.app_deviations(),
    icon: ExclamationmarkTriangleIcon,
    activeIcon: ExclamationmarkTriangleIcon,
    only: 'top' as const,
  }
  const colleagues = {
    to: paths.colleagues(),
    label: m.app_colleagues(),
    icon: PersonGroupIcon,
    activeIcon: PersonGroupFillIcon,
    alsoBelow: paths.units(),
  }
  const all: Area[] = viewer.permissions.canPublishNewsPosts
    ? [home, tasks, report, write, colleagues, deviations]
    : [home, tasks, report, colleagues, deviations]
  return all.filter(({ only = bar }) => only === bar)
}
