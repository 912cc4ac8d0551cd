import type { Schemas } from '@sendoff/api'
import { sql } from 'kysely'
import type { MemberRow } from '../../locks/members.ts'
import { jsonText } from '../../store/json-text.ts'
import type { Reader } from '../../store/schema.ts'
import type { View } from '../../store/work.ts'

type Type = Schemas['CreationType']
type Maker = Pick<MemberRow, 'org_id' | 'account_id' | 'identity_id'>

/** The things that a member made or asked for and that outlast them, as queries with the same columns (S80). */
const made = {
  app: ({ db }: View, maker: Maker) =>
    appsOf(db, maker).select(['app.app_id as id', 'app.name', 'app.app_id as about_id', 'app.created_at']),
  app_secret: ({ db, now }: View, maker: Maker) =>
    appsOf(db, maker)
      .innerJoin('app_secret as secret', 'secret.app_id', 'app.app_id')
      .where((or) => or.or([or('secret.expires_at', 'is', null), or('secret.expires_at', '>', now)]))
      .select(['secret.secret_id as id', 'app.name', 'app.app_id as about_id', 'secret.created_at']),
  webhook_endpoint: ({ db }: View, maker: Maker) =>
    appsOf(db, maker)
      .innerJoin('webhook_endpoint as endpoint', 'endpoint.app_id', 'app.app_id')
      .where('endpoint.status', '!=', 'deleted')
      .select(['endpoint.endpoint_id as id', 'app.name', 'app.app_id as about_id', 'endpoint.created_at']),
  authorization: ({ db }: View, { org_id, account_id }: Maker) =>
    db
      .selectFrom('authorization as given')
      .innerJoin('app', 'app.app_id', 'given.app_id')
      .where('given.org_id', '=', org_id)
      .where('given.authorized_by', '=', account_id)
      .where('given.status', '=', 'active')
      .select(['given.authorization_id as id', 'app.name', 'app.app_id as about_id', 'given.created_at']),
  offboarding: ({ db }: View, { org_id, account_id }: Maker) =>
    db
      .selectFrom('offboarding')
      .innerJoin('account', 'account.account_id', 'offboarding.account_id')
      .where('offboarding.org_id', '=', org_id)
      .where('offboarding.actor_id', '=', account_id)
      .where('offboarding.status', '=', 'scheduled')
      .select(['offboarding.offboarding_id as id', 'account.name', 'account.account_id as about_id'])
      .select('offboarding.created_at'),
  offboarding_batch: ({ db }: View, { org_id, account_id }: Maker) =>
    db
      .selectFrom('offboarding_batch as batch')
      .where('batch.org_id', '=', org_id)
      .where('batch.status', '=', 'running')
      .where('batch.is_dry_run', '=', 0)
      .where(jsonText(db, 'batch.actor', 'id'), '=', account_id)
      .select(['batch.batch_id as id', sql<string | null>`null`.as('name'), sql<string | null>`null`.as('about_id')])
      .select('batch.created_at'),
  scheduled_unlink: ({ db }: View, { org_id, account_id }: Maker) =>
    db
      .selectFrom('scheduled_unlink as unlink')
      .innerJoin('organization', 'organization.org_id', 'unlink.associated_org_id')
      .where('unlink.org_id', '=', org_id)
      .where('unlink.actor_id', '=', account_id)
      .where('unlink.status', '=', 'scheduled')
      .select(['unlink.unlink_id as id', 'organization.name', 'organization.org_id as about_id', 'unlink.created_at']),
  legal_hold: ({ db }: View, { org_id, account_id }: Maker) =>
    db
      .selectFrom('legal_hold as hold')
      .innerJoin('account', 'account.account_id', 'hold.account_id')
      .where('hold.org_id', '=', org_id)
      .where('hold.placed_by', '=', account_id)
      .where('hold.released_at', 'is', null)
      .select(['hold.hold_id as id', 'account.name', 'hold.departure_id as about_id'])
      .select('hold.placed_at as created_at'),
}

/** The apps of the organisation that the person can act as, because they made them or gave them a secret, keys, redirect URIs or scopes. */
function appsOf(db: Reader, { org_id, identity_id }: Maker) {
  return db
    .selectFrom('app_controller as controller')
    .innerJoin('app', 'app.app_id', 'controller.app_id')
    .where('controller.identity_id', '=', identity_id)
    .where('app.org_id', '=', org_id)
}

/** The effect of the maker's departure: work that acts for them fails when it falls due, everything else stays. */
export const effects: Record<Type, Schemas['CreationEffect']> = {
  app: 'stays',
  app_secret: 'stays',
  webhook_endpoint: 'stays',
  authorization: 'stays',
  offboarding: 'fails',
  offboarding_batch: 'fails',
  scheduled_unlink: 'fails',
  legal_hold: 'stays',
}

/** The types in the order in which they are listed. */
export const types = Object.keys(effects) as Type[]

/** The things of one type as a table. */
export const creationsOf = (view: View, maker: Maker, type: Type) => {
  const query = made[type](view, maker) as ReturnType<typeof made.app>
  return view.db.selectFrom(query.as('creation'))
}

/** Counts the things that a member made or asked for, by type. */
export async function countCreations(view: View, maker: Maker): Promise<Schemas['CreationCount'][]> {
  const counts: Schemas['CreationCount'][] = []
  for (const type of types) {
    const { count } = await creationsOf(view, maker, type)
      .select((of) => of.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    if (count > 0) counts.push({ type, effect: effects[type], count })
  }
  return counts
}
