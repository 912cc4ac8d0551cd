import { expect } from 'vitest'
import type { Real } from './real.ts'
import { DAY, type Departure, type Handover, type Member, type Model, type Organization } from './state.ts'

type How = { method: Departure['method']; handover?: Handover; suspendedFrom?: Departure['suspendedFrom'] }

/**
 * Makes a member depart: their tokens end, open work is closed, and each of their resources has one outcome. The
 * recipient is read from the platform, and must be a member who can take over.
 */
export async function depart(
  model: Model,
  real: Real,
  member: Member,
  { method, handover = {}, suspendedFrom }: How,
): Promise<void> {
  const before = model.departures.filter((one) => one.member === member).length
  const id = (await real.departureIds(member.id))[before]
  expect(id, `${member.name} departed, so there is a departure more`).toBeDefined()
  member.status = 'departed'
  for (const token of member.tokens) token.good = false
  const restorableUntil =
    method === 'org_dissolved' ? undefined : model.now + member.organization.policies.windowDays * DAY
  const departure: Departure = {
    id: String(id),
    member,
    method,
    status: 'departed',
    restorableUntil,
    handedOver: 0,
    suspendedFrom,
  }
  model.departures.push(departure)
  if (restorableUntil !== undefined) {
    model.schedule(restorableUntil, 'purge', departure, async () => purge(model, departure))
  }
  closeWhatIsOpen(model, member)
  await handOver(model, real, departure, handover)
}

function closeWhatIsOpen(model: Model, member: Member): void {
  const offboarding = model.scheduledOffboarding(member)
  if (offboarding) {
    offboarding.status = 'canceled'
    model.unschedule('offboarding', offboarding)
    model.unschedule('suspension', offboarding)
  }
  const application = model.openApplication(member)
  if (application) {
    application.status = 'withdrawn'
    model.unschedule('application', application)
  }
}

async function handOver(model: Model, real: Real, { id, member, method }: Departure, asked: Handover): Promise<void> {
  const owned = model.resources.filter(({ owner }) => owner === member)
  const outcomes = await real.outcomes(id)
  expect(
    outcomes.map(({ resource_id }) => resource_id).toSorted(),
    `each resource of ${member.name} has exactly one outcome`,
  ).toEqual(owned.map((resource) => resource.id).toSorted())
  const able = model.active(member.organization).filter((other) => other !== member && other.condition === 'normal')
  for (const { resource_id, outcome, recipient_id } of outcomes) {
    const resource = owned.find((one) => one.id === resource_id)
    if (!resource) continue
    const what = `what becomes of ${resource.name} of ${member.name}`
    const chosen = asked.byKind?.kind === resource.kind ? asked.byKind.action : undefined
    const deleted = model.isOnHold(member) ? 'held' : 'deleted'
    if (method === 'org_dissolved') expect(outcome, what).toBe(deleted)
    else if (chosen) expect(outcome, what).toBe(chosen === 'hold' ? 'held' : deleted)
    else if (asked.recipient && able.includes(asked.recipient)) expect(recipient_id, what).toBe(asked.recipient.id)
    else if (asked.recipient) expect([outcome, recipient_id], what).toEqual(['held', null])
    else expect(['transferred', 'held'], what).toContain(outcome)

    const recipient = able.find((one) => one.id === recipient_id)
    if (outcome === 'transferred') {
      expect(recipient, `${what}: the recipient can take it over`).toBeDefined()
      if (recipient) resource.owner = recipient
    } else if (outcome === 'held') resource.status = 'held'
    else model.resources = model.resources.filter((one) => one !== resource)
  }
}

/** Removes what was held, for good, unless a legal hold stands. */
export function purge(model: Model, departure: Departure): void {
  if (departure.status !== 'departed' || model.isOnHold(departure.member)) return
  departure.status = 'purged'
  departure.member.status = 'purged'
  model.resources = model.resources.filter(({ owner }) => owner !== departure.member)
  model.unschedule('purge', departure)
}

/** Ends an organisation: its associations, its members, and whatever was held of those before. */
export async function dissolve(model: Model, real: Real, organization: Organization): Promise<void> {
  model.associations = model.associations.filter(({ one, other }) => one !== organization && other !== organization)
  const leaving = model.active(organization).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  for (const member of leaving) await depart(model, real, member, { method: 'org_dissolved' })
  for (const departure of model.departures) if (departure.member.organization === organization) purge(model, departure)
  for (const invitation of model.invitations) {
    const concerned = invitation.from === organization || invitation.to === organization
    if (concerned && invitation.status === 'pending') invitation.status = 'revoked'
  }
  organization.status = 'dissolved'
}
