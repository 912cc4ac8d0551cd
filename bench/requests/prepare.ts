import { addApp } from '../../packages/server/src/apps/add-app.ts'
import { addAppSecret } from '../../packages/server/src/apps/secrets/add.ts'
import { fromOtherSide } from '../../packages/server/src/associations/link.ts'
import { newId } from '../../packages/server/src/ids.ts'
import type { Tx } from '../../packages/server/src/store/schema.ts'
import type { Store } from '../../packages/server/src/store/store.ts'
import type { Work } from '../../packages/server/src/store/work.ts'

/** An organisation that unlinks, and its app. */
export type Initiator = { org_id: string; client_id: string; client_secret: string }

/** An association to end. */
export type Linked = { initiator: number; dept_id: number; associated_org_id: string }

export const SCOPES = ['org:unlink', 'org:read', 'org:association:read'] as const

const LATER = Date.parse('9000-01-01T00:00:00Z')
const AT_ONCE = 200

/**
 * Writes the data to unlink like the domain does: unlinking organisations, each with an app and its endpoint, and an organisation for
 * each association. The endpoints have asked for an endless pause, so that deliveries are recorded and none is sent.
 */
export async function prepare(store: Store, initiators: number, associations: number) {
  const now = Date.now()
  const made: Initiator[] = []
  const linked: Linked[] = []
  await store.write({ now }, async (work) => {
    await addOrganizations(work.db, initiators, now).then(async (ids) => {
      for (const org_id of ids) made.push(await addInitiator(work, org_id))
    })
  })
  for (let from = 0; from < associations; from += AT_ONCE) {
    const count = Math.min(AT_ONCE, associations - from)
    await store.transaction(async (tx) => {
      const others = await addOrganizations(tx, count, now)
      const sides = others.map((associated_org_id, n) => {
        const initiator = (from + n) % initiators
        linked.push({ initiator, dept_id: 1, associated_org_id })
        const org_id = made[initiator]?.org_id ?? ''
        const depts = { dept_id: 1, associated_dept_id: 1 }
        return { association_id: newId('assoc'), org_id, associated_org_id, ...depts, type: 'partner' as const }
      })
      const state = { status: 'linked' as const, linked_at: now, unlinked_at: null }
      const both = sides.flatMap((side) => [side, fromOtherSide(side)])
      await tx
        .insertInto('association')
        .values(both.map((side) => ({ ...side, ...state })))
        .execute()
    })
  }
  return { initiators: made, linked }
}

/** Adds organisations with an earlier event, so that none of the following is their first. */
async function addOrganizations(tx: Tx, count: number, created_at: number): Promise<string[]> {
  const rows = Array.from({ length: count }, () => ({
    ...{ org_id: newId('org'), name: 'Bench', status: 'active' as const, leave_policy: 'instant' as const },
    ...{ leave_fallback_recipient_id: null, last_sequence: 1, created_at },
  }))
  await tx.insertInto('organization').values(rows).execute()
  return rows.map(({ org_id }) => org_id)
}

async function addInitiator(work: Work, org_id: string): Promise<Initiator> {
  const client_id = newId('app')
  const app = { app_id: client_id, org_id, kind: 'internal' as const, name: 'Bench', scopes: SCOPES }
  await addApp(work, app)
  const { secret: client_secret } = await addAppSecret(work, client_id)
  const endpoint_id = newId('whe')
  await work.db
    .insertInto('webhook_endpoint')
    .values({
      ...{ endpoint_id, app_id: client_id, url: 'http://127.0.0.1:9/', status: 'enabled', format: 'standard' },
      ...{ verified_at: work.now, created_at: work.now },
    })
    .execute()
  await work.db.insertInto('endpoint_health').values({ endpoint_id, retry_after_until: LATER }).execute()
  return { org_id, client_id, client_secret }
}
