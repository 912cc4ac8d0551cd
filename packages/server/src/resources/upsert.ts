import type { Schemas } from '@sendoff/api'
import { type OrganizationActor, requireAdministrator } from '../actor.ts'
import { audit } from '../audit/audit.ts'
import { fault, type PlainFaultKey } from '../faults.ts'
import { lockAsAdministrator, type MemberRow } from '../locks/members.ts'
import { lockOrganizations } from '../locks/organizations.ts'
import { Refusal } from '../refusal.ts'
import type { Reader } from '../store/schema.ts'
import { StaleRead } from '../store/store.ts'
import type { Work } from '../store/work.ts'
import { addResources, newResource, presentResource, type ResourceRow } from './resource.ts'

/** Resources that persons register belong to no app. */
const CONSOLE = 'console'

type Input = Schemas['ResourceInput']
type Change = { before: ResourceRow | undefined; after: ResourceRow }

/**
 * Registers resources, or updates those that the same app registered with the same `external_id`. Either all are
 * registered or none.
 *
 * @returns the resources in the order of the request
 * @throws {Refusal} `admin_required`; `invalid_request` for a repeated `external_id`, and for an invalid owner
 */
export async function upsertResources(
  work: Work,
  actor: OrganizationActor,
  { resources: inputs }: { resources: Input[] },
): Promise<Schemas['UpsertedResources']> {
  requireAdministrator(actor)
  const { orgId } = actor
  const appId = actor.type === 'app' ? actor.id : CONSOLE
  refuse(inputs, ({ external_id }, i) => {
    const first = inputs.findIndex((other) => other.external_id === external_id)
    return first < i ? ['external_id', 'list.duplicate'] : undefined
  })
  const formerOwners = [...(await findRegistered(work.db, orgId, appId, inputs)).values()].map((row) => row.account_id)
  const owners = [...inputs.map((input) => input.owner_id), ...formerOwners]
  const locked = await lockAsAdministrator(work.db, actor, owners)
  // Locked, so that the second of two concurrent upserts finds the resources that the first created.
  await lockOrganizations(work.db, [orgId])
  const registered = await findRegistered(work.db, orgId, appId, inputs)
  requireLocked([...registered.values()], new Set(owners))
  requireOwners(inputs, locked, registered)

  const changes = inputs.map((input): Change => {
    const before = registered.get(input.external_id)
    const { external_id, kind, name, owner_id: account_id } = input
    const changed = { external_id, kind, name, account_id }
    const after = before ? { ...before, ...changed } : newResource(work, { org_id: orgId, app_id: appId, ...changed })
    return { before, after }
  })
  await write(work, actor, changes.filter(isChange))
  return { data: changes.map(({ after }) => presentResource(after)) }
}

async function findRegistered(
  db: Reader,
  orgId: string,
  appId: string,
  inputs: Input[],
): Promise<Map<string | null, ResourceRow>> {
  const ids = inputs.map((input) => input.external_id)
  const rows = await db
    .selectFrom('resource')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('app_id', '=', appId)
    .where('external_id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.external_id, row]))
}

/**
 * Accounts are never locked after the organisation, so a resource that changed its owner in the meantime requires
 * another try.
 */
function requireLocked(registered: ResourceRow[], locked: Set<string>): void {
  if (registered.some((row) => !locked.has(row.account_id))) throw new StaleRead('A resource has another owner by now')
}

function requireOwners(inputs: Input[], locked: MemberRow[], registered: Map<string | null, ResourceRow>): void {
  const active = new Set(locked.filter((row) => row.status === 'active').map((row) => row.account_id))
  refuse(inputs, ({ external_id, owner_id }) => {
    const known = registered.get(external_id)
    const moves = known !== undefined && known.account_id !== owner_id
    if (moves && known.status === 'held') return ['owner_id', 'resource.held']
    // A departed member's resource belongs to the handover, which gives it its one outcome; changing its owner here
    // would bypass that.
    if (moves && !active.has(known.account_id)) return ['owner_id', 'resource.handed_over']
    return active.has(owner_id) ? undefined : ['owner_id', 'member.inactive']
  })
}

type Fault = [member: keyof Input, key: PlainFaultKey] | undefined

/** @throws {Refusal} `invalid_request` with all faults together */
function refuse(inputs: Input[], check: (input: Input, index: number) => Fault): void {
  const errors = inputs.flatMap((input, i) => {
    const found = check(input, i)
    if (!found) return []
    const [member, key] = found
    return [{ in: 'body' as const, pointer: `/resources/${i}/${member}`, detail: fault(key) }]
  })
  if (errors.length > 0) throw new Refusal('invalid_request', { errors })
}

function isChange({ before, after }: Change): boolean {
  return before?.kind !== after.kind || before.name !== after.name || before.account_id !== after.account_id
}

async function write(work: Work, actor: OrganizationActor, changes: Change[]): Promise<void> {
  if (changes.length === 0) return
  const { orgId } = actor
  const created = changes.filter(({ before }) => !before).map(({ after }) => after)
  await addResources(work, created)
  for (const { before, after } of changes) {
    const { resource_id, kind, name, account_id } = after
    if (before) {
      await work.db
        .updateTable('resource')
        .set({ kind, name, account_id })
        .where('org_id', '=', orgId)
        .where('resource_id', '=', resource_id)
        .execute()
    }
    const shown = { before: before ? presentResource(before) : null, after: presentResource(after) }
    await audit(work, actor, { orgId, action: 'resources.upsert', target: resource_id, ...shown })
  }
  const owners = changes.flatMap(({ before, after }) => [before?.account_id ?? after.account_id, after.account_id])
  await work.db
    .updateTable('account')
    .set((set) => ({ revision: set('revision', '+', 1) }))
    .where('org_id', '=', orgId)
    .where('account_id', 'in', [...new Set(owners)])
    .execute()
}
