import type { Schemas } from '@sendoff/api'
import type { Reader, Schema, Tx } from '../store/schema.ts'
import { type Placing, statement } from '../store/statement.ts'
import type { Work } from '../store/work.ts'

const MOST_LISTED = 100

/** Shares a resource with an associated organisation. */
export async function shareResource(work: Work, share: Omit<Schema['resource_share'], 'created_at'>): Promise<void> {
  await work.db
    .insertInto('resource_share')
    .values({ ...share, created_at: work.now })
    .execute()
}

/** Lists the resources that two associated organisations share with each other, from the view of the first. */
export async function listSharesBetween(
  db: Reader,
  own: string,
  associated: string,
): Promise<Schemas['UnlinkPreview']['shared_resources']> {
  const shares = db
    .selectFrom('resource_share as share')
    .where((or) =>
      or.or([
        or.and([or('share.org_id', '=', own), or('share.associated_org_id', '=', associated)]),
        or.and([or('share.org_id', '=', associated), or('share.associated_org_id', '=', own)]),
      ]),
    )
  const { total } = await shares.select((count) => count.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await shares
    .innerJoin('resource', (join) =>
      join.onRef('resource.org_id', '=', 'share.org_id').onRef('resource.resource_id', '=', 'share.resource_id'),
    )
    .select(['resource.resource_id', 'resource.org_id', 'resource.kind', 'resource.name'])
    .orderBy('resource.resource_id')
    .limit(MOST_LISTED)
    .execute()
  const items = rows.map((row) => ({
    resource_id: row.resource_id,
    kind: row.kind,
    name: row.name,
    shared_by: row.org_id === own ? ('own' as const) : ('associated' as const),
  }))
  return { total, items }
}

/** Ends the sharing between two organisations; the resources themselves stay. */
export async function endSharesBetween(tx: Tx, one: string, other: string): Promise<void> {
  await deleteShares(tx, { one, other })
}

const deleteShares = statement((db, $: Placing<{ one: string; other: string }>) =>
  db
    .deleteFrom('resource_share')
    .where('org_id', 'in', [$('one'), $('other')])
    .where('associated_org_id', 'in', [$('one'), $('other')]),
)
