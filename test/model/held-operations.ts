import fc from 'fast-check'
import { actorOf, anActor, first, index, memberOf, operation, pick } from './operation.ts'
import { recipientInvalid } from './rules.ts'
import { kinds } from './state.ts'

/** Gives what is held of a departed member to another: of one kind, or everything. */
export const handOver = operation(
  'departures.handOver',
  fc.record({
    departure: index,
    actor: anActor,
    recipient: index,
    kind: fc.option(fc.constantFrom(...kinds), { freq: 2 }),
  }),
  (model, real, choice) => {
    const open = model.departures.filter(({ member }) =>
      model.resources.some(({ owner, status }) => owner === member && status === 'held'),
    )
    const from = choice.departure % 10 === 0 || open.length === 0 ? model.departures : open
    const departure = pick(from, Math.floor(choice.departure / 10))
    if (!departure) return undefined
    const { member, status, restorableUntil, id } = departure
    const { name, token, refusal, administrator } = actorOf(model, member.organization, choice.actor)
    const recipient = memberOf(model, member.organization, choice.recipient)
    const { kind } = choice
    const to = { recipient_id: recipient.id }
    return {
      says: `${name} hands ${kind ? `every ${kind}` : 'everything'} held of ${member.name} over to ${recipient.name}`,
      refusal: first(
        refusal,
        !administrator && 'admin_required',
        restorableUntil === undefined && 'account_not_restorable',
        status === 'restored' && 'already_restored',
        status === 'purged' && 'restore_window_expired',
        model.isOnHold(member) && 'legal_hold_standing',
        recipientInvalid({ recipient }, member),
      ),
      send: () =>
        real.call('POST', `/v1.0/departures/${id}/handover`, token, kind ? { by_kind: [{ kind, ...to }] } : to),
      follow() {
        departure.handedOver++
        for (const resource of model.resources) {
          const isGiven = resource.owner === member && (!kind || resource.kind === kind)
          if (isGiven) Object.assign(resource, { owner: recipient, status: 'owned' })
        }
      },
    }
  },
)
