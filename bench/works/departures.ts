import { setTimeout as delay } from 'node:timers/promises'
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
export async function dissolveMany({ base, data }: Place, count: number): Promise<number> {
  const organization = await addOrganization(data)
  await addMembers(data, organization, count)
  const asked = { account_id: organization.founder, scopes: ['org:dissolve'] }
  const { access_token } = await post(base, '/v1.0/sandbox/user-tokens', asked)
  const dissolution = { reason_code: 'no_longer_used', confirm_name: organization.name }
  await post(base, '/v1.0/organization/dissolution', dissolution, access_token)
  const begun = performance.now()
  await post(base, '/v1.0/sandbox/clock/advance', { by: 'PT72H' })
  await untilDissolved(data, organization)
  return (performance.now() - begun) / 1000
}

// biome-ignore lint/suspicious/noExplicitAny: the caller knows the answer.
async function post(base: string, path: string, body: object, token?: string): Promise<any> {
  const answer = await fetch(base + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`POST ${path} was answered with ${answer.status}: ${await answer.text()}`)
  return answer.json()
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
