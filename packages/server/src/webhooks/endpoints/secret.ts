import type { ExpressionBuilder } from 'kysely'
import type { Sealer } from '../../crypto/seal.ts'
import { newId } from '../../ids.ts'
import type { Reader, Schema, Tx } from '../../store/schema.ts'
import { generateSecret } from '../signature/standard-webhooks.ts'

/** What a webhook secret is sealed as. */
export const SECRET_PURPOSE = 'webhook secret'

/** Gives an endpoint a new secret, which can't be read again. */
export async function addSecret(
  tx: Tx,
  endpoint_id: string,
  sealer: Sealer,
  now: number,
): Promise<{ secretId: string; secret: string }> {
  const [secret, secretId] = [generateSecret(), newId('whs')]
  const sealed = sealer.seal(secret, SECRET_PURPOSE)
  await tx
    .insertInto('webhook_secret')
    .values({ endpoint_id, secret_id: secretId, sealed, created_at: now, expires_at: null })
    .execute()
  return { secretId, secret }
}

/** Which secrets live: what is signed is signed with each of them. */
export const isLiveAt = (now: number) => (is: ExpressionBuilder<Schema, 'webhook_secret'>) =>
  is.or([is('expires_at', 'is', null), is('expires_at', '>', now)])

/** Reads the secrets that an endpoint's messages are signed with, newest first. */
export async function findSecrets(db: Reader, sealer: Sealer, endpointId: string, now: number): Promise<string[]> {
  const rows = await db
    .selectFrom('webhook_secret')
    .select('sealed')
    .where('endpoint_id', '=', endpointId)
    .where(isLiveAt(now))
    .orderBy('secret_id', 'desc')
    .execute()
  return rows.map((row) => sealer.open(row.sealed, SECRET_PURPOSE))
}
