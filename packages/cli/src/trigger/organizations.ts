import { EXIT, Failure } from '../errors/failure.ts'
import { sandboxData } from '../session/sandbox-file.ts'
import type { Facts } from './fact.ts'
import type { World } from './world.ts'

/** The end of the name of an organisation that was renamed here, which the next time takes away. */
const RENAMED = ' & Co'

/** The facts of an organisation, its departments, its policies and its apps. */
export const organizations: Facts = {
  'organization.updated': async ({ founder }) => {
    const { name } = await founder.organization.get()
    await founder.organization.update({
      name: name.endsWith(RENAMED) ? name.slice(0, -RENAMED.length) : `${name}${RENAMED}`,
    })
  },
  'organization.leave_policy_changed': async ({ founder }) => {
    const { mode } = await founder.organization.getLeavePolicy()
    await founder.organization.setLeavePolicy({ mode: mode === 'approval' ? 'instant' : 'approval' })
  },
  'organization.policies_changed': async ({ founder }) => {
    const { receipt_deadline_hours: hours } = await founder.organization.getPolicies()
    await founder.organization.setPolicies({ receipt_deadline_hours: hours === 24 ? 48 : 24 })
  },
  'organization.founder_transferred': async ({ founder, founderId, newAdmin, texts }) => {
    const known = sandboxData()?.organizations.flatMap(({ members }) => members)
    const password = known?.find(({ account_id }) => account_id === founderId)?.password
    if (password === undefined) throw new Failure(EXIT.refused, 'password_unknown', texts.trigger.noPassword)
    await founder.organization.transferFounder({ account_id: await newAdmin(), password })
  },
  'organization.dissolution_scheduled': dissolved,
  'organization.dissolution_canceled': async (world) => {
    await dissolved(world)
    await world.founder.dissolution.cancel()
  },
  'organization.dissolved': async (world) => {
    await dissolved(world)
    await world.advance('PT72H')
  },
  'department.created': (world) => department(world),
  'department.updated': async (world) => {
    await world.founder.departments.update({ ...(await department(world)), name: world.newName() })
  },
  'department.deleted': async (world) => {
    await world.founder.departments.delete({ ...(await department(world)), move_to: 1 })
    await world.advance('PT0S')
  },
  'app.deauthorized': async ({ admin, texts }) => {
    const [first] = (await admin.authorizations.list({ limit: 1 })).data
    if (!first) throw new Failure(EXIT.refused, 'authorization_missing', texts.trigger.noAuthorization)
    await admin.authorizations.delete({ authorization_id: first.authorization_id })
  },
  ping: (world) => world.withEndpoint((endpoint_id) => world.admin.webhookEndpoints.test({ endpoint_id })),
  'webhook_endpoint.disabled': (world) =>
    world.withEndpoint((endpoint_id) => world.admin.webhookEndpoints.disable({ endpoint_id })),
  'webhook_endpoint.enabled': (world) =>
    world.withEndpoint(async (endpoint_id) => {
      await world.admin.webhookEndpoints.disable({ endpoint_id })
      await world.admin.webhookEndpoints.enable({ endpoint_id })
    }),
}

async function department({ founder, newName }: World) {
  const { dept_id } = await founder.departments.create({ name: newName() })
  return { dept_id }
}

async function dissolved({ founder }: World): Promise<void> {
  const { name } = await founder.organization.get()
  await founder.dissolution.request({ reason_code: 'no_longer_used', confirm_name: name })
}
