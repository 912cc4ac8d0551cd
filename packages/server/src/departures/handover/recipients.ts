import type { Schemas } from '@sendoff/api'
import type { RawBuilder } from 'kysely'
import { fault, type PlainFaultKey } from '../../faults.ts'
import { type Fault, invalid, Refusal } from '../../refusal.ts'
import type { Reader } from '../../store/schema.ts'
import { type Placing, statement } from '../../store/statement.ts'

/** The member whose resources are handed over. */
export type Leaver = { org_id: string; account_id: string; manager_id: string | null }

/**
 * Finds the accounts that can take over resources: other active members of the organisation who are not restricted.
 *
 * @returns the ids of those accounts
 */
export async function findRecipients(db: Reader, leaver: Leaver, ids: string[]): Promise<Set<string>> {
  const others = [...new Set(ids)].filter((id) => id !== leaver.account_id)
  const [one, ...more] = others
  if (one === undefined) return new Set()
  const { org_id } = leaver
  const rows = more.length === 0 ? await readAble(db, { org_id, one }) : await able(db, org_id, others).execute()
  return new Set(rows.map((row) => row.account_id))
}

const able = (db: Reader, orgId: string | RawBuilder<string>, ids: (string | RawBuilder<string>)[]) =>
  db
    .selectFrom('account')
    .select('account_id')
    .where('org_id', '=', orgId)
    .where('account_id', 'in', ids)
    .where('status', '=', 'active')
    .where('condition', '=', 'normal')

const readAble = statement((db, $: Placing<{ org_id: string; one: string }>) => able(db, $('org_id'), [$('one')]))

/** The recipients that a handover names. */
export function namedRecipients(handover: Schemas['Handover']): string[] {
  const choices = [handover, ...(handover.by_kind ?? []), ...(handover.by_resource ?? [])]
  return choices.flatMap(({ recipient_id }) => (recipient_id === undefined ? [] : [recipient_id]))
}

/**
 * Checks that a requested handover can be carried out.
 *
 * @throws {Refusal} `recipient_invalid`, or `invalid_request` for a resource that is not the member's and for choices
 * that contradict each other
 */
export async function requireValidHandover(db: Reader, leaver: Leaver, handover: Schemas['Handover']): Promise<void> {
  requireOneChoiceEach(handover)
  const named = namedRecipients(handover)
  const able = await findRecipients(db, leaver, named)
  const unable = named.find((id) => !able.has(id))
  if (unable !== undefined) throw new Refusal('recipient_invalid', { recipient_id: unable })

  const resources = handover.by_resource ?? []
  if (resources.length === 0) return
  const rows = await db
    .selectFrom('resource')
    .select('resource_id')
    .where('org_id', '=', leaver.org_id)
    .where('account_id', '=', leaver.account_id)
    .where(
      'resource_id',
      'in',
      resources.map(({ resource_id }) => resource_id),
    )
    .execute()
  const owned = new Set(rows.map((row) => row.resource_id))
  const foreign = resources.findIndex(({ resource_id }) => !owned.has(resource_id))
  if (foreign >= 0) throw invalid(`/handover/by_resource/${foreign}/resource_id`, 'handover.resource')
}

/**
 * Refuses contradictions: two choices for one resource or kind, or a recipient without a transfer.
 */
function requireOneChoiceEach({ by_kind = [], by_resource = [] }: Schemas['Handover']): void {
  const errors = [
    ...faultsOf('by_kind', 'kind', by_kind, (choice) => choice.kind),
    ...faultsOf('by_resource', 'resource_id', by_resource, (choice) => choice.resource_id),
  ]
  if (errors.length > 0) throw new Refusal('invalid_request', { errors })
}

type Choice = { action: Schemas['HandoverAction']; recipient_id?: string }

function faultsOf<C extends Choice>(list: string, member: string, choices: C[], of: (choice: C) => string): Fault[] {
  const seen = new Set<string>()
  return choices.flatMap((choice, i) => {
    const at = (name: string, key: PlainFaultKey): Fault => {
      return { in: 'body', pointer: `/handover/${list}/${i}/${name}`, detail: fault(key) }
    }
    const twice = seen.has(of(choice))
    seen.add(of(choice))
    return [
      ...(twice ? [at(member, 'list.duplicate')] : []),
      ...(choice.action !== 'transfer' && choice.recipient_id ? [at('recipient_id', 'handover.recipient')] : []),
    ]
  })
}

/** The recipient of resources without a choice, and the reason for them. */
export type DefaultRecipient = {
  recipientId: string | null
  reason: 'manager' | 'department_head' | 'leave_policy'
  /** The member who was first in line and can't take over. */
  intendedId: string | null
}

/**
 * Finds the default recipient: the manager, else the head of a department, else the fallback of the leave policy, else
 * nobody.
 */
export async function findDefaultRecipient(db: Reader, leaver: Leaver): Promise<DefaultRecipient> {
  const [heads, [policy]] = await Promise.all([readHeads(db, leaver), readFallback(db, leaver)])
  const inLine = (id: string | null, reason: DefaultRecipient['reason']) =>
    id === null || id === leaver.account_id ? [] : [{ recipientId: id, reason }]
  const order = [
    ...inLine(leaver.manager_id, 'manager'),
    ...heads.flatMap(({ head_id }) => inLine(head_id, 'department_head')),
    ...inLine(policy?.leave_fallback_recipient_id ?? null, 'leave_policy'),
  ]
  const able = await findRecipients(
    db,
    leaver,
    order.map(({ recipientId }) => recipientId),
  )
  const [first] = order
  const found = order.find(({ recipientId }) => able.has(recipientId))
  const passedOver = first && first !== found ? first.recipientId : null
  return { recipientId: null, reason: 'manager', ...found, intendedId: passedOver }
}

const readHeads = statement((db, $: Placing<Pick<Leaver, 'org_id' | 'account_id'>>) =>
  db
    .selectFrom('account_department as placed')
    .innerJoin('department', (join) =>
      join.onRef('department.org_id', '=', 'placed.org_id').onRef('department.dept_id', '=', 'placed.dept_id'),
    )
    .select('department.head_id')
    .where('placed.org_id', '=', $('org_id'))
    .where('placed.account_id', '=', $('account_id'))
    .orderBy('department.dept_id'),
)

const readFallback = statement((db, $: Placing<Pick<Leaver, 'org_id'>>) =>
  db.selectFrom('organization').select('leave_fallback_recipient_id').where('org_id', '=', $('org_id')),
)
