import type { Schemas } from '@sendoff/api'
import type { SelectQueryBuilder } from 'kysely'
import type { Reader, Schema } from '../store/schema.ts'

type Preview = Schemas['DissolutionPreview']
type Counted = Pick<Preview, 'ends' | 'revokes' | 'cancels' | 'keeps' | 'at_least'>
// biome-ignore lint/suspicious/noExplicitAny: of a query only the number of rows matters
type Rows = SelectQueryBuilder<any, any, any>

/** The number up to which rows are counted, so that no statement grows with the organisation. */
const MOST = 100_000

/** Counts everything that a dissolution would reach, each up to {@link MOST}. */
export async function countAffected(db: Reader, orgId: string): Promise<Counted> {
  const at_least: string[] = []
  const count = async <Name extends string>(group: string, queries: Record<Name, Rows>) => {
    const counts = {} as Record<Name, number>
    for (const [name, query] of Object.entries(queries) as [Name, Rows][]) {
      counts[name] = await countRows(db, query)
      if (counts[name] === MOST) at_least.push(`/${group}/${name}`)
    }
    return counts
  }
  const of = (table: keyof Schema) => db.selectFrom(table as 'account').where('org_id', '=', orgId)
  const kept = standingHolds(db, orgId)
  return {
    ends: await count('ends', {
      members: of('account').where('status', '=', 'active'),
      invited: of('account').where('status', '=', 'active').where('accepted_at', 'is', null),
      restorable_accounts: of('account').where('status', '=', 'departed').where('account_id', 'not in', kept),
      departments: of('department'),
      resources: of('resource').where('account_id', 'not in', kept),
      associations: of('association').where('status', '=', 'linked' as never),
      apps: of('app'),
    }),
    revokes: await count('revokes', {
      authorizations: of('authorization').where('status', '=', 'active'),
      authorizations_given: authorizationsGiven(db, orgId),
      association_invitations: invitations(db, orgId),
    }),
    cancels: await count('cancels', {
      offboardings: of('offboarding').where('status', '=', 'scheduled' as never),
      offboarding_batches: of('offboarding_batch').where('status', '=', 'running' as never),
      leave_applications: of('leave_application').where('status', 'in', ['pending', 'approved'] as never[]),
      scheduled_unlinks: scheduledUnlinks(db, orgId),
    }),
    keeps: await count('keeps', {
      legal_holds: kept.clearSelect().select('departure_id').distinct(),
      resources: of('resource').where('account_id', 'in', kept),
    }),
    at_least,
  }
}

async function countRows(db: Reader, query: Rows): Promise<number> {
  const rows = query.$if(!hasSelection(query), (of) => of.select((eb) => eb.lit(1).as('one'))).limit(MOST)
  const { count } = await db
    .selectFrom(rows.as('counted'))
    .select((of) => of.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

const hasSelection = (query: Rows): boolean => (query.toOperationNode().selections?.length ?? 0) > 0

/** The accounts that keep what they have beyond the organisation's end (S99). */
const standingHolds = (db: Reader, orgId: string) =>
  db.selectFrom('legal_hold').select('account_id').where('org_id', '=', orgId).where('released_at', 'is', null)

/** The authorizations that other organisations gave to the organisation's apps. */
const authorizationsGiven = (db: Reader, orgId: string) =>
  db
    .selectFrom('authorization as given')
    .innerJoin('app', 'app.app_id', 'given.app_id')
    .where('app.org_id', '=', orgId)
    .where('given.org_id', '!=', orgId)
    .where('given.status', '=', 'active')

/** The open invitations that the organisation has sent and received. */
const invitations = (db: Reader, orgId: string) =>
  db
    .selectFrom('association_invitation')
    .where((or) => or.or([or('org_id', '=', orgId), or('associated_org_id', '=', orgId)]))
    .where('status', '=', 'pending')

/** The unlinks that either side has scheduled for the organisation's associations. */
const scheduledUnlinks = (db: Reader, orgId: string) =>
  db
    .selectFrom('association')
    .innerJoin('scheduled_unlink as unlink', 'unlink.association_id', 'association.association_id')
    .where('association.org_id', '=', orgId)
    .where('association.status', '=', 'linked')
    .where('unlink.status', '=', 'scheduled')
