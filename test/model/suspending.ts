import { HOUR, type Member, type Model, type Offboarding, type Organization } from './state.ts'

/** The times of an offboarding under the policies; without a set time, an earlier suspension counts. */
export function timesOf({ policies }: Organization, now: number, at: number | undefined, since: number | undefined) {
  const length = policies.suspensionHours * HOUR
  if (policies.suspend === 'never') return { effectiveAt: at ?? now, suspendAt: undefined }
  if (at === undefined) {
    const suspendAt = Math.min(since ?? now, now)
    return { effectiveAt: Math.max(now, suspendAt + length), suspendAt }
  }
  return { effectiveAt: at, suspendAt: policies.suspend === 'when_scheduled' ? now : Math.max(now, at - length) }
}

/** Suspends the member of a scheduled offboarding now or later, or releases them. */
export function followSuspension(model: Model, offboarding: Offboarding): void {
  const { suspendAt } = offboarding
  model.unschedule('suspension', offboarding)
  if (suspendAt !== undefined && suspendAt <= model.now) suspend(offboarding)
  else release(offboarding.member, offboarding)
  if (suspendAt === undefined || suspendAt <= model.now) return
  model.schedule(suspendAt, 'suspension', offboarding, async () => suspend(offboarding))
}

function suspend(offboarding: Offboarding): void {
  const { member } = offboarding
  if (member.condition !== 'normal') return
  offboarding.suspendedFrom = member.condition
  member.condition = 'suspended'
}

/** Gives back the condition from before an offboarding suspended the member. */
export function release(member: Member, by: Pick<Offboarding, 'suspendedFrom'>): void {
  if (by.suspendedFrom && member.condition === 'suspended') member.condition = by.suspendedFrom
  by.suspendedFrom = undefined
}

/** A failed offboarding suspends a member who could act. */
export function suspendAfterFailure(member: Member): void {
  if (member.status === 'active' && member.role !== 'founder' && member.condition === 'normal') {
    member.condition = 'suspended'
  }
}
