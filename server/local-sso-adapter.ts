import type { Kysely } from 'kysely'
import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider'
import type { Database } from '#api/database/schema.ts'

const inSeconds = (time: number) => Math.floor(time / 1000)

/**
 * Keeps what the OpenID provider must remember in the table `oidc_payload`, so that a restart signs nobody out and
 * several processes can serve one sign-in.
 */
export function createAdapter(db: Kysely<Database>, now: () => Date = () => new Date()): AdapterFactory {
  return (model) => new OidcAdapter(db, model, now)
}

class OidcAdapter implements Adapter {
  readonly #db: Kysely<Database>
  readonly #model: string
  readonly #now: () => Date

  constructor(db: Kysely<Database>, model: string, now: () => Date) {
    this.#db = db
    this.#model = model
    this.#now = now
  }

  async upsert(id: string, payload: AdapterPayload, expiresIn?: number) {
    const values = {
      payload: JSON.stringify(payload),
      expires_at: expiresIn === undefined ? null : new Date(this.#now().getTime() + expiresIn * 1000),
      grant_id: payload.grantId ?? null,
      uid: payload.uid ?? null,
      user_code: payload.userCode ?? null,
    }
    await this.#db
      .insertInto('oidc_payload')
      .values({ model: this.#model, id, ...values })
      .onConflict((conflict) => conflict.columns(['model', 'id']).doUpdateSet(values))
      .execute()
  }

  find(id: string) {
    return this.#findBy('id', id)
  }

  findByUid(uid: string) {
    return this.#findBy('uid', uid)
  }

  findByUserCode(userCode: string) {
    return this.#findBy('user_code', userCode)
  }

  async consume(id: string) {
    await this.#db
      .updateTable('oidc_payload')
      .set({ consumed_at: this.#now() })
      .where('model', '=', this.#model)
      .where('id', '=', id)
      .execute()
  }

  async destroy(id: string) {
    await this.#db.deleteFrom('oidc_payload').where('model', '=', this.#model).where('id', '=', id).execute()
  }

  /** The provider calls it on each model that can be revoked. */
  async revokeByGrantId(grantId: string) {
    await this.#db
      .deleteFrom('oidc_payload')
      .where('model', '=', this.#model)
      .where('grant_id', '=', grantId)
      .execute()
  }

  async #findBy(column: 'id' | 'uid' | 'user_code', value: string): Promise<AdapterPayload | undefined> {
    // PostgreSQL has no text with U+0000, so nothing is kept under such a name.
    if (value.includes('\u0000')) return undefined
    const row = await this.#db
      .selectFrom('oidc_payload')
      .select(['payload', 'consumed_at'])
      .where('model', '=', this.#model)
      .where(column, '=', value)
      .where((row) => row.or([row('expires_at', 'is', null), row('expires_at', '>', this.#now())]))
      .executeTakeFirst()
    if (!row) return undefined
    return row.consumed_at ? { ...row.payload, consumed: inSeconds(row.consumed_at.getTime()) } : row.payload
  }
}

/** Deletes what has expired. @returns how many rows. */
export async function deleteExpired(db: Kysely<Database>, now: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('oidc_payload')
    .where('expires_at', '<=', now)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
