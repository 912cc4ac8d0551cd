import { expect } from 'vitest'
import { inDatabase, tablesOf } from '../support/database.ts'
import { opened as openedForDepartures } from '../support/departures.ts'
import type { Platform } from '../support/platform.ts'

/** An organisation whose policies can be set, with the requests of its administrators. */
export async function opened(platform: Platform, index = 0) {
  const organization = await openedForDepartures(platform, index)
  const scopes = ['legal_hold:write', 'erasure:write', 'org:policy:write', 'member:read'] as const
  const asAdmin = await platform.userToken(organization.admin.account_id, ...scopes)
  return {
    ...organization,
    asAdmin,
    setPolicies: async (body: object) => {
      const answer = await platform.call('PATCH', '/v1.0/organization/policies', { token: asAdmin, body })
      expect([answer.status, answer.body]).toMatchObject([200, body])
    },
    hold: async (departure_id: string): Promise<string> =>
      (await platform.post('/v1.0/legal-holds', asAdmin, { departure_id, reason: 'Case 4711' })).body.hold_id,
    release: (holdId: string) => platform.post(`/v1.0/legal-holds/${holdId}/release`, asAdmin, { reason: 'Closed' }),
    /** Makes somebody new depart. */
    gone: async (name: string, body: object = {}) => {
      const account_id = await organization.create({ name, email: `${name.toLowerCase()}@aster.example` })
      return { account_id, departure_id: await organization.departed(account_id, body) }
    },
  }
}

/** The tables of a platform in which a text is, apart from those whose name ends with one of the given ones. */
export async function tablesWith(platform: Platform, text: string): Promise<string[]> {
  const found: string[] = []
  for (const table of await tablesOf(platform)) {
    const rows = await inDatabase(platform, (run) => run(`select * from "${table}"`))
    if (JSON.stringify(rows).includes(text)) found.push(table)
  }
  return found
}
