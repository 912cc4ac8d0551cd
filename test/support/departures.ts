import type { Scope } from '@sendoff/api'
import { expect } from 'vitest'
import { query } from './database.ts'
import { open, stateOf } from './members.ts'
import type { Answer, Platform } from './platform.ts'

const SCOPES: Scope[] = [
  'member:offboard',
  'member:restore',
  'member:read',
  'member:write',
  'resource:read',
  'resource:write',
]

/** An organisation of the demo, with the operations of its app. */
export async function opened(platform: Platform, index = 0) {
  const organization = await open(platform, index)
  const token = await platform.appToken(organization.orgId, ...SCOPES)
  const resources = async (accountId: string): Promise<any[]> =>
    (await platform.get(`/v1.0/members/${accountId}/resources?limit=200`, token)).body.data
  return {
    ...organization,
    token,
    resources,
    preview: (body: object, as = token) => platform.post('/v1.0/offboardings/preview', as, body),
    offboard: (account_id: string, body: object = {}, as = token) =>
      platform.post('/v1.0/offboardings', as, { account_id, reason_code: 'resignation', ...body }),
    offboarding: async (id: string) => (await platform.get(`/v1.0/offboardings/${id}`, token)).body,
    update: (id: string, body: object, as = token) =>
      platform.call('PATCH', `/v1.0/offboardings/${id}`, { token: as, body }),
    cancel: (id: string, as = token) => platform.post(`/v1.0/offboardings/${id}/cancel`, as),
    batch: (items: object[], as = token) => platform.post('/v1.0/offboarding-batches', as, { items }),
    readBatch: async (id: string) => (await platform.get(`/v1.0/offboarding-batches/${id}`, token)).body,
    departure: async (id: string) => (await platform.get(`/v1.0/departures/${id}`, token)).body,
    report: async (id: string, query = '') =>
      (await platform.get(`/v1.0/departures/${id}/handover${query}`, token)).body,
    previewRestore: (id: string, as = token) => platform.post(`/v1.0/departures/${id}/restore/preview`, as),
    restore: (id: string, body?: object, as = token) => platform.post(`/v1.0/departures/${id}/restore`, as, body),
    resource: (id: string) => platform.get(`/v1.0/resources/${id}`, token),
    readMember: async (id: string) => (await platform.get(`/v1.0/members/${id}`, token)).body,
    async create(body: object): Promise<string> {
      const answer = await platform.post('/v1.0/members', token, body)
      expect(answer.status).toBe(201)
      return answer.body.account_id
    },
    /** Registers resources and returns their ids. */
    async register(owner_id: string, kind: string, count: number, prefix = kind): Promise<string[]> {
      const ids: string[] = []
      for (let from = 0; from < count; from += 500) {
        const resources = Array.from({ length: Math.min(500, count - from) }, (_, i) => {
          return { external_id: `${prefix} ${from + i}`, kind, name: `${prefix} ${from + i}`, owner_id }
        })
        const { status, body } = await platform.post('/v1.0/resources', token, { resources })
        expect(status).toBe(200)
        ids.push(...body.data.map(({ resource_id }: { resource_id: string }) => resource_id))
      }
      return ids
    },
    role: (account_id: string, role: 'admin' | 'member', by = organization.founder.account_id) =>
      setRole(platform, by, account_id, role),
    /** Offboards, expects success, and returns the departure. */
    async departed(account_id: string, body: object = {}): Promise<string> {
      const answer = await platform.post('/v1.0/offboardings', token, { account_id, reason_code: 'other', ...body })
      expect([answer.status, answer.body.status, answer.body.errors]).toEqual([201, 'completed', undefined])
      return answer.body.departure_id
    },
  }
}

async function setRole(platform: Platform, by: string, accountId: string, role: string) {
  const token = await platform.userToken(by, 'member:write')
  const answer = await platform.call('PUT', `/v1.0/members/${accountId}/role`, { token, body: { role } })
  expect(answer.status).toBe(200)
}

/** Every event of an organisation, including one that has ended and can't be read through the API any more. */
export async function recorded(platform: Platform, orgId: string, ...types: string[]): Promise<any[]> {
  const rows = await query(
    platform,
    `select sequence, type, body from event where org_id = '${orgId}' order by sequence`,
  )
  const events = rows.map(({ body }) => JSON.parse(String(body)))
  return types.length === 0 ? events : events.filter(({ type }) => types.includes(type))
}

/** Checks that the events of every organisation, as far as they are kept, are numbered without a gap, up to the last. */
export async function expectGapless(platform: Platform): Promise<void> {
  for (const { org_id } of platform.data.organizations) {
    const sequences = (await recorded(platform, org_id)).map(({ sequence }) => Number(sequence))
    const [{ first_sequence, last_sequence } = {}] = await query(
      platform,
      `select first_sequence, last_sequence from organization where org_id = '${org_id}'`,
    )
    const first = Number(first_sequence)
    expect(sequences).toEqual(Array.from({ length: Number(last_sequence) - first + 1 }, (_, i) => first + i))
  }
}

/** Reads the state of an organisation that refused requests must not change. */
export const whole = async (platform: Platform, orgId: string) => ({
  state: await stateOf(platform, orgId),
  events: await recorded(platform, orgId),
  departures: await query(platform, `select * from departure where org_id = '${orgId}' order by departure_id`),
  offboardings: await query(platform, `select * from offboarding where org_id = '${orgId}' order by offboarding_id`),
  due: await query(
    platform,
    `select kind, subject_id from due_work where org_id = '${orgId}' and kind <> 'identifier_recycled' order by work_id`,
  ),
  dissolutions: await query(platform, `select * from dissolution where org_id = '${orgId}' order by dissolution_id`),
})

/** Sends a request, expects a refusal, and checks that nothing changed. */
export async function expectRefused(
  platform: Platform,
  orgId: string,
  [status, code]: [number, string],
  request: () => Promise<Answer>,
): Promise<Answer> {
  const before = await whole(platform, orgId)
  const answer = await request()
  expect([answer.status, answer.body.code]).toEqual([status, code])
  expect(await whole(platform, orgId)).toEqual(before)
  return answer
}
