import fc from 'fast-check'
import { dissolve } from './departing.ts'
import { hours } from './offboarding-operations.ts'
import {
  actorOf,
  anActor,
  anOrganization,
  as,
  first,
  index,
  memberOf,
  operation,
  organizationOf,
  pick,
} from './operation.ts'
import { notDissolving } from './rules.ts'
import { DAY, HOUR, type Invitation, type Model, type Organization } from './state.ts'

const WAIT = 72 * HOUR
const OPEN_FOR = 14 * DAY
/** The root department, which every organisation has. */
const ROOT = 1

const mayLink = (model: Model, one: Organization, other: Organization) =>
  first(notDissolving(one), notDissolving(other), model.association(one, other) && 'association_exists')

const isOpen = (model: Model, { status, expiresAt }: Invitation) => status === 'pending' && expiresAt > model.now

export const invite = operation(
  'associationInvitations.create',
  fc.record({ organization: anOrganization, other: fc.constantFrom(1, 2), actor: anActor }),
  (model, real, choice) => {
    const from = organizationOf(model, choice.organization)
    const to = organizationOf(model, choice.organization + choice.other)
    const { name, token, refusal, administrator } = actorOf(model, from, choice.actor)
    const open = model.invitations.some((one) => one.from === from && one.to === to && isOpen(model, one))
    return {
      says: `${name} invites ${to.name}`,
      refusal: first(
        refusal,
        !administrator && 'admin_required',
        to.status === 'dissolved' && 'organization_not_found',
        mayLink(model, from, to),
        open && 'invalid_request',
      ),
      send: () => {
        const body = { associated_org_id: to.id, type: 'partner', dept_id: ROOT }
        return real.call('POST', '/v1.0/association-invitations', token, body)
      },
      follow({ body }) {
        const expiresAt = model.now + OPEN_FOR
        const invitation: Invitation = { id: body.invitation_id, from, to, status: 'pending', expiresAt }
        model.invitations.push(invitation)
        model.schedule(expiresAt, 'invitation', invitation, async () => {
          if (invitation.status === 'pending') invitation.status = 'expired'
        })
      },
    }
  },
)

export const accept = operation(
  'associationInvitations.accept',
  fc.record({ invitation: index, actor: anActor, wrongSide: fc.constantFrom(false, false, false, true) }),
  (model, real, choice) => {
    const open = model.invitations.filter((one) => isOpen(model, one))
    const from = choice.invitation % 10 === 0 || open.length === 0 ? model.invitations : open
    const invitation = pick(from, Math.floor(choice.invitation / 10))
    if (!invitation) return undefined
    const by = choice.wrongSide ? invitation.from : invitation.to
    const { name, token, refusal, administrator } = actorOf(model, by, choice.actor)
    return {
      says: `${name} accepts the invitation of ${invitation.from.name} (${invitation.status})`,
      refusal: first(
        refusal,
        !administrator && 'admin_required',
        choice.wrongSide && 'invitation_not_found',
        invitation.status === 'expired' && 'invitation_expired',
        invitation.status !== 'pending' && 'invitation_closed',
        mayLink(model, invitation.from, invitation.to),
      ),
      send: () => real.call('POST', `/v1.0/association-invitations/${invitation.id}/accept`, token, { dept_id: ROOT }),
      follow() {
        const both = [invitation.from, invitation.to]
        for (const other of model.invitations) {
          const between = both.includes(other.from) && both.includes(other.to)
          if (between && other.status === 'pending') other.status = 'revoked'
        }
        invitation.status = 'accepted'
        const [one, other] = [invitation.from, invitation.to]
        model.associations.push({ one, other, oneDept: ROOT, otherDept: ROOT })
      },
    }
  },
)

export const unlink = operation(
  'organization.unlink',
  fc.record({ organization: anOrganization, other: fc.constantFrom(1, 2), actor: anActor }),
  (model, real, choice) => {
    const organization = organizationOf(model, choice.organization)
    const other = organizationOf(model, choice.organization + choice.other)
    const { name, token, refusal, administrator } = actorOf(model, organization, choice.actor)
    const association = model.association(organization, other)
    const dept_id = association?.one === organization ? association.oneDept : (association?.otherDept ?? ROOT)
    return {
      says: `${name} unlinks ${other.name}`,
      refusal: first(refusal, !administrator && 'ordinary_user_not_allowed', !association && 'association_not_found'),
      send: () => real.call('POST', '/v1.0/organization/unlink', token, { dept_id, associated_org_id: other.id }),
      follow() {
        model.associations = model.associations.filter((one) => one !== association)
      },
    }
  },
)

const byFounder = fc.record({ organization: anOrganization, anybody: fc.option(index, { freq: 4 }) })

function founderOr(model: Model, organization: Organization, anybody: number | null) {
  const founder = anybody === null ? model.founder(organization) : undefined
  return as(founder ?? memberOf(model, organization, anybody ?? 0))
}

export const requestDissolution = operation('dissolution.request', byFounder, (model, real, choice) => {
  const organization = organizationOf(model, choice.organization)
  const { name, token, refusal, member } = founderOr(model, organization, choice.anybody)
  return {
    says: `${name} asks to dissolve ${organization.name}`,
    refusal: first(refusal, member?.role !== 'founder' && 'founder_required', notDissolving(organization)),
    send: () => {
      const body = { reason_code: 'no_longer_used', confirm_name: organization.name }
      return real.call('POST', '/v1.0/organization/dissolution', token, body)
    },
    follow() {
      organization.status = 'dissolving'
      model.schedule(model.now + WAIT, 'dissolution', organization, () => dissolve(model, real, organization))
    },
  }
})

export const cancelDissolution = operation('dissolution.cancel', byFounder, (model, real, choice) => {
  const organization = organizationOf(model, choice.organization)
  const { name, token, refusal, member } = founderOr(model, organization, choice.anybody)
  return {
    says: `${name} cancels the dissolution of ${organization.name}`,
    refusal: first(
      refusal,
      member?.role !== 'founder' && 'founder_required',
      organization.status === 'active' && 'dissolution_not_found',
    ),
    send: () => real.call('DELETE', '/v1.0/organization/dissolution', token),
    follow() {
      organization.status = 'active'
      model.unschedule('dissolution', organization)
    },
  }
})

export const advance = operation(
  'sandbox.advanceClock',
  fc.oneof(hours, fc.constantFrom('to the next', 'just before the next')),
  (model, real, choice) => {
    const due = model.nextDue() ?? model.now + HOUR
    const to = typeof choice === 'number' ? model.now + choice * HOUR : choice === 'to the next' ? due : due - 1
    return {
      says: typeof choice === 'number' ? `${choice} hours pass` : `time passes ${choice} thing that falls due`,
      refusal: undefined,
      send: () => real.advance(model.now, to),
      follow: () => model.advanceTo(to),
    }
  },
)
