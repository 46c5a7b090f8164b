import { ApiError } from '#api/http/errors.ts'

/**
 * The specific code something is refused with, or `accepted`. Anything thrown that is not meant for the caller is
 * thrown on, and fails the test.
 */
export async function refusalOf(attempt: () => unknown): Promise<string> {
  try {
    await attempt()
    return 'accepted'
  } catch (error) {
    if (error instanceof ApiError) return error.parts.code ?? error.topCode
    throw error
  }
}
