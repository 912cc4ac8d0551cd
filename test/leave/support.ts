import type { Scope } from '@sendoff/api'
import { expect } from 'vitest'
import { type Answer, must, type Platform } from '../support/platform.ts'

export const CONSULTANT = 'mei.lin@consulting.example'

/** The member of a demo organisation whose name begins with the given text. */
export function named(platform: Platform, index: number, name: string) {
  return must(platform.organization(index).members.find((member) => member.name.startsWith(name)))
}

/** The consultant: a member of the first organisation (policy `instant`) and the second (`approval`), and a personal account. */
export const consultant = (platform: Platform) => ({
  personal: must(platform.data.personal_accounts.find(({ email }) => email === CONSULTANT)),
  instant: named(platform, 0, 'Mei'),
  approval: named(platform, 1, 'Mei'),
})

/** Sends a request as an account, with a token of these scopes. */
export async function as(
  platform: Platform,
  accountId: string,
  scope: Scope,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answer> {
  const token = await platform.userToken(accountId, scope)
  return platform.call(method, path, { token, ...(body !== undefined && { body }) })
}

export const leave = (platform: Platform, accountId: string, changes: object = {}) =>
  as(platform, accountId, 'member:leave', 'POST', '/v1.0/leave', { confirm: true, ...changes })

export const deregister = (
  platform: Platform,
  { account_id, password }: { account_id: string; password: string },
  changes: object = {},
) =>
  as(platform, account_id, 'account:deregister', 'POST', '/v1.0/me/deregister', { confirm: true, password, ...changes })

const APPLICATIONS = '/v1.0/leave-applications'

export const apply = (platform: Platform, accountId: string, changes: object = {}) =>
  as(platform, accountId, 'member:leave', 'POST', APPLICATIONS, {
    reason_code: 'resignation',
    reason_text: 'A new post elsewhere.',
    ...changes,
  })

/** Applies, and expects success. */
export async function applied(platform: Platform, accountId: string): Promise<string> {
  const { status, body } = await apply(platform, accountId)
  if (status !== 201) throw new Error(JSON.stringify(body))
  return body.application_id
}

export const review = (
  platform: Platform,
  accountId: string,
  decision: 'approve' | 'reject',
  id: string,
  body: object = {},
) => as(platform, accountId, 'leave_application:review', 'POST', `${APPLICATIONS}/${id}/${decision}`, body)

/** Applies and is approved by an administrator of the second organisation. */
export async function approved(platform: Platform, accountId: string): Promise<string> {
  const id = await applied(platform, accountId)
  const { status, body } = await review(platform, named(platform, 1, 'Bai').account_id, 'approve', id)
  if (status !== 200) throw new Error(JSON.stringify(body))
  return id
}

export const withdraw = (platform: Platform, accountId: string, id: string) =>
  as(platform, accountId, 'member:leave', 'POST', `${APPLICATIONS}/${id}/withdraw`)

export const confirm = (
  platform: Platform,
  { account_id, password }: { account_id: string; password: string },
  id: string,
  changes: object = {},
) =>
  as(platform, account_id, 'member:leave', 'POST', `${APPLICATIONS}/${id}/confirm`, {
    confirm: true,
    password,
    ...changes,
  })

export const readApplication = async (platform: Platform, orgId: string, id: string) =>
  (await platform.get(`${APPLICATIONS}/${id}`, await everything(platform, orgId))).body

export const offboard = (platform: Platform, by: string, accountId: string) =>
  as(platform, by, 'member:offboard', 'POST', '/v1.0/offboardings', {
    account_id: accountId,
    reason_code: 'resignation',
  })

export const setCondition = (platform: Platform, by: string, accountId: string, condition: string) =>
  as(platform, by, 'member:condition:write', 'PUT', `/v1.0/members/${accountId}/condition`, { condition })

export const setRole = (platform: Platform, by: string, accountId: string, role: string) =>
  as(platform, by, 'member:write', 'PUT', `/v1.0/members/${accountId}/role`, { role })

export const me = (platform: Platform, accountId: string, what = '') =>
  as(platform, accountId, 'account:read', 'GET', `/v1.0/me${what}`)

/** A token of the organisation's own app with every scope that it has. */
async function everything(platform: Platform, orgId: string): Promise<string> {
  const app = must(platform.organizationOf(orgId).apps[0])
  return platform.clientToken(app, app.scopes as Scope[])
}

/** Every event of an organisation, or those of one type. */
export async function eventsOf(platform: Platform, orgId: string, type?: string): Promise<any[]> {
  const { body } = await platform.get('/v1.0/events?limit=200', await everything(platform, orgId))
  return body.data.filter((event: { type: string }) => type === undefined || event.type === type)
}

/** Reads the state of an organisation that a refusal must not change. */
export async function stateOf(platform: Platform, orgId: string): Promise<unknown> {
  const token = await everything(platform, orgId)
  const read = async (path: string) => {
    const { status, body } = await platform.get(path, token)
    expect(status).toBe(200)
    return body
  }
  return {
    organization: await read('/v1.0/organization'),
    members: await read('/v1.0/members?limit=200'),
    departed: await read('/v1.0/members?limit=200&status=departed'),
    departures: await read('/v1.0/departures?limit=200'),
    offboardings: await read('/v1.0/offboardings?limit=200'),
    applications: await read(`${APPLICATIONS}?limit=200`),
    events: await read('/v1.0/events?limit=200'),
  }
}

/** Expects a refusal that leaves the organisation and the membership unchanged, without an event. */
export async function expectRefused(
  platform: Platform,
  { orgId, accountId, restricted = false }: { orgId: string; accountId: string; restricted?: boolean },
  send: () => Promise<Answer>,
  [status, code, more = {}]: [number, string, object?],
): Promise<Answer> {
  const before = await stateOf(platform, orgId)
  const answer = await send()
  expect([answer.status, answer.body.code]).toEqual([status, code])
  expect(answer.body).toMatchObject(more)
  expect(await stateOf(platform, orgId)).toEqual(before)
  await expectMember(platform, orgId, accountId, restricted)
  return answer
}

/** Expects an account to be in the organisation, and its token to work unless it is restricted. */
export async function expectMember(platform: Platform, orgId: string, accountId: string, restricted = false) {
  const member = await platform.get(`/v1.0/members/${accountId}`, await everything(platform, orgId))
  expect(member.body).toMatchObject({ account_id: accountId, status: 'active' })
  const own = await me(platform, accountId)
  expect([own.status, own.body.code]).toEqual(restricted ? [403, 'account_restricted'] : [200, undefined])
}

/** Expects an account to have departed, with one event, and to be unusable. */
export async function expectDeparted(platform: Platform, orgId: string, accountId: string, data: object) {
  const member = await platform.get(`/v1.0/members/${accountId}`, await everything(platform, orgId))
  expect(member.body).toMatchObject({ account_id: accountId, status: 'departed' })
  const events = await eventsOf(platform, orgId, 'member.departed')
  const own = events.filter((event) => event.data.account_id === accountId)
  expect(own.map((event) => event.data)).toMatchObject([{ account_id: accountId, ...data }])
}
