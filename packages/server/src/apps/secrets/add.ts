import { newId } from '../../ids.ts'
import type { Work } from '../../store/work.ts'
import { hashSecret, newSecret } from '../secret.ts'

/** Adds a secret to an app and stores only its hash. */
export async function addAppSecret(work: Work, app_id: string): Promise<{ secretId: string; secret: string }> {
  const secret = newSecret()
  const secretId = newId('sec')
  await work.db
    .insertInto('app_secret')
    .values({ app_id, secret_id: secretId, hash: hashSecret(secret), created_at: work.now, expires_at: null })
    .execute()
  return { secretId, secret }
}
