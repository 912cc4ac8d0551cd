import type { Schemas } from '@sendoff/api'
import type { OutcomeReason, Reader } from '../../store/schema.ts'
import { type Placing, statement } from '../../store/statement.ts'
import { isOnLegalHold } from './legal-hold.ts'
import {
  type DefaultRecipient,
  findDefaultRecipient,
  findRecipients,
  type Leaver,
  namedRecipients,
} from './recipients.ts'

type Action = Schemas['HandoverAction']

/** The plan of a handover: the requested choices and the treatment of everything else. */
export type HandoverPlan = Schemas['Handover'] & {
  otherwise: Action
  /** The recipient of resources without a choice, determined when the member departs. */
  default_recipient_id: string | null
  /** The reason for the default recipient; absent in plans of older servers. */
  default_reason?: DefaultRecipient['reason']
  /** The member who was first in line as the default recipient and could not take over. */
  default_intended_id?: string | null
}

/** The outcome of one resource, and the reason for it. */
export type Outcome = (
  | { outcome: 'transferred'; recipientId: string }
  | { outcome: 'deleted' | 'held'; recipientId: null }
) & {
  reason: OutcomeReason
  /** The recipient who was first in line and could not take over. */
  intendedId: string | null
}

/** Completes the requested handover with the current default recipient. */
export async function makePlan(
  db: Reader,
  leaver: Leaver,
  asked: Schemas['Handover'],
  otherwise: Action = 'transfer',
): Promise<HandoverPlan> {
  const { recipientId, reason, intendedId } = await findDefaultRecipient(db, leaver)
  return {
    ...asked,
    otherwise,
    default_recipient_id: recipientId,
    default_reason: reason,
    default_intended_id: intendedId,
  }
}

/**
 * Returns the function that decides each resource of a plan. The narrowest choice applies. A resource whose chosen
 * recipient can no longer take over is held, because nobody else was chosen for it (S77); every resource gets exactly
 * one outcome (S14). Under a legal hold nothing is deleted; it is held instead (S98).
 *
 * @param options.legalHolds false to decide as if no legal hold stood, for the member themselves, who is not told of it
 */
export async function deciderOf(
  db: Reader,
  leaver: Leaver,
  plan: HandoverPlan,
  { legalHolds = true }: { legalHolds?: boolean } = {},
): Promise<(resource: { resource_id: string; kind: string }) => Outcome> {
  const { default_recipient_id } = plan
  const candidates = [...namedRecipients(plan), ...(default_recipient_id ? [default_recipient_id] : [])]
  const able = await findRecipients(db, leaver, candidates)
  const isHeld = legalHolds && (await isOnLegalHold(db, leaver.org_id, leaver.account_id))
  const byResource = new Map(plan.by_resource?.map((choice) => [choice.resource_id, choice]))
  const byKind = new Map(plan.by_kind?.map((choice) => [choice.kind, choice]))

  const give = (id: string, reason: OutcomeReason, passedOver: string | null = null): Outcome =>
    able.has(id)
      ? { outcome: 'transferred', recipientId: id, reason, intendedId: passedOver }
      : { outcome: 'held', recipientId: null, reason: 'recipient_unavailable', intendedId: passedOver ?? id }
  const byOrder = (): Outcome => {
    const passedOver = plan.default_intended_id ?? null
    if (default_recipient_id) return give(default_recipient_id, plan.default_reason ?? 'manager', passedOver)
    const reason = passedOver ? 'recipient_unavailable' : 'nobody'
    return { outcome: 'held', recipientId: null, reason, intendedId: passedOver }
  }

  return ({ resource_id, kind }) => {
    const narrow = byResource.get(resource_id)
    const choice = narrow ?? byKind.get(kind)
    const reason = narrow ? 'by_resource' : choice ? 'by_kind' : 'dissolution'
    const action = choice?.action ?? plan.otherwise
    if (action === 'delete' && isHeld)
      return { outcome: 'held', recipientId: null, reason: 'legal_hold', intendedId: null }
    if (action === 'delete') return { outcome: 'deleted', recipientId: null, reason, intendedId: null }
    if (action === 'hold') return { outcome: 'held', recipientId: null, reason, intendedId: null }
    if (choice?.recipient_id) return give(choice.recipient_id, reason)
    return plan.recipient_id ? give(plan.recipient_id, 'by_default') : byOrder()
  }
}

/** Counts the outcomes of a plan by kind, recipient and reason, without reading every resource. */
export async function planInventory(
  db: Reader,
  leaver: Leaver,
  plan: HandoverPlan,
  options?: Parameters<typeof deciderOf>[3],
): Promise<Schemas['PlannedHandover'][]> {
  const kinds = await readKinds(db, leaver)
  if (kinds.length === 0) return []
  const decide = await deciderOf(db, leaver, plan, options)
  const owned = db
    .selectFrom('resource')
    .where('org_id', '=', leaver.org_id)
    .where('account_id', '=', leaver.account_id)
    .where('status', '=', 'owned')
  const chosen = plan.by_resource?.map(({ resource_id }) => resource_id) ?? []
  const single =
    chosen.length === 0 ? [] : await owned.select(['resource_id', 'kind']).where('resource_id', 'in', chosen).execute()
  const counted = new Map<string, Schemas['PlannedHandover']>()
  const add = (kind: string, decided: Outcome, count: number) => {
    const { outcome, recipientId: recipient_id, reason: recipient_reason, intendedId: intended_recipient_id } = decided
    const key = [kind, outcome, recipient_id, recipient_reason, intended_recipient_id].join(' ')
    const entry = { kind, outcome, recipient_id, recipient_reason, intended_recipient_id }
    counted.set(key, { ...entry, count: (counted.get(key)?.count ?? 0) + count })
  }
  for (const resource of single) add(resource.kind, decide(resource), 1)
  for (const { kind, count } of kinds) {
    const others = count - single.filter((resource) => resource.kind === kind).length
    if (others > 0) add(kind, decide({ resource_id: '', kind }), others)
  }
  return [...counted.values()]
}

const readKinds = statement((db, $: Placing<Pick<Leaver, 'org_id' | 'account_id'>>) =>
  db
    .selectFrom('resource')
    .select(['kind', (count) => count.fn.countAll<number>().as('count')])
    .where('org_id', '=', $('org_id'))
    .where('account_id', '=', $('account_id'))
    .where('status', '=', 'owned')
    .groupBy('kind')
    .orderBy('kind'),
)

/** Adds up an inventory by outcome. */
export function countOutcomes(inventory: Schemas['PlannedHandover'][]): Schemas['HandoverCounts'] {
  const counts = { transferred: 0, deleted: 0, held: 0 }
  for (const { outcome, count } of inventory) counts[outcome] += count
  return counts
}
