import fc from 'fast-check'
import { purge } from './departing.ts'
import { actorOf, anActor, first, index, operation, pick } from './operation.ts'

/** A person: an app's secret is held by people who answer for no legal matter, so apps have no such scope. */
const aPerson = anActor.map((actor) => (actor.kind === 'app' ? { ...actor, kind: 'admin' } : actor))

export const placeHold = operation(
  'legalHolds.create',
  fc.record({ departure: index, actor: aPerson }),
  (model, real, choice) => {
    const departure = pick(model.departures, choice.departure)
    if (!departure) return undefined
    const { member, status, id } = departure
    const { name, token, refusal, administrator, member: by } = actorOf(model, member.organization, choice.actor)
    return {
      says: `${name} places a legal hold on the departure of ${member.name} (${status})`,
      refusal: first(refusal, !administrator && 'admin_required', by?.person === member.person && 'own_case'),
      send: () => real.call('POST', '/v1.0/legal-holds', token, { departure_id: id, reason: 'Case 4711' }),
      follow({ body }) {
        model.holds.push({ id: body.hold_id, departure, status: 'standing' })
      },
    }
  },
)

export const releaseHold = operation(
  'legalHolds.release',
  fc.record({ hold: index, actor: aPerson }),
  (model, real, choice) => {
    const standing = model.holds.filter(({ status }) => status === 'standing')
    const hold = pick(choice.hold % 10 === 0 || standing.length === 0 ? model.holds : standing, choice.hold)
    if (!hold) return undefined
    const { member } = hold.departure
    const { name, token, refusal, administrator, member: by } = actorOf(model, member.organization, choice.actor)
    return {
      says: `${name} releases the legal hold on ${member.name} (${hold.status})`,
      refusal: first(
        refusal,
        !administrator && 'admin_required',
        by?.person === member.person && 'own_case',
        hold.status === 'released' && 'legal_hold_released',
      ),
      send: () => real.call('POST', `/v1.0/legal-holds/${hold.id}/release`, token, { reason: 'Closed' }),
      async follow() {
        hold.status = 'released'
        await real.settled(model.now)
        if (model.isOnHold(member)) return
        for (const departure of model.departures.filter((one) => one.member === member)) {
          if (Number(departure.restorableUntil) <= model.now) purge(model, departure)
        }
      },
    }
  },
)
