import { EXIT, Failure } from '../errors/failure.ts'
import type { Facts } from './fact.ts'
import type { World } from './world.ts'

/** The facts of offboardings, departures and what follows from them, each of a member who is made for it. */
export const departures: Facts = {
  'member.offboarding_scheduled': (world) => scheduled(world),
  'member.offboarding_rescheduled': async (world) => {
    const effective_at = await world.inHours(48)
    await world.admin.offboardings.update({ ...(await scheduled(world)), effective_at })
  },
  'member.offboarding_canceled': async (world) => {
    await world.admin.offboardings.cancel(await scheduled(world))
  },
  // It fails because whoever asked for it may no longer do it.
  'member.offboarding_failed': async (world) => {
    const account_id = await world.newAdmin()
    await scheduled(world, account_id)
    await world.founder.members.setRole({ account_id, role: 'member' })
    await world.advance('PT2H')
  },
  'offboarding_batch.completed': async (world) => {
    const items = [{ account_id: await world.newMember(), reason_code: 'other' as const }]
    await world.admin.offboardingBatches.create({ items })
    await world.advance('PT0S')
  },
  'offboarding_batch.canceled': (world) => canceledBatch(world),
  'member.departed': (world) => departed(world),
  'member.restored': async (world) => {
    await world.admin.departures.restore({ departure_id: await departed(world) })
  },
  'member.references_changed': async (world) => {
    const manager_id = await world.newMember()
    await world.newMember({ manager_id })
    await world.depart(manager_id)
  },
  'member.purged': async (world) => {
    const { restore_window_days } = await world.founder.organization.getPolicies()
    await departed(world)
    await world.advance(`P${restore_window_days + 1}D`)
  },
  'legal_hold.placed': (world) => held(world),
  'legal_hold.released': async (world) => {
    await world.admin.legalHolds.release({ ...(await held(world)), reason: world.texts.trigger.reason })
  },
  'account.erasure_requested': async (world) => {
    const { account_id, member_id } = await world.newAccepted()
    const departure_id = await world.depart(member_id)
    await (await world.as(account_id)).me.requestErasure({ departure_id })
  },
  'account.erased': async (world) => {
    const account_id = await world.newMember()
    await world.depart(account_id)
    await world.admin.erasures.create({ account_id, confirm: true })
    await world.advance('PT0S')
  },
  'resource.transferred': (world) => departed(world),
  'resource.deleted': (world) => departed(world),
  'handover.completed': (world) => departed(world),
}

/** Offboards a member of whose resources one is handed over and one is deleted. */
async function departed(world: World): Promise<string> {
  const account_id = await world.newMember()
  await world.newResources(account_id, 'document', 'survey')
  return world.depart(account_id, [
    { kind: 'document', action: 'transfer' },
    { kind: 'survey', action: 'delete' },
  ])
}

async function scheduled(world: World, by = world.adminId) {
  const effective_at = await world.inHours(1)
  const { offboardings } = await world.as(by)
  const account_id = await world.newMember()
  const { offboarding_id } = await offboardings.create({ account_id, reason_code: 'other', effective_at })
  return { offboarding_id }
}

async function held(world: World) {
  const departure_id = await world.depart(await world.newMember())
  const { hold_id } = await world.admin.legalHolds.create({ departure_id, reason: world.texts.trigger.reason })
  return { hold_id }
}

/** Cancels a batch whose items are nobody's, so that nobody departs. The platform may be done with it first. */
async function canceledBatch(world: World): Promise<void> {
  const { offboardingBatches } = world.admin
  for (let left = 5; left > 0; left--) {
    const nobody = () => `acct_${world.newName().slice(4)}`
    const items = Array.from({ length: 500 }, () => ({ account_id: nobody(), reason_code: 'other' as const }))
    const { batch_id } = await offboardingBatches.create({ items })
    try {
      await offboardingBatches.cancel({ batch_id })
      return
    } catch (error) {
      if (!(error instanceof Error && 'status' in error && error.status === 409)) throw error
    }
  }
  throw new Failure(EXIT.refused, 'too_late', world.texts.trigger.tooLate)
}
