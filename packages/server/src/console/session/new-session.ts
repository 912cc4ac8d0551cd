import { decodeJwt } from 'jose'
import { stampOf } from '../../sign-in/person.ts'
import type { ConsoleParts } from '../parts.ts'
import type { ConsoleSession } from './session.ts'
import type { Tokens } from './token-endpoint.ts'

/** Makes the session of a sign-in from its tokens, which the server has just issued to itself. */
export async function newSession({ store, sealer }: ConsoleParts, tokens: Tokens): Promise<ConsoleSession> {
  const { account_id, grant_id } = decodeJwt<{ account_id: string; grant_id: string }>(tokens.access_token)
  const person = await store.db
    .selectFrom('account')
    .innerJoin('identity', 'identity.identity_id', 'account.identity_id')
    .select(['identity.identity_id', 'identity.password_hash'])
    .where('account.account_id', '=', account_id)
    .executeTakeFirstOrThrow()
  return {
    refreshToken: tokens.refresh_token,
    grantId: grant_id,
    accountId: account_id,
    identityId: person.identity_id,
    stamp: stampOf(sealer, person.password_hash),
    signedInAt: Date.now(),
  }
}
