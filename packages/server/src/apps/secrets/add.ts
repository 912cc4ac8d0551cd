import { newId } from '../../ids.ts'
import type { Tx } from '../../store/schema.ts'
import { hashSecret, newSecret } from '../secret.ts'

/** Gives an app another secret, of which only the hash is kept. */
export async function addSecret(tx: Tx, app_id: string, now: number): Promise<{ secretId: string; secret: string }> {
  const secret = newSecret()
  const secretId = newId('sec')
  await tx
    .insertInto('app_secret')
    .values({ app_id, secret_id: secretId, hash: hashSecret(secret), created_at: now, expires_at: null })
    .execute()
  return { secretId, secret }
}
