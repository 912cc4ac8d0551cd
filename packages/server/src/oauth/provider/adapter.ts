import { type Adapter, type AdapterPayload, errors } from 'oidc-provider'
import { denyGrant, endGrant } from '../../authentication/revoked.ts'
import { digestOf } from '../../crypto/digest.ts'
import type { Sealer } from '../../crypto/seal.ts'
import type { Store } from '../../store/store.ts'
import { findClient } from './client.ts'
import { hasGrace, REFRESH_GRACE } from './refresh-token.ts'

/** The kinds that are stored. The others are JWTs, or are not offered. */
const STORED = new Set(['Interaction', 'PushedAuthorizationRequest', 'AuthorizationCode', 'RefreshToken', 'Grant'])

/**
 * Stores the state of the authorization server between requests, in one table. Ids are digests and payloads are sealed, so that
 * nothing in a copy of the table is usable. A code or token that works once is used up by a conditional update: of many requests at
 * once, in whichever process, one finds it unused.
 *
 * A browser's session is never stored: every request for authorization asks who is there and for which account they act.
 */
export function createModelAdapter(store: Store, sealer: Sealer): (kind: string) => Adapter {
  return (kind) => {
    if (kind === 'Client') return { ...nothingStored, find: (id) => findClient(store.db, id) }
    if (kind === 'AccessToken')
      return { ...nothingStored, revokeByGrantId: (id) => store.transaction((tx) => denyGrant(tx, id)) }
    return STORED.has(kind) ? stored(kind, store, sealer) : nothingStored
  }
}

const nothing = async () => undefined
const nothingStored: Adapter = {
  find: nothing,
  upsert: nothing,
  consume: nothing,
  destroy: nothing,
  findByUserCode: nothing,
  findByUid: nothing,
  revokeByGrantId: nothing,
}

function stored(kind: string, store: Store, sealer: Sealer): Adapter {
  const purpose = (digest: string) => `oauth ${kind} ${digest}`

  async function find(id: string): Promise<AdapterPayload | undefined> {
    const id_digest = digestOf(id)
    const row = await store.db
      .selectFrom('oidc_model')
      .select(['payload', 'consumed_at'])
      .where('kind', '=', kind)
      .where('id_digest', '=', id_digest)
      .where('expires_at', '>', Date.now())
      .executeTakeFirst()
    if (!row?.payload) return undefined
    const consumed = row.consumed_at !== null && !inGrace(row.consumed_at)
    return {
      ...JSON.parse(sealer.open(row.payload, purpose(id_digest))),
      jti: id,
      ...(consumed && { consumed: Math.floor((row.consumed_at ?? 0) / 1000) }),
    }
  }

  async function upsert(id: string, { jti: _, ...payload }: AdapterPayload, expiresIn = 0): Promise<void> {
    const id_digest = digestOf(id)
    const sealed = sealer.seal(JSON.stringify(payload), purpose(id_digest))
    const expires_at = Date.now() + expiresIn * 1000
    const grant_digest = payload.grantId ? digestOf(payload.grantId) : null
    await store.transaction((tx) =>
      tx
        .insertInto('oidc_model')
        .values({ kind, id_digest, payload: sealed, grant_digest, consumed_at: null, expires_at })
        .onConflict((conflict) => {
          const known = conflict.columns(['kind', 'id_digest'])
          // A refresh token that is derived a second time stays used if it was.
          return kind === 'Interaction' ? known.doUpdateSet({ payload: sealed, expires_at }) : known.doNothing()
        })
        .execute(),
    )
  }

  async function consume(id: string): Promise<void> {
    const now = Date.now()
    const id_digest = digestOf(id)
    const first = await store.transaction(async (tx) => {
      const used = await tx
        .updateTable('oidc_model')
        .set((set) => ({ consumed_at: set.fn.coalesce('consumed_at', set.val(now)) }))
        .where('kind', '=', kind)
        .where('id_digest', '=', id_digest)
        .where((or) =>
          or.or([or('consumed_at', 'is', null), ...(mayRepeat() ? [or('consumed_at', '>', now - REFRESH_GRACE)] : [])]),
        )
        .executeTakeFirst()
      if (used.numUpdatedRows > 0n) return true
      const again = await tx
        .selectFrom('oidc_model')
        .select('grant_digest')
        .where('kind', '=', kind)
        .where('id_digest', '=', id_digest)
        .executeTakeFirst()
      if (again?.grant_digest) await endGrant(tx, again.grant_digest)
      return false
    })
    if (first) return
    if (kind === 'PushedAuthorizationRequest') throw new errors.InvalidRequestUri('the request was used already')
    throw new errors.InvalidGrant('used already')
  }

  const mayRepeat = () => kind === 'RefreshToken' && hasGrace()

  const inGrace = (consumedAt: number) => mayRepeat() && consumedAt > Date.now() - REFRESH_GRACE

  async function destroy(id: string): Promise<void> {
    const gone = await store.transaction((tx) =>
      tx
        .deleteFrom('oidc_model')
        .where('kind', '=', kind)
        .where('id_digest', '=', digestOf(id))
        .executeTakeFirstOrThrow(),
    )
    // Only one of several simultaneous answers to a request for authorization counts.
    if (kind === 'Interaction' && gone.numDeletedRows === 0n) throw new errors.SessionNotFound('answered already')
  }

  async function revokeByGrantId(grantId: string): Promise<void> {
    const grant_digest = digestOf(grantId)
    await store.transaction((tx) =>
      tx.deleteFrom('oidc_model').where('kind', '=', kind).where('grant_digest', '=', grant_digest).execute(),
    )
  }

  return { ...nothingStored, find, upsert, consume, destroy, revokeByGrantId }
}
