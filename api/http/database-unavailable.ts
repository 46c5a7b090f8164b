/**
 * SQLSTATEs and system errors that pass by themselves: the database is not reached, is full or stops, or gave this
 * transaction up for another (PostgreSQL's appendix A).
 */
const passingCodes =
  /^(08000|08001|08003|08004|08006|53\d{3}|57P0[1-5]|40001|40P01|55P03|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/

/** What node-postgres says without a code, when no connection is free in time or one is lost. */
const passingMessages =
  /^(timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error)/

/** Whether the same request may well succeed in a moment: the fault is the way to the database, not the request. */
export const isDatabaseUnavailable = (error: Error): boolean =>
  'code' in error && typeof error.code === 'string'
    ? passingCodes.test(error.code)
    : passingMessages.test(error.message)
