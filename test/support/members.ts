import { query } from './database.ts'
import { type Caller, must, type OrganizationData, type Platform } from './platform.ts'

/** An organisation of the demo as its founder, its administrator, its members and its app see it. */
export async function open(platform: Platform, index = 0) {
  const organization: OrganizationData = platform.organization(index)
  const { org_id: orgId, members } = organization
  const named = (name: string) => must(members.find((member) => member.name.startsWith(name)))
  const founder = must(members.find(({ role }) => role === 'founder'))
  const admin = must(members.find(({ role }) => role === 'admin'))
  const member = must(members.find(({ role, condition }) => role === 'member' && condition === 'normal'))
  const frozen = must(members.find(({ condition }) => condition === 'frozen'))
  return { orgId, organization, named, founder, admin, member, frozen }
}

/** Every event of an organisation that concerns its members or itself. */
export async function eventsOf(platform: Caller, orgId: string, type?: string): Promise<any[]> {
  const token = await platform.appToken(orgId, 'event:read', 'org:read', 'member:read')
  const { body } = await platform.get('/v1.0/events?limit=200', token)
  return body.data.filter((event: { type: string }) => type === undefined || event.type === type)
}

/** Reads the members and the events, which a refusal must not change. */
export async function stateOf(platform: Platform, orgId: string): Promise<unknown> {
  return {
    accounts: await query(platform, `select * from account where org_id = '${orgId}' order by account_id`),
    departments: await query(platform, `select * from department where org_id = '${orgId}' order by dept_id`),
    placed: await query(platform, `select * from account_department where org_id = '${orgId}' order by 2, 3`),
    resources: await query(platform, `select * from resource where org_id = '${orgId}' order by resource_id`),
    organization: await query(platform, `select * from organization where org_id = '${orgId}'`),
    identities: await query(platform, 'select * from identity order by identity_id'),
    audited: await query(platform, `select * from audit_log where org_id = '${orgId}' order by audit_id`),
    events: await eventsOf(platform, orgId),
  }
}

/** Reads the audit log's entries of an operation. */
export async function auditOf(platform: Platform, orgId: string, action: string) {
  const rows = await query(
    platform,
    `select actor_id, target_id, before, after from audit_log
      where org_id = '${orgId}' and action = '${action}' order by audit_id`,
  )
  return rows.map(({ before, after, ...row }) => ({ ...row, before: parse(before), after: parse(after) }))
}

const parse = (text: unknown) => (typeof text === 'string' ? JSON.parse(text) : null)
