/**
 * Waits for something, but not for ever.
 * @param what said in the error, as in `the service worker`.
 * @throws when `seconds` are over; what was begun may still go on, unheard.
 */
export async function within<T>(seconds: number, what: string, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`${what} did not answer in ${seconds} seconds`)),
      seconds * 1000,
    )
  })
  try {
    return await Promise.race([work, end])
  } finally {
    clearTimeout(timer)
  }
}
