import type { Schemas } from '@sendoff/api'
import type { Reader } from '../../store/schema.ts'
import { findDefaultRecipient, findRecipients, type Leaver, namedRecipients } from './recipients.ts'

type Action = Schemas['HandoverAction']

/** The plan of a handover: the requested choices and the treatment of everything else. */
export type HandoverPlan = Schemas['Handover'] & {
  otherwise: Action
  /** The recipient of resources without a choice, determined when the member departs. */
  default_recipient_id: string | null
}

/** The outcome of one resource. */
export type Outcome =
  | { outcome: 'transferred'; recipientId: string }
  | { outcome: 'deleted' | 'held'; recipientId: null }

/** Completes the requested handover with the current default recipient. */
export async function makePlan(
  db: Reader,
  leaver: Leaver,
  asked: Schemas['Handover'],
  otherwise: Action = 'transfer',
): Promise<HandoverPlan> {
  return { ...asked, otherwise, default_recipient_id: await findDefaultRecipient(db, leaver) }
}

/**
 * Returns the function that decides each resource of a plan. The narrowest choice applies, and recipients who can no
 * longer take over are skipped, so that every resource gets exactly one outcome (S14).
 */
export async function deciderOf(
  db: Reader,
  leaver: Leaver,
  plan: HandoverPlan,
): Promise<(resource: { resource_id: string; kind: string }) => Outcome> {
  const { default_recipient_id } = plan
  const candidates = [...namedRecipients(plan), ...(default_recipient_id ? [default_recipient_id] : [])]
  const able = await findRecipients(db, leaver, candidates)
  const byResource = new Map(plan.by_resource?.map((choice) => [choice.resource_id, choice]))
  const byKind = new Map(plan.by_kind?.map((choice) => [choice.kind, choice]))
  return ({ resource_id, kind }) => {
    const choice = byResource.get(resource_id) ?? byKind.get(kind) ?? { action: plan.otherwise }
    if (choice.action === 'delete') return { outcome: 'deleted', recipientId: null }
    if (choice.action === 'hold') return { outcome: 'held', recipientId: null }
    const chosen = 'recipient_id' in choice ? choice.recipient_id : undefined
    const recipientId = [chosen, plan.recipient_id, default_recipient_id].find((id) => id && able.has(id))
    return recipientId ? { outcome: 'transferred', recipientId } : { outcome: 'held', recipientId: null }
  }
}

/** Counts the outcomes of a plan by kind and recipient, without reading every resource. */
export async function planInventory(
  db: Reader,
  leaver: Leaver,
  plan: HandoverPlan,
): Promise<Schemas['PlannedHandover'][]> {
  const decide = await deciderOf(db, leaver, plan)
  const owned = db
    .selectFrom('resource')
    .where('org_id', '=', leaver.org_id)
    .where('account_id', '=', leaver.account_id)
    .where('status', '=', 'owned')
  const chosen = plan.by_resource?.map(({ resource_id }) => resource_id) ?? []
  const single =
    chosen.length === 0 ? [] : await owned.select(['resource_id', 'kind']).where('resource_id', 'in', chosen).execute()
  const kinds = await owned
    .select(['kind', (count) => count.fn.countAll<number>().as('count')])
    .groupBy('kind')
    .orderBy('kind')
    .execute()
  const counted = new Map<string, Schemas['PlannedHandover']>()
  const add = (kind: string, { outcome, recipientId }: Outcome, count: number) => {
    const key = `${kind} ${outcome} ${recipientId}`
    const entry = counted.get(key) ?? { kind, outcome, recipient_id: recipientId, count: 0 }
    counted.set(key, { ...entry, count: entry.count + count })
  }
  for (const resource of single) add(resource.kind, decide(resource), 1)
  for (const { kind, count } of kinds) {
    const others = count - single.filter((resource) => resource.kind === kind).length
    if (others > 0) add(kind, decide({ resource_id: '', kind }), others)
  }
  return [...counted.values()]
}

/** Adds up an inventory by outcome. */
export function countOutcomes(inventory: Schemas['PlannedHandover'][]): Schemas['HandoverCounts'] {
  const counts = { transferred: 0, deleted: 0, held: 0 }
  for (const { outcome, count } of inventory) counts[outcome] += count
  return counts
}
