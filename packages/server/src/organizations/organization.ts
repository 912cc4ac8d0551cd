import type { Schemas } from '@sendoff/api'
import { type OrganizationActor, requireAdministrator } from '../actor.ts'
import { audit } from '../audit/audit.ts'
import { timestamp } from '../clock.ts'
import { appendEvents } from '../events/append.ts'
import { lockAsAdministrator } from '../locks/members.ts'
import { lockOrganizations } from '../locks/organizations.ts'
import { Refusal } from '../refusal.ts'
import type { Reader, Schema } from '../store/schema.ts'
import { type Placing, statement } from '../store/statement.ts'
import type { View, Work } from '../store/work.ts'
import { refuseOwnName } from '../values/name.ts'

const readOrganization = statement((db, $: Placing<{ orgId: string }>) =>
  db
    .selectFrom('organization')
    .leftJoin('dissolution as coming', (join) =>
      join.onRef('coming.org_id', '=', 'organization.org_id').on('coming.status', 'in', ['scheduled', 'running']),
    )
    .select(['organization.org_id', 'name', 'organization.status', 'created_at'])
    .select(['coming.status as coming', 'coming.requested_at', 'coming.effective_at'])
    .where('organization.org_id', '=', $('orgId')),
)

/** Reads the organisation of the token. */
export async function getOrganization({ db }: View, actor: OrganizationActor): Promise<Schemas['Organization']> {
  const [row] = await readOrganization(db, actor)
  if (!row) throw new Error('The organisation of a token is not there')
  return {
    org_id: row.org_id,
    name: row.name,
    status: row.status === 'dissolving' ? 'dissolving' : 'active',
    created_at: timestamp(row.created_at),
    dissolution: dissolutionIn(row),
  }
}

/** The coming dissolution as every member reads it: without its reason, which is for the founder alone. */
function dissolutionIn(row: {
  coming: Schema['dissolution']['status'] | null
  requested_at: number | null
  effective_at: number | null
}): Schemas['ComingDissolution'] | null {
  const { coming, requested_at, effective_at } = row
  if ((coming !== 'scheduled' && coming !== 'running') || requested_at === null || effective_at === null) return null
  return { status: coming, requested_at: timestamp(requested_at), effective_at: timestamp(effective_at) }
}

/**
 * Renames the organisation.
 *
 * @throws {Refusal} `admin_required`
 */
export async function updateOrganization(
  work: Work,
  actor: OrganizationActor,
  { name }: Schemas['UpdateOrganizationRequest'],
): Promise<Schemas['Organization']> {
  requireAdministrator(actor)
  const { orgId } = actor
  await lockAsAdministrator(work.db, actor)
  await lockOrganizations(work.db, [orgId])
  const before = await getOrganization(work, actor)
  if (before.name !== name) {
    refuseOwnName(name)
    await work.db.updateTable('organization').set({ name }).where('org_id', '=', orgId).execute()
    const change = { before: { name: before.name }, after: { name } }
    const data = { changes: { name: { before: before.name, after: name } } }
    await appendEvents(work, [{ orgId, type: 'organization.updated', actor, data }])
    await audit(work, actor, { orgId, action: 'organization.update', target: orgId, ...change })
  }
  return { ...before, name }
}

/** @throws {Refusal} `organization_not_found` if there is no such organisation, or it has ended */
export async function requireOrganizationExists(db: Reader, orgId: string): Promise<void> {
  const organization = await db
    .selectFrom('organization')
    .select('status')
    .where('org_id', '=', orgId)
    .executeTakeFirst()
  if (!organization || organization.status === 'dissolved') throw new Refusal('organization_not_found')
}
