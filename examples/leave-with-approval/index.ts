/** A member of an organisation with the policy `approval` applies to leave; an administrator approves; the member confirms. */
import { createClient, isProblem, type Scope } from '@sendoff/sdk'
import { readSandbox } from '../sandbox.ts'

const { base_url: baseUrl, organizations } = await readSandbox()
const organization = organizations[1]
const find = (role: string) =>
  organization.members.find(
    (one: { role: string; condition: string }) => one.role === role && one.condition === 'normal',
  )
const member = find('member')
const admin = find('admin')

/** Gets a person's token, which the sandbox issues without a sign-in. */
async function tokenOf(account_id: string, scopes: Scope[]): Promise<string> {
  const sandbox = createClient({ baseUrl, scopes: [] })
  return (await sandbox.sandbox.createUserToken({ account_id, scopes })).access_token
}

const applicant = createClient({
  baseUrl,
  token: await tokenOf(member.account_id, ['member:leave', 'account:read']),
  scopes: ['member:leave', 'account:read'],
})
const reviewer = createClient({
  baseUrl,
  token: await tokenOf(admin.account_id, ['leave_application:read', 'leave_application:review']),
  scopes: ['leave_application:read', 'leave_application:review'],
})

try {
  await applicant.leave.create({ confirm: true })
} catch (error) {
  if (!isProblem(error, 'leave.create') || error.problem.code !== 'approval_required') throw error
  console.log(`${organization.name} requires an approval: ${error.code}`)
}

const { application_id } = await applicant.leaveApplications.create({
  reason_code: 'resignation',
  reason_text: 'A new position',
})
for await (const application of reviewer.leaveApplications.list({ status: 'pending' })) {
  console.log(`${admin.name} approves ${application.applicant_name}: ${application.reason_text}`)
  await reviewer.leaveApplications.approve({ application_id: application.application_id, comment: 'All the best' })
}
const [notification] = (await applicant.me.listNotifications({ limit: 1 })).data
console.log(`${member.name} is notified: ${notification?.type}`)

const { password } = member
const departure = await applicant.leaveApplications.confirm({ application_id, confirm: true, password })
const { snapshot, departure_id, restorable_until } = departure
console.log(`${snapshot.name} has left: ${departure_id}, restorable until ${restorable_until}`)
