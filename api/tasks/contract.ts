import * as z from 'zod/mini'
import { UserReference } from '../users/contract.ts'

/** What there is to do. Each area adds its own through `tasks/task-sources.ts`. */
export const taskKinds = [
  'newsPostToConfirm',
  'newsPostAction',
  'newsPostToApprove',
  'newsPostReturned',
  'questionToAnswer',
  'questionAnswered',
  'mention',
  'callBack',
  'substituteToAnswer',
  'substituteDeclined',
  'deviationToReceive',
  'deviationToTreat',
  'deviationToEvaluate',
  'deviationToClose',
  'deviationObjection',
  'deviationReported',
  'authorityNotice',
  'correctiveAction',
] as const
export type TaskKind = (typeof taskKinds)[number]

/** `waiting` for me, `waitingOnOthers` for what I have asked of them, `done` in the last 30 days. */
export const taskStates = ['waiting', 'waitingOnOthers', 'done'] as const
export type TaskState = (typeof taskStates)[number]

/** One thing that waits: `GET /v1.0/me/tasks?$filter=state eq 'waiting'`, the nearest deadline first, those without last. */
export const Task = z.object({
  /** Stays the same as long as the task is the same. */
  id: z.string(),
  kind: z.enum(taskKinds),
  state: z.enum(taskStates),
  /** Name of what it is about: a title, a question, a caller's name. */
  title: z.string(),
  /** What else one should know: the subject of a call, whose post it is. Null when there is nothing. */
  detail: z.nullable(z.string()),
  /** Last day, in Europe/Oslo. */
  dueDate: z.nullable(z.iso.date()),
  createdDateTime: z.iso.datetime(),
  completedDateTime: z.nullable(z.iso.datetime()),
  /** Who asks, or whom one waits for. */
  person: z.nullable(UserReference),
  /** For whom one does it, as a substitute: «S for L». */
  onBehalfOf: z.nullable(z.object({ id: z.uuid(), displayName: z.string() })),
  /** What it is about, to go there. `type` is a resource's name for one: `newsPost`, `callBackMessage`, `absence`. */
  resource: z.object({ type: z.string(), id: z.uuid(), commentId: z.nullable(z.uuid()) }),
  /** Number to ring, of a call-back. */
  phone: z.nullable(z.string()),
  /** When somebody is away, of what is about a substitute; without an end when nobody knows it yet. */
  period: z.nullable(
    z.object({ startDateTime: z.iso.datetime(), endDateTime: z.nullable(z.iso.datetime()) }),
  ),
  /** Of a text to read. */
  readingTimeInMinutes: z.nullable(z.int()),
  /** When the viewer was last reminded of it. */
  remindedDateTime: z.nullable(z.iso.datetime()),
})
export type Task = z.infer<typeof Task>
