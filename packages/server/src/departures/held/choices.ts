import type { Schemas } from '@sendoff/api'
import { fault } from '../../faults.ts'
import { type Fault, invalid, Refusal } from '../../refusal.ts'
import type { Reader } from '../../store/schema.ts'
import { findRecipients, type Leaver } from '../handover/recipients.ts'

export type Choices = Schemas['HandOverRequest']

/** The recipient of a held resource by the narrowest choice; undefined if the resource stays held. */
export function recipientBy(choices: Choices): (resource: { resource_id: string; kind: string }) => string | undefined {
  const byResource = new Map(choices.by_resource?.map((choice) => [choice.resource_id, choice.recipient_id]))
  const byKind = new Map(choices.by_kind?.map((choice) => [choice.kind, choice.recipient_id]))
  return ({ resource_id, kind }) => byResource.get(resource_id) ?? byKind.get(kind) ?? choices.recipient_id
}

/** The recipients that the choices name, with the place of each in the request. */
const recipientsOf = ({ recipient_id, by_kind = [], by_resource = [] }: Choices) => [
  ...(recipient_id === undefined ? [] : [recipient_id]),
  ...[...by_kind, ...by_resource].map((choice) => choice.recipient_id),
]

/** The recipients of the choices who can take over now. */
export const findAble = (db: Reader, leaver: Leaver, choices: Choices) =>
  findRecipients(db, leaver, recipientsOf(choices))

/**
 * Checks that a handover of held resources can be carried out, with the recipients checked as in an offboarding.
 *
 * @throws {Refusal} `recipient_invalid`; `invalid_request` without a choice, for two choices for one kind or resource,
 * and for a resource that is not held. One that the same recipient has already received from here is no fault, so that
 * the request can be repeated
 */
export async function requireValidChoices(
  db: Reader,
  leaver: Leaver,
  departureId: string,
  choices: Choices,
): Promise<void> {
  const recipients = recipientsOf(choices)
  if (recipients.length === 0) throw invalid('', 'handover.choice')
  const { by_kind = [], by_resource = [] } = choices
  const twice = [
    ...repeated(by_kind.map(({ kind }) => kind)).map((i) => `/by_kind/${i}/kind`),
    ...repeated(by_resource.map(({ resource_id }) => resource_id)).map((i) => `/by_resource/${i}/resource_id`),
  ]
  refuse(twice.map((pointer) => ({ in: 'body', pointer, detail: fault('list.duplicate') })))
  const able = await findRecipients(db, leaver, recipients)
  const unable = recipients.find((id) => !able.has(id))
  if (unable !== undefined) throw new Refusal('recipient_invalid', { recipient_id: unable })
  refuse(await faultsOfResources(db, leaver, departureId, by_resource))
}

const repeated = (values: string[]) => values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []))

async function faultsOfResources(
  db: Reader,
  { org_id }: Leaver,
  departureId: string,
  choices: NonNullable<Choices['by_resource']>,
): Promise<Fault[]> {
  if (choices.length === 0) return []
  const items = await db
    .selectFrom('handover_item')
    .select(['resource_id', 'outcome', 'recipient_id', 'recipient_reason'])
    .where('org_id', '=', org_id)
    .where('departure_id', '=', departureId)
    .where(
      'resource_id',
      'in',
      choices.map(({ resource_id }) => resource_id),
    )
    .execute()
  const known = new Map(items.map((item) => [item.resource_id, item]))
  return choices.flatMap(({ resource_id, recipient_id }, i) => {
    const item = known.get(resource_id)
    const done = item?.recipient_reason === 'handed_over' && item.recipient_id === recipient_id
    if (item?.outcome === 'held' || done) return []
    return [{ in: 'body', pointer: `/by_resource/${i}/resource_id`, detail: fault('handover.not_held') }]
  })
}

function refuse(errors: Fault[]): void {
  if (errors.length > 0) throw new Refusal('invalid_request', { errors })
}
