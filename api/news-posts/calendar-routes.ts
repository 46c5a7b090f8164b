import { Hono } from 'hono'
import { idParam, withId } from '../graph/entity.ts'
import { readRows } from '../graph/read.ts'
import type { Env } from '../http/env.ts'
import { notFound } from '../http/errors.ts'
import { noQueryOptions } from '../http/no-query-options.ts'
import { languageOf } from '../outgoing/texts.ts'
import { calendarOf } from '../text/calendar.ts'
import { newsPosts } from './resource.ts'

/** What the entry says, in the reader's own language. */
const texts = {
  nb: {
    confirm: (title: string) => `Les og bekreft: ${title}`,
    reminder: (what: string) => `I morgen er siste dag: ${what}`,
  },
  nn: {
    confirm: (title: string) => `Les og stadfest: ${title}`,
    reminder: (what: string) => `I morgon er siste dag: ${what}`,
  },
  en: {
    confirm: (title: string) => `Read and confirm: ${title}`,
    reminder: (what: string) => `Tomorrow is the last day: ${what}`,
  },
}

const shape = {
  properties: ['title', 'lead', 'confirmBy', 'actionRequired/what', 'actionRequired/dueDate', 'version'],
  computed: [],
}

/**
 * The last day of what a post asks for, as a file for one's own calendar (features.md N23): the action's day, else the
 * day to confirm by. 404 when it has neither.
 */
export const newsCalendarRoutes = new Hono<Env>().get(
  '/newsPosts/:id/calendar',
  noQueryOptions,
  async (c) => {
    const id = idParam(c)
    const { deps, viewer } = c.var
    const [found] = await readRows(deps.db, viewer, newsPosts, {
      shape,
      where: [withId(newsPosts, id)],
      limit: 1,
    })
    if (!found) throw notFound()
    // The columns behind these paths have exactly these types.
    const post = found.row as {
      title: string
      lead: string
      confirmBy: string | null
      'actionRequired/what': string | null
      'actionRequired/dueDate': string | null
      version: number
    }
    const dueDate = post['actionRequired/dueDate']
    const day = dueDate ?? post.confirmBy
    if (day === null) throw notFound()

    const reader = await deps.db
      .selectFrom('user')
      .select('preferred_language')
      .where('id', '=', viewer.id)
      .executeTakeFirst()
    const say = texts[languageOf(reader?.preferred_language ?? 'nb')]
    const title = (dueDate === null ? null : post['actionRequired/what']) ?? say.confirm(post.title)
    const { publicUrl } = deps.settings
    const calendar = calendarOf({
      uid: `newsPost-${id}@${new URL(publicUrl).hostname}`,
      sequence: post.version,
      day,
      title,
      description: [post.title, post.lead].filter(Boolean).join('\n\n'),
      url: `${publicUrl}/news/${id}`,
      reminder: say.reminder(title),
      now: deps.now(),
    })
    return c.body(calendar, 200, {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'attachment; filename="frist.ics"',
    })
  },
)
