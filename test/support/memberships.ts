import { userScopes } from '@sendoff/api'
import { registered } from './accounts.ts'
import { query } from './database.ts'
import { type Answer, must, type Platform } from './platform.ts'

let count = 0

/** A new organisation, with the operations of its founder. */
export async function stranger(platform: Platform, name = 'Stranger & Sons') {
  const founder = await registered(platform, { email: `stranger-${++count}@elsewhere.example` })
  const founding = await platform.userToken(founder.account_id, 'account:write')
  const { body } = await platform.post('/v1.0/organizations', founding, { name })
  const orgId: string = body.organization.org_id
  const token = await platform.userToken(body.account_id, ...userScopes)
  const get = async (path: string) => (await platform.get(`/v1.0/${path}`, token)).body
  return {
    orgId,
    token,
    add: (email: string, more: object = {}) =>
      platform.post('/v1.0/members', token, { name: 'Somebody', email, ...more }),
    async added(email: string): Promise<string> {
      const { status, body: member } = await platform.post('/v1.0/members', token, { name: 'Somebody', email })
      if (status !== 201) throw new Error(JSON.stringify(member))
      return member.account_id
    },
    member: (accountId: string) => get(`members/${accountId}`),
    offboard: (accountId: string, more: object = {}) =>
      platform.post('/v1.0/offboardings', token, { account_id: accountId, reason_code: 'other', ...more }),
    audited: async (action?: string): Promise<any[]> =>
      (await get(`audit-logs?limit=200${action ? `&action=${action}` : ''}`)).data,
    events: async (type?: string): Promise<any[]> => {
      const rows = await query(platform, `select body from event where org_id = '${orgId}' order by sequence`)
      return rows.map(({ body: event }) => JSON.parse(String(event))).filter((event) => !type || event.type === type)
    },
  }
}

/** The demo's person with a personal account and an account in two organisations. */
export const mei = (platform: Platform) => must(platform.data.personal_accounts[0])

/** The operations of a person with one of their accounts. */
export async function person(platform: Platform, accountId: string) {
  const token = await platform.userToken(accountId, 'account:read', 'account:write')
  const list = async (path: string): Promise<any[]> => (await platform.get(`/v1.0/${path}?limit=200`, token)).body.data
  return {
    token,
    invitations: () => list('membership-invitations'),
    blocks: () => list('membership-blocks'),
    accounts: () => list('me/accounts'),
    organizations: () => list('me/organizations'),
    departures: () => list('me/departures'),
    notifications: () => list('me/notifications'),
    answer: (id: string, verb: 'accept' | 'decline'): Promise<Answer> =>
      platform.post(`/v1.0/membership-invitations/${id}/${verb}`, token),
    block: (org_id: string) => platform.post('/v1.0/membership-blocks', token, { org_id }),
    unblock: (orgId: string) => platform.call('DELETE', `/v1.0/membership-blocks/${orgId}`, { token }),
  }
}
