import { forbidden } from './errors.ts'

/** Stops a request the policy says no to. @throws 403 */
export function allow(allowed: boolean): asserts allowed {
  if (!allowed) throw forbidden()
}
