import { createHash } from 'node:crypto'
import type { Schemas } from '@sendoff/api'
import { type SqlBool, sql } from 'kysely'
import type { MemberRow } from '../../locks/members.ts'
import { invalid, Refusal } from '../../refusal.ts'
import { type Page, paged } from '../../store/page.ts'
import type { Reader } from '../../store/schema.ts'
import { deciderOf, type HandoverPlan, makePlan, type Outcome, planInventory } from './plan.ts'
import type { Leaver } from './recipients.ts'

/** The resources to list: all that the member owns, unless a filter is given. */
export type Planned = Page & { kind?: string; outcome?: Outcome['outcome']; recipient_id?: string }

type Options = Parameters<typeof deciderOf>[3]

/**
 * Lists the resources of a stored preview.
 *
 * @throws {Refusal} `preview_stale` if the handover would have another result by now
 */
export async function listPreviewed(
  db: Reader,
  member: MemberRow,
  { handover, handover_revision }: { handover: string; handover_revision: string | null },
  asked: Planned,
  options?: Options,
): Promise<Schemas['PlannedResourceList']> {
  const plan = await makePlan(db, member, JSON.parse(handover) as Schemas['Handover'])
  const revision = revisionOfHandover(await planInventory(db, member, plan, options))
  if (member.status !== 'active' || revision !== handover_revision) throw new Refusal('preview_stale')
  return listPlannedResources(db, member, plan, asked, options)
}

/** Lists the resources that a handover would reach, by kind, each with the outcome that the plan decides for it (S79). */
async function listPlannedResources(
  db: Reader,
  leaver: Leaver,
  plan: HandoverPlan,
  { kind, outcome, recipient_id, ...page }: Planned,
  options?: Options,
): Promise<Schemas['PlannedResourceList']> {
  const decide = await deciderOf(db, leaver, plan, options)
  const isAskedFor = (decided: Outcome) =>
    (outcome === undefined || decided.outcome === outcome) &&
    (recipient_id === undefined || decided.recipientId === recipient_id)
  let query = db
    .selectFrom('resource')
    .select(['resource_id', 'kind', 'name'])
    .where('org_id', '=', leaver.org_id)
    .where('account_id', '=', leaver.account_id)
    .where('status', '=', 'owned')
    .orderBy('kind')
    .orderBy('resource_id')
  if (kind !== undefined) query = query.where('kind', '=', kind)
  if (outcome !== undefined || recipient_id !== undefined) query = query.where(filterOf(plan, decide, isAskedFor))
  const read = (after: string, limit: number) =>
    (after === '' ? query : query.where(comesAfter(after))).limit(limit).execute()
  return paged(page, read, {
    key: ({ kind, resource_id }) => `${Buffer.from(kind).toString('hex')}_${resource_id}`,
    present: (resource) => {
      const { outcome, recipientId, reason, intendedId } = decide(resource)
      const recipient = { recipient_id: recipientId, recipient_reason: reason, intended_recipient_id: intendedId }
      return { ...resource, outcome, ...recipient }
    },
  })
}

/** Hashes the counts of a planned handover, by which a page is refused once the handover would have another result. */
export const revisionOfHandover = (inventory: Schemas['PlannedHandover'][]): string =>
  createHash('sha256').update(JSON.stringify(inventory)).digest('base64url')

/**
 * Turns a filter by outcome into conditions on kinds and ids: the outcome of a resource follows from its own choice, from the choice for
 * its kind, or, without either, from the default, which is the same for all.
 */
function filterOf(
  { by_kind = [], by_resource = [] }: HandoverPlan,
  decide: (resource: { resource_id: string; kind: string }) => Outcome,
  isAskedFor: (decided: Outcome) => boolean,
) {
  const chosen = by_resource.map(({ resource_id }) => resource_id)
  const chosenAndAskedFor = chosen.filter((resource_id) => isAskedFor(decide({ resource_id, kind: '' })))
  const kinds = by_kind.map(({ kind }) => kind)
  const byDefault = isAskedFor(decide({ resource_id: '', kind: '' }))
  const exceptions = kinds.filter((kind) => isAskedFor(decide({ resource_id: '', kind })) !== byDefault)
  const among = (column: 'kind' | 'resource_id', values: string[]) =>
    values.length === 0 ? sql<SqlBool>`1 = 0` : sql<SqlBool>`${sql.ref(column)} in (${sql.join(values)})`
  const byKind = byDefault ? sql<SqlBool>`not (${among('kind', exceptions)})` : among('kind', exceptions)
  return sql<SqlBool>`(${among('resource_id', chosenAndAskedFor)} or (not (${among('resource_id', chosen)}) and ${byKind}))`
}

function comesAfter(key: string) {
  const [kind, ...id] = key.split('_')
  if (!kind || id.length === 0) throw invalid({ in: 'query', pointer: '/cursor' }, 'query.cursor')
  return sql<SqlBool>`(kind, resource_id) > (${Buffer.from(kind, 'hex').toString()}, ${id.join('_')})`
}
