import { matchRoutes } from 'react-router'
import { expect, test } from 'vitest'
import { paths } from '../lib/paths.ts'
import { routes } from './routes.tsx'

const id = '0198f000-0000-7000-8000-000000000001'

const addresses = {
  home: paths.home(),
  newsWithWords: paths.home({ q: 'ferie & fri' }),
  newNewsPost: paths.newNewsPost(),
  newsPost: paths.newsPost(id),
  editNewsPost: paths.editNewsPost(id),
  printNewsPost: paths.printNewsPost(id),
  newsPostVersions: paths.newsPostVersions(id),
  newsPostReach: paths.newsPostReach(id, { by: 'unit' }),
  emailsAvoided: paths.emailsAvoided(),
  newsEditors: paths.newsEditors(),
  infoScreens: paths.infoScreens(),
  colleagues: paths.colleagues({ q: 'ola lie', person: id }),
  colleague: paths.colleague(id, { q: 'ola' }),
  units: paths.units({ unit: id }),
  unit: paths.unit(id),
  search: paths.search({ q: 'ferie & fri', type: 'newsPost' }),
  searchMisses: paths.searchMisses(),
  printUnit: paths.printUnit(id),
  unitWeek: paths.unitWeek(id, { from: '2026-12-02' }),
  absence: paths.absence(),
  absenceOf: paths.absenceOf(id),
  callBacks: paths.callBacks({ show: 'taken' }),
  newCallBack: paths.newCallBack({ to: id }),
  deviations: paths.deviations({ show: 'mine' }),
  newDeviation: paths.newDeviation({ procedure: 'KV-HEL-004' }),
  deviationSent: paths.deviationSent(),
  correctiveActions: paths.correctiveActions(),
  deviation: paths.deviation(id),
  printDeviation: paths.printDeviation(id),
  duties: paths.duties(),
  duty: paths.duty(id),
  handovers: paths.handovers(),
  tasks: paths.tasks({ show: 'done' }),
  me: paths.me(),
}

const routeOf = (address: string) => {
  const { pathname } = new URL(address, 'http://localhost')
  const route = matchRoutes(routes, pathname)?.at(-1)?.route
  return route?.index ? '/' : route?.path
}

test('the site map is this', () => {
  const siteMap = Object.entries(addresses).map(([name, address]) => [name, address, routeOf(address)])
  expect(siteMap).toEqual([
    ['home', '/', '/'],
    ['newsWithWords', '/?q=ferie+%26+fri', '/'],
    ['newNewsPost', '/news/new', 'news/new'],
    ['newsPost', `/news/${id}`, 'news/:id'],
    ['editNewsPost', `/news/${id}/edit`, 'news/:id/edit'],
    ['printNewsPost', `/news/${id}/print`, 'news/:id/print'],
    ['newsPostVersions', `/news/${id}/versions`, 'news/:id/versions'],
    ['newsPostReach', `/news/${id}/reach?by=unit`, 'news/:id/reach'],
    ['emailsAvoided', '/news/emails-avoided', 'news/emails-avoided'],
    ['newsEditors', '/news/editors', 'news/editors'],
    ['infoScreens', '/news/screens', 'news/screens'],
    ['colleagues', `/colleagues?q=ola+lie&person=${id}`, 'colleagues'],
    ['colleague', `/colleagues/${id}?q=ola`, 'colleagues/:id'],
    ['units', `/units?unit=${id}`, 'units'],
    ['unit', `/units/${id}`, 'units/:id'],
    ['search', '/search?q=ferie+%26+fri&type=newsPost', 'search'],
    ['searchMisses', '/search/misses', 'search/misses'],
    ['printUnit', `/units/${id}/print`, 'units/:id/print'],
    ['unitWeek', `/units/${id}/week?from=2026-12-02`, 'units/:id/week'],
    ['absence', '/absence', 'absence'],
    ['absenceOf', `/colleagues/${id}/absence`, 'colleagues/:id/absence'],
    ['callBacks', '/call-backs?show=taken', 'call-backs'],
    ['newCallBack', `/call-backs/new?to=${id}`, 'call-backs/new'],
    ['deviations', '/deviations?show=mine', 'deviations'],
    ['newDeviation', '/deviations/new?procedure=KV-HEL-004', 'deviations/new'],
    ['deviationSent', '/deviations/sent', 'deviations/sent'],
    ['correctiveActions', '/deviations/actions', 'deviations/actions'],
    ['deviation', `/deviations/${id}`, 'deviations/:id'],
    ['printDeviation', `/deviations/${id}/print`, 'deviations/:id/print'],
    ['duties', '/duties', 'duties'],
    ['duty', `/duties/${id}`, 'duties/:id'],
    ['handovers', '/tasks/handovers', 'tasks/handovers'],
    ['tasks', '/tasks?show=done', 'tasks'],
    ['me', '/me', 'me'],
  ])
})

test('every page has an address in paths, and every other address is the page that does not exist', () => {
  const pages = routes[0]?.children?.[0]?.children ?? []
  const reached = new Set(Object.values(addresses).map(routeOf))
  const unreached = pages.filter((route) => !reached.has(route.index ? '/' : route.path))
  expect(unreached.map((route) => route.path)).toEqual(['*'])
  expect(routeOf('/news/1/2/3')).toBe('*')
})

test('an id cannot lead to another address', () => {
  expect(paths.newsPost('../me?x#y')).toBe('/news/..%2Fme%3Fx%23y')
})
