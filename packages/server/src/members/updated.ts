import type { EventOf, Schemas } from '@sendoff/api'
import { changesBetween } from '../changes.ts'
import type { NewEvent } from '../events/event.ts'

type Updated = EventOf<'member.updated'>['data']
type Field = keyof Updated['changes']
/** The fields of a member whose changes `member.updated` tells. */
type MemberFields = Pick<Schemas['Member'], Field>

const FIELDS = ['name', 'email', 'phone', 'external_id', 'dept_ids', 'manager_id'] as const satisfies Field[]

/** A change of a member with its maker; departments are in ascending order. */
type Change = {
  orgId: string
  accountId: string
  actor: NewEvent['actor']
  before: MemberFields
  after: MemberFields
}

/**
 * Builds the event of a change of a member.
 *
 * @returns the event, or nothing where no field changed
 */
export function memberUpdated({ orgId, accountId, actor, before, after }: Change): NewEvent[] {
  const changes = changesBetween(FIELDS, before, after)
  if (changes === undefined) return []
  const data: Updated = { account_id: accountId, external_id: after.external_id, changes }
  return [{ orgId, type: 'member.updated', actor, data }]
}
