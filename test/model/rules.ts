import type { Handover, Member, Model, Organization } from './state.ts'

const MINUTE = 60_000

/** An organisation is never without its founder, nor loses its last administrator who can act. */
export function mayDepart(model: Model, member: Member): string | undefined {
  if (member.role === 'founder') return 'founder_must_transfer'
  return member.role === 'admin' ? lastAdmin(model, member) : undefined
}

export const lastAdmin = (model: Model, member: Member) =>
  model.admins(member.organization).some((other) => {
    const stays = other.condition === 'normal' && !model.isAboutToDepart(other)
    return other !== member && stays && other.person.password !== undefined
  })
    ? undefined
    : 'last_admin'

/** Offboarding oneself would be leaving without an approval or a password. */
export function ownDeparture(by: Member | undefined, leaver: Member): string | undefined {
  if (by !== leaver) return undefined
  return leaver.organization.policy === 'approval' ? 'approval_required' : 'own_case'
}

/** By their own act a member has nothing deleted, unless the policy allows it. */
export const deletes = ({ byKind }: Handover, leaver: Member) =>
  byKind?.action === 'delete' && !leaver.organization.policies.leaverMayDelete ? 'invalid_request' : undefined

/** The requester of an offboarding must still be allowed when it falls due; an app of the model always is. */
export function mayNoMore(by: Member | undefined): string | undefined {
  if (!by) return undefined
  if (by.status !== 'active' || by.role === 'member') return 'admin_required'
  return by.condition === 'normal' ? undefined : 'account_restricted'
}

/** A founder transfers first, and has to dissolve when there is nobody to transfer to. */
export function founderTransferred(model: Model, member: Member): string | undefined {
  if (member.role !== 'founder') return undefined
  return model.active(member.organization).length > 1 ? 'founder_must_transfer' : 'sole_member_must_dissolve'
}

/** A named recipient must be able to take over. */
export function recipientInvalid({ recipient }: Handover, leaver: Member): string | undefined {
  if (!recipient) return undefined
  const able = recipient.status === 'active' && recipient.condition === 'normal' && recipient !== leaver
  return able && recipient.organization === leaver.organization ? undefined : 'recipient_invalid'
}

export const notDissolving = ({ status }: Organization) => (status === 'active' ? undefined : 'dissolution_in_progress')

/** Checks a password; after five wrong ones none is compared for fifteen minutes. */
export function wrongPassword(model: Model, member: Member): string | undefined {
  if (member.blockedUntil > model.now) return 'too_many_attempts'
  return member.person.password === undefined ? 'password_incorrect' : undefined
}

/** Counts what {@link wrongPassword} answered. */
export function countPassword(model: Model, member: Member, refusal: string | undefined): void {
  if (refusal === undefined) member.failures = 0
  if (refusal !== 'password_incorrect') return
  member.failures++
  if (member.failures < 5) return
  member.failures = 0
  member.blockedUntil = model.now + 15 * MINUTE
}
