import fc from 'fast-check'
import { depart } from './departing.ts'
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
import { countPassword, deletes, founderTransferred, mayDepart, recipientInvalid, wrongPassword } from './rules.ts'
import { type Application, DAY, type Handover, kinds, type Member, type Model } from './state.ts'

const CONFIRMABLE = 14 * DAY

export const aHandover = fc.record({
  recipient: fc.option(index, { freq: 2 }),
  byKind: fc.option(fc.record({ kind: fc.constantFrom(...kinds), action: fc.constantFrom('hold', 'delete') }), {
    freq: 2,
  }),
})
type HandoverChoice = { recipient: number | null; byKind: { kind: string; action: string } | null }

/** The chosen handover, for the model and for the request. */
export function handoverOf(model: Model, leaver: Member, { recipient, byKind }: HandoverChoice) {
  const handover: Handover = {
    ...(recipient !== null && { recipient: memberOf(model, leaver.organization, recipient) }),
    ...(byKind && { byKind: { kind: byKind.kind, action: byKind.action as 'hold' | 'delete' } }),
  }
  const body = {
    ...(handover.recipient && { recipient_id: handover.recipient.id }),
    ...(handover.byKind && { by_kind: [handover.byKind] }),
  }
  const says = [
    handover.recipient && `to ${handover.recipient.name}`,
    handover.byKind && `${handover.byKind.action} every ${handover.byKind.kind}`,
  ]
  return { handover, body, says: says.filter(Boolean).join(', ') || 'to whomever' }
}

const inOrganization = { organization: anOrganization, target: index }

export const leave = operation(
  'leave.create',
  fc.record({ ...inOrganization, handover: aHandover }),
  (model, real, choice) => {
    const organization = organizationOf(model, choice.organization)
    const member = memberOf(model, organization, choice.target)
    const { name, token, refusal } = as(member, choice.target)
    const { handover, body, says } = handoverOf(model, member, choice.handover)
    return {
      says: `${name} leaves, handing over ${says}`,
      refusal: first(
        refusal,
        founderTransferred(model, member),
        member.role === 'admin' && 'admin_cannot_leave_instantly',
        organization.policy === 'approval' && 'approval_required',
        deletes(handover, member),
        recipientInvalid(handover, member),
      ),
      send: () => real.call('POST', '/v1.0/leave', token, { confirm: true, handover: body }),
      follow: () => depart(model, real, member, { method: 'self_leave', handover }),
    }
  },
)

export const deregister = operation('me.deregister', fc.record(inOrganization), (model, real, choice) => {
  const organization = organizationOf(model, choice.organization)
  const member = memberOf(model, organization, choice.target)
  const { name, token, refusal } = as(member, choice.target)
  const password = refusal ? undefined : wrongPassword(model, member)
  return {
    says: `${name} deregisters`,
    refusal: first(
      refusal,
      password,
      founderTransferred(model, member),
      organization.policy === 'approval' && 'approval_required',
      mayDepart(model, member),
    ),
    send: async () => {
      if (!refusal) countPassword(model, member, password)
      const body = { confirm: true, password: member.person.password ?? 'not the password' }
      return real.call('POST', '/v1.0/me/deregister', token, body)
    },
    follow: () => depart(model, real, member, { method: 'self_leave' }),
  }
})

export const apply = operation('leaveApplications.create', fc.record(inOrganization), (model, real, choice) => {
  const member = memberOf(model, organizationOf(model, choice.organization), choice.target)
  const { name, token, refusal } = as(member, choice.target)
  return {
    says: `${name} applies to leave`,
    refusal: first(refusal, founderTransferred(model, member), model.openApplication(member) && 'application_pending'),
    send: () =>
      real.call('POST', '/v1.0/leave-applications', token, { reason_code: 'resignation', reason_text: 'A new job' }),
    follow({ body }) {
      model.applications.push({
        id: body.application_id,
        member,
        status: 'pending',
        expiresAt: Number.POSITIVE_INFINITY,
      })
    },
  }
})

/** An application: mostly one that is open. */
function applicationOf(model: Model, chosen: number): Application | undefined {
  const open = model.applications.filter(({ status }) => status === 'pending' || status === 'approved')
  return pick(chosen % 10 === 0 || open.length === 0 ? model.applications : open, Math.floor(chosen / 10))
}

export const review = operation(
  'leaveApplications.approve|reject',
  fc.record({ application: index, actor: anActor, verb: fc.constantFrom('approve', 'approve', 'reject') }),
  (model, real, choice) => {
    const application = applicationOf(model, choice.application)
    if (!application) return undefined
    const { member: applicant } = application
    const { name, token, refusal, administrator, member } = actorOf(model, applicant.organization, choice.actor)
    const status = choice.verb === 'approve' ? 'approved' : 'rejected'
    return {
      says: `${name} has the application of ${applicant.name} ${status}`,
      refusal: first(
        refusal,
        (!administrator || member === applicant) && 'admin_required',
        application.status !== 'pending' && 'application_closed',
      ),
      send: () => real.call('POST', `/v1.0/leave-applications/${application.id}/${choice.verb}`, token, {}),
      follow() {
        application.status = status
        if (status === 'rejected') return
        application.expiresAt = model.now + CONFIRMABLE
        model.schedule(application.expiresAt, 'application', application, async () => {
          if (application.status === 'approved') application.status = 'expired'
        })
      },
    }
  },
)

const anApplication = fc.record({ application: index, stranger: fc.option(index, { freq: 5 }) })

/** The applicant, or somebody else of the organisation with whom nothing can be done. */
function applicantOf(model: Model, application: Application, stranger: number | null): Member {
  return stranger === null ? application.member : memberOf(model, application.member.organization, stranger)
}

export const withdraw = operation('leaveApplications.withdraw', anApplication, (model, real, choice) => {
  const application = applicationOf(model, choice.application)
  if (!application) return undefined
  const member = applicantOf(model, application, choice.stranger)
  const { name, token, refusal } = as(member)
  return {
    says: `${name} withdraws the application of ${application.member.name} (${application.status})`,
    refusal: first(
      refusal,
      member !== application.member && 'leave_application_not_found',
      !['pending', 'approved'].includes(application.status) && 'application_closed',
    ),
    send: () => real.call('POST', `/v1.0/leave-applications/${application.id}/withdraw`, token),
    follow() {
      application.status = 'withdrawn'
      model.unschedule('application', application)
    },
  }
})

export const confirm = operation('leaveApplications.confirm', anApplication, (model, real, choice) => {
  const application = applicationOf(model, choice.application)
  if (!application) return undefined
  const member = applicantOf(model, application, choice.stranger)
  const { name, token, refusal } = as(member)
  const unconfirmable = first(
    refusal,
    member !== application.member && 'leave_application_not_found',
    application.status === 'pending' && 'application_not_approved',
    application.status !== 'approved' && 'application_closed',
  )
  const password = unconfirmable ? undefined : wrongPassword(model, member)
  return {
    says: `${name} confirms the application of ${application.member.name} (${application.status})`,
    refusal: first(unconfirmable, password, founderTransferred(model, member), mayDepart(model, member)),
    send: async () => {
      if (!unconfirmable) countPassword(model, member, password)
      const body = { confirm: true, password: member.person.password ?? 'not the password' }
      return real.call('POST', `/v1.0/leave-applications/${application.id}/confirm`, token, body)
    },
    async follow() {
      application.status = 'confirmed'
      model.unschedule('application', application)
      await depart(model, real, member, { method: 'approved_leave' })
    },
  }
})
