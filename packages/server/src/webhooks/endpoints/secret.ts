import type { ExpressionBuilder } from 'kysely'
import type { Sealer } from '../../crypto/seal.ts'
import { newId } from '../../ids.ts'
import type { Schema } from '../../store/schema.ts'
import type { View, Work } from '../../store/work.ts'
import { generateSecret } from '../signature/standard-webhooks.ts'

/** The purpose with which webhook secrets are sealed. */
export const SECRET_PURPOSE = 'webhook secret'

/** Gives an endpoint a new secret, which can't be read again. */
export async function addEndpointSecret(
  work: Work,
  endpoint_id: string,
  sealer: Sealer,
): Promise<{ secretId: string; secret: string }> {
  const [secret, secretId] = [generateSecret(), newId('whs')]
  const sealed = sealer.seal(secret, SECRET_PURPOSE)
  await work.db
    .insertInto('webhook_secret')
    .values({ endpoint_id, secret_id: secretId, sealed, created_at: work.now, expires_at: null })
    .execute()
  return { secretId, secret }
}

/** A condition: the secret is live. Each live secret signs. */
export const isLiveAt = (now: number) => (is: ExpressionBuilder<Schema, 'webhook_secret'>) =>
  is.or([is('expires_at', 'is', null), is('expires_at', '>', now)])

/** Reads the secrets that an endpoint's messages are signed with, newest first. */
export async function findSecrets(view: View, sealer: Sealer, endpointId: string): Promise<string[]> {
  const rows = await view.db
    .selectFrom('webhook_secret')
    .select('sealed')
    .where('endpoint_id', '=', endpointId)
    .where(isLiveAt(view.now))
    .orderBy('secret_id', 'desc')
    .execute()
  return rows.map((row) => sealer.open(row.sealed, SECRET_PURPOSE))
}
