import type { Kysely } from 'kysely'
import type { Database } from '#api/database/schema.ts'
import type { Config } from './config.ts'
import { listDemoPeople } from './local-sso-people.ts'

/**
 * What the operator reads when the server is ready: the address, where e-mail goes, and who can sign in at the local
 * provider.
 */
export async function greeting(config: Config, db: Kysely<Database>, mailGoes: string): Promise<string> {
  const address = `Tunet is ready at ${config.publicUrl}\n${mailGoes}`
  if (config.sso) return address
  const people = await listDemoPeople(db)
  const width = Math.max(0, ...people.map((person) => person.userPrincipalName.length))
  const lines = people.map(({ userPrincipalName, who }) => `  ${userPrincipalName.padEnd(width)}  ${who}`)
  if (lines.length === 0) return `${address}\nNobody is in the directory yet, so nobody can sign in.`
  return [
    '',
    address,
    '',
    'Sign in as one of these, without a password:',
    ...lines,
    '',
    'Ctrl-C stops it; the data is kept.',
  ].join('\n')
}
