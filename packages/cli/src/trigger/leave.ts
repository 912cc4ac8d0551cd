import type { Facts } from './fact.ts'
import type { World } from './world.ts'

/** The facts of leave applications, under a policy by which an application is needed. */
export const leave: Facts = {
  'leave_application.submitted': (world) => applied(world),
  'leave_application.partly_approved': async (world) => {
    const { application_id } = await applied(world, { reviewers: 'manager_and_administrator' })
    await world.admin.leaveApplications.approve({ application_id })
  },
  'leave_application.manager_changed': async (world) => {
    const { member_id: account_id } = await applied(world, { reviewers: 'manager_and_administrator' })
    await world.admin.members.update({ account_id, manager_id: await world.newSignedIn() })
  },
  'leave_application.approved': (world) => approved(world),
  'leave_application.rejected': async (world) => {
    const { application_id } = await applied(world)
    await world.admin.leaveApplications.reject({ application_id })
  },
  'leave_application.withdrawn': async (world) => {
    const { application_id, member_id } = await applied(world)
    await (await world.as(member_id)).leaveApplications.withdraw({ application_id })
  },
  'leave_application.confirmed': async (world) => {
    const { member_id, password } = await world.newAccepted()
    const { application_id } = await approved(world, member_id)
    await (await world.as(member_id)).leaveApplications.confirm({ application_id, confirm: true, password })
  },
  'leave_application.expired': async (world) => {
    await approved(world)
    await world.advance('P15D')
  },
}

async function applied(
  world: World,
  {
    reviewers = 'administrators',
    by,
  }: { reviewers?: 'administrators' | 'manager_and_administrator'; by?: string } = {},
) {
  const { organization } = world.founder
  if ((await organization.getLeavePolicy()).mode !== 'approval') await organization.setLeavePolicy({ mode: 'approval' })
  if ((await organization.getPolicies()).reviewers !== reviewers) await organization.setPolicies({ reviewers })
  const managed = reviewers === 'administrators' ? {} : { manager_id: await world.newSignedIn() }
  const member_id = by ?? (await world.newMember(managed))
  const { leaveApplications } = await world.as(member_id)
  const why = { reason_code: 'other', reason_text: world.texts.trigger.reason } as const
  const { application_id } = await leaveApplications.create(why)
  return { member_id, application_id }
}

async function approved(world: World, by?: string) {
  const application = await applied(world, by === undefined ? {} : { by })
  await world.admin.leaveApplications.approve({ application_id: application.application_id })
  return application
}
