import { absenceRows } from './absence-rows.ts'
import { callBackRows } from './call-back-rows.ts'
import { commentRows } from './comment-rows.ts'
import { deviationRows } from './deviation-rows.ts'
import { directoryRows } from './directory-rows.ts'
import { dutyRows } from './duty-rows.ts'
import { exportRows } from './export-rows.ts'
import { fileRows } from './file-rows.ts'
import { handoverRows } from './handover-rows.ts'
import { insightRows } from './insight-rows.ts'
import { newsLifeRows } from './news-life-rows.ts'
import { newsRows } from './news-rows.ts'
import { peopleRows } from './people-rows.ts'
import { protectedRows } from './protected-rows.ts'
import { reachabilityRows } from './reachability-rows.ts'
import { readerRows } from './reader-rows.ts'
import type { Row } from './row.ts'
import { searchRows } from './search-rows.ts'
import { serviceRows } from './service-rows.ts'
import { notificationRows, taskRows } from './task-rows.ts'
import { timedRows } from './timed-rows.ts'

/** Who may do what: the whole of it. A new route needs a row here; coverage.test.ts says which is missing. */
export const table: Row[] = [
  ...directoryRows,
  ...absenceRows,
  ...peopleRows,
  ...protectedRows,
  ...reachabilityRows,
  ...newsRows,
  ...newsLifeRows,
  ...readerRows,
  ...insightRows,
  ...commentRows,
  ...fileRows,
  ...searchRows,
  ...exportRows,
  ...taskRows,
  ...callBackRows,
  ...deviationRows,
  ...dutyRows,
  ...notificationRows,
  ...timedRows,
  ...handoverRows,
  ...serviceRows,
]
