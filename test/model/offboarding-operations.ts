import fc from 'fast-check'
import { depart } from './departing.ts'
import { aHandover, handoverOf } from './leaving-operations.ts'
import {
  actorOf,
  anActor,
  anOrganization,
  first,
  index,
  memberOf,
  operation,
  organizationOf,
  pick,
} from './operation.ts'
import type { Real } from './real.ts'
import { mayDepart, mayNoMore, notDissolving, ownDeparture, recipientInvalid } from './rules.ts'
import { HOUR, type Member, type Model, type Offboarding } from './state.ts'
import { followSuspension, release, suspendAfterFailure, timesOf } from './suspending.ts'

/** In how many hours: up to forty days, and often just before or after what else takes its time. */
export const hours = fc.oneof(fc.integer({ min: 1, max: 960 }), fc.constantFrom(1, 24, 71, 72, 73, 336, 337, 719, 720))

export const offboard = operation(
  'offboardings.create',
  fc.record({
    organization: anOrganization,
    actor: anActor,
    target: index,
    inHours: fc.option(hours, { freq: 2 }),
    handover: aHandover,
  }),
  (model, real, choice) => {
    const organization = organizationOf(model, choice.organization)
    const { name, token, refusal, administrator, member: by } = actorOf(model, organization, choice.actor)
    const target = memberOf(model, organization, choice.target)
    const { handover, body, says } = handoverOf(model, target, choice.handover)
    const at = choice.inHours === null ? undefined : model.now + choice.inHours * HOUR
    return {
      says: `${name} offboards ${target.name} ${at ? `in ${choice.inHours} h` : 'now'}, handing over ${says}`,
      refusal: first(
        refusal,
        !administrator && 'admin_required',
        target.status === 'purged' && 'member_not_found',
        target.status === 'departed' && 'already_departed',
        at !== undefined && model.scheduledOffboarding(target) && 'offboarding_exists',
        mayDepart(model, target),
        ownDeparture(by, target),
        recipientInvalid(handover, target),
      ),
      send: () => {
        const effective = at === undefined ? {} : { effective_at: new Date(at).toISOString() }
        const request = { account_id: target.id, reason_code: 'resignation', handover: body, ...effective }
        return real.call('POST', '/v1.0/offboardings', token, request)
      },
      async follow({ body: { offboarding_id: id } }) {
        const replaced = model.scheduledOffboarding(target)
        const { effectiveAt, suspendAt } = timesOf(organization, model.now, at, replaced?.suspendAt)
        const { suspendedFrom } = replaced ?? {}
        const made = { id, member: target, by, handover, effectiveAt, suspendAt, suspendedFrom }
        if (effectiveAt <= model.now) {
          await depart(model, real, target, { method: 'admin_offboard', handover, suspendedFrom })
          model.offboardings.push({ ...made, status: 'completed' })
          return
        }
        if (replaced) cancel(model, replaced)
        const offboarding: Offboarding = { ...made, status: 'scheduled' }
        model.offboardings.push(offboarding)
        scheduleOffboarding(model, real, offboarding, effectiveAt)
        followSuspension(model, offboarding)
      },
    }
  },
)

function cancel(model: Model, offboarding: Offboarding): void {
  offboarding.status = 'canceled'
  model.unschedule('offboarding', offboarding)
  model.unschedule('suspension', offboarding)
}

/** An offboarding that falls due fails if a rule forbids it by then, or if its requester has lost the permission. */
function scheduleOffboarding(model: Model, real: Real, offboarding: Offboarding, at: number): void {
  const { member, handover } = offboarding
  model.schedule(at, 'offboarding', offboarding, async () => {
    const { by } = offboarding
    const failure = mayNoMore(by) ?? mayDepart(model, member) ?? ownDeparture(by, member)
    offboarding.status = failure ? 'failed' : 'completed'
    const { suspendedFrom } = offboarding
    if (failure) suspendAfterFailure(member)
    else await depart(model, real, member, { method: 'admin_offboard', handover, suspendedFrom })
  })
}

function offboardingOf(model: Model, chosen: number): Offboarding | undefined {
  const open = model.offboardings.filter(({ status }) => status === 'scheduled')
  return pick(chosen % 10 === 0 || open.length === 0 ? model.offboardings : open, Math.floor(chosen / 10))
}

export const reschedule = operation(
  'offboardings.update',
  fc.record({ offboarding: index, actor: anActor, inHours: hours }),
  (model, real, choice) => {
    const offboarding = offboardingOf(model, choice.offboarding)
    if (!offboarding) return undefined
    const { member: target, id } = offboarding
    const { name, token, refusal, administrator, member: by } = actorOf(model, target.organization, choice.actor)
    const at = model.now + choice.inHours * HOUR
    return {
      says: `${name} reschedules the offboarding of ${target.name} (${offboarding.status}) to ${choice.inHours} h from now`,
      refusal: first(
        refusal,
        !administrator && 'admin_required',
        offboarding.status !== 'scheduled' && 'offboarding_not_pending',
        by === target && offboarding.by !== by && 'own_case',
        ownDeparture(by, target),
      ),
      send: () => real.call('PATCH', `/v1.0/offboardings/${id}`, token, { effective_at: new Date(at).toISOString() }),
      follow() {
        offboarding.by = by
        model.unschedule('offboarding', offboarding)
        scheduleOffboarding(model, real, offboarding, at)
        // One that is not moved keeps its suspension.
        if (at === offboarding.effectiveAt) return
        const { suspendAt } = timesOf(target.organization, model.now, at, undefined)
        const since = offboarding.suspendAt
        const stays = since !== undefined && since <= model.now && suspendAt === model.now
        Object.assign(offboarding, { effectiveAt: at, suspendAt: stays ? since : suspendAt })
        followSuspension(model, offboarding)
      },
    }
  },
)

export const cancelOffboarding = operation(
  'offboardings.cancel',
  fc.record({ offboarding: index, actor: anActor }),
  (model, real, choice) => {
    const offboarding = offboardingOf(model, choice.offboarding)
    if (!offboarding) return undefined
    const { member: target, id, status } = offboarding
    const { name, token, refusal, administrator, member: by } = actorOf(model, target.organization, choice.actor)
    return {
      says: `${name} cancels the offboarding of ${target.name} (${status})`,
      refusal: first(
        refusal,
        !administrator && 'admin_required',
        status !== 'scheduled' && 'offboarding_not_pending',
        by === target && offboarding.by !== by && 'own_case',
      ),
      send: () => real.call('POST', `/v1.0/offboardings/${id}/cancel`, token),
      follow() {
        cancel(model, offboarding)
        release(target, offboarding)
      },
    }
  },
)

export const restore = operation(
  'departures.restore',
  fc.record({ departure: index, actor: anActor }),
  (model, real, choice) => {
    const open = model.departures.filter(({ status }) => status === 'departed')
    const from = choice.departure % 10 === 0 || open.length === 0 ? model.departures : open
    const departure = pick(from, Math.floor(choice.departure / 10))
    if (!departure) return undefined
    const { member, status, restorableUntil, id } = departure
    const { organization, email } = member
    const { name, token, refusal, administrator } = actorOf(model, organization, choice.actor)
    return {
      says: `${name} restores ${member.name} (${status})`,
      refusal: first(
        refusal,
        !administrator && 'admin_required',
        restorableUntil === undefined && 'account_not_restorable',
        status === 'restored' && 'already_restored',
        // A legal hold can keep a departure from being purged, but not restorable.
        (status === 'purged' || Number(restorableUntil) <= model.now) && 'restore_window_expired',
        notDissolving(organization),
        (model.active(organization).some((other) => other.email === email || isSamePerson(other, member)) ||
          hasLostSignIn(model, member)) &&
          'restore_conflict',
      ),
      send: () => real.call('POST', `/v1.0/departures/${id}/restore`, token, {}),
      async follow() {
        departure.status = 'restored'
        model.unschedule('purge', departure)
        if (member.person.address === undefined) model.give(member.person, email)
        Object.assign(member, { status: 'active', role: 'member' })
        release(member, departure)
        for (const resource of model.resources) if (resource.owner === member) resource.status = 'owned'
        await real.issueToken(member)
      },
    }
  },
)

/** Nobody is restored without a sign-in, nor with the address of somebody else. */
function hasLostSignIn(model: Model, { person, email, organization, rehired }: Member): boolean {
  const holder = model.holder(email)
  const isTaken = holder !== undefined && holder !== person && model.isAlive(holder)
  if (person.address !== undefined) return isTaken && !rehired
  return isTaken || !model.isOnlyOf(person, organization)
}

const isSamePerson = (one: Member, other: Member) =>
  one.person === other.person || (one.rehired ?? one) === (other.rehired ?? other)
