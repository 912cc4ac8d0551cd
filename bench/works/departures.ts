import { setTimeout as delay } from 'node:timers/promises'
import { request } from 'undici'
import { rows, type Settings } from '../../test/support/database.ts'
import { sandboxOf, tokenOf } from '../rows/initiators.ts'
import { addMembers, addOrganization, demoOrganization, type Organization } from '../rows/members.ts'

const IN_BATCH = 500
const POLL = 20

/** A server with its data. */
export type Place = { base: string; data: Settings }

/** Adds members to the demo organisation, and offboards them in batches of 500. @returns seconds from the first request to the last departure */
export async function offboardMany({ base, data }: Place, count: number): Promise<number> {
  const organization = demoOrganization(data)
  const accounts = await addMembers(data, organization, count)
  const token = await tokenOf(base, sandboxOf(data).organizations[0].apps[0], 'member:offboard')
  const begun = performance.now()
  for (let from = 0; from < count; from += IN_BATCH) {
    const items = Array.from({ length: Math.min(IN_BATCH, count - from) }, (_, n) => ({
      account_id: accounts.at(from + n),
      reason_code: 'other',
    }))
    await post(base, '/v1.0/offboarding-batches', { items }, token)
  }
  await untilLeft(data, organization)
  return (performance.now() - begun) / 1000
}

/** Adds an organisation with members, and dissolves it. @returns seconds from the effective time until it is dissolved */
export async function dissolveMany(place: Place, count: number): Promise<number> {
  const organization = await addOrganization(place.data)
  await addMembers(place.data, organization, count)
  return dissolve(place, organization)
}

/** Dissolves an organisation. @returns seconds from the effective time until it is dissolved */
export async function dissolve({ base, data }: Place, organization: Organization): Promise<number> {
  const token = await userToken(base, organization, ['org:dissolve'])
  const dissolution = { reason_code: 'no_longer_used', confirm_name: organization.name }
  await post(base, '/v1.0/organization/dissolution', dissolution, token)
  const begun = performance.now()
  await post(base, '/v1.0/sandbox/clock/advance', { by: 'PT72H' })
  await untilDissolved(data, organization)
  return (performance.now() - begun) / 1000
}

/** Gets a token of an organisation's founder. */
export async function userToken(base: string, { founder }: Organization, scopes: readonly string[]): Promise<string> {
  return (await post(base, '/v1.0/sandbox/user-tokens', { account_id: founder, scopes })).access_token
}

// biome-ignore lint/suspicious/noExplicitAny: the caller knows the answer.
async function post(base: string, path: string, body: object, token?: string): Promise<any> {
  const answer = await request(base + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
    // A step of the clock is answered when all that fell due is done.
    ...{ headersTimeout: 0, bodyTimeout: 0 },
  })
  if (answer.statusCode >= 300) {
    throw new Error(`POST ${path} was answered with ${answer.statusCode}: ${await answer.body.text()}`)
  }
  return answer.body.json()
}

/** Resolves when all batches of an organisation are processed. @throws {Error} if a departure failed */
async function untilLeft(data: Settings, { org_id }: Organization): Promise<void> {
  await rows(data, async (db) => {
    for (;;) {
      const batches = await db
        .selectFrom('offboarding_batch')
        .select(['status', 'failed'])
        .where('org_id', '=', org_id)
        .execute()
      if (batches.some(({ failed }) => Number(failed) > 0)) throw new Error('Some members could not be offboarded')
      if (batches.every(({ status }) => status === 'completed')) return
      await delay(POLL)
    }
  })
}

async function untilDissolved(data: Settings, { org_id }: Organization): Promise<void> {
  await rows(data, async (db) => {
    const isDissolved = () =>
      db.selectFrom('dissolution').select('status').where('org_id', '=', org_id).executeTakeFirst()
    while ((await isDissolved())?.status !== 'completed') await delay(POLL)
  })
}
