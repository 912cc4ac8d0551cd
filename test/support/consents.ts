import { sql } from 'kysely'
import { newId } from '../../packages/server/src/ids.ts'
import { rows } from './database.ts'
import type { Platform } from './platform.ts'

/** Records a consent of a person for the internal app of their organisation. */
export async function consentOf(platform: Platform, accountId: string): Promise<string> {
  const consent_id = newId('cns')
  await rows(platform, (db) =>
    db
      .insertInto('consent')
      .columns(['account_id', 'consent_id', 'app_id', 'scopes', 'gid', 'grant_digest', 'given_at', 'expires_at'])
      .expression((from) =>
        from
          .selectFrom('account')
          .innerJoin('app', 'app.org_id', 'account.org_id')
          .where('account.account_id', '=', accountId)
          .select((of) => [
            'account.account_id',
            of.val(consent_id).as('consent_id'),
            'app.app_id',
            of.val('["org:read"]').as('scopes'),
            sql<string>`app.generation || '.' || account.generation`.as('gid'),
            of.val(`digest of ${consent_id}`).as('grant_digest'),
            of.val(Date.now()).as('given_at'),
            of.val(Date.now() + 60_000).as('expires_at'),
          ])
          .orderBy('app.app_id')
          .limit(1),
      )
      .execute(),
  )
  return consent_id
}
