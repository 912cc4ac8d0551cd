import type { Facts } from './fact.ts'
import type { World } from './world.ts'

/** The facts of associations, each with an organisation that is made for it. */
export const associations: Facts = {
  'organization.association.invited': (world) => invited(world),
  'organization.association.declined': async (world) => {
    const { other, invitation_id } = await invited(world)
    await other.founder.associationInvitations.decline({ invitation_id })
  },
  'organization.association.revoked': async (world) => {
    const { invitation_id } = await invited(world)
    await world.founder.associationInvitations.revoke({ invitation_id })
  },
  'organization.association.expired': async (world) => {
    await invited(world)
    await world.advance('P15D')
  },
  'organization.association.linked': (world) => linked(world),
  'organization.association.updated': async (world) => {
    const { dept_id } = await world.founder.departments.create({ name: world.newName() })
    await linked(world, dept_id)
    await world.founder.departments.delete({ dept_id, move_to: 1 })
  },
  'organization.association.unlink_scheduled': (world) => scheduled(world),
  'organization.association.unlink_canceled': async (world) => {
    await world.founder.scheduledUnlinks.cancel(await scheduled(world))
  },
  // It fails because whoever asked for it may no longer do it.
  'organization.association.unlink_failed': async (world) => {
    const account_id = await world.newAdmin()
    await scheduled(world, account_id)
    await world.founder.members.setRole({ account_id, role: 'member' })
    await world.advance('PT2H')
  },
  'organization.association.unlinked': async (world) => {
    await world.founder.organization.unlink({ ...(await linked(world)), reason_code: 'other' })
  },
}

async function invited(world: World, dept_id = 1) {
  const other = await world.newOrganization()
  const asked = { associated_org_id: other.org_id, type: 'partner', dept_id } as const
  const { invitation_id } = await world.founder.associationInvitations.create(asked)
  return { other, invitation_id }
}

async function linked(world: World, dept_id = 1) {
  const { other, invitation_id } = await invited(world, dept_id)
  await other.founder.associationInvitations.accept({ invitation_id, dept_id: 1 })
  return { dept_id, associated_org_id: other.org_id }
}

async function scheduled(world: World, by = world.founderId) {
  const effective_at = await world.inHours(1)
  const person = await world.as(by)
  const { scheduled_unlink_id } = await person.scheduledUnlinks.create({ ...(await linked(world)), effective_at })
  return { scheduled_unlink_id }
}
