import type { Schemas, Scope } from '@sendoff/api'
import { expect } from 'vitest'
import * as departures from '../support/departures.ts'
import type { Answer, Platform } from '../support/platform.ts'

const SCOPES: Scope[] = ['webhook:read', 'webhook:write', 'receipt:read', 'receipt:write', 'event:read', 'member:read']

/** Nobody listens there, so that nothing is acknowledged. */
const NOWHERE = 'http://127.0.0.1:1/'

/** An organisation of the demo, with the operations of receipts of its app. */
export async function opened(platform: Platform, index = 0) {
  const organization = await departures.opened(platform, index)
  const token = await platform.appToken(organization.orgId, ...SCOPES)
  let count = 0
  const list = async (path: string, as = token): Promise<Schemas['Receipt'][]> => {
    const { status, body } = await platform.get(`/v1.0/${path}`, as)
    expect([status, body.errors]).toEqual([200, undefined])
    return body.data
  }
  return {
    ...organization,
    receiptToken: token,
    /** Makes somebody new depart, and returns the departure. */
    async gone(): Promise<string> {
      const name = `Noor ${++count}`
      return organization.departed(await organization.create({ name, email: `noor-${count}@aster.example` }))
    },
    /** Creates an endpoint that deprovisions. */
    system: async (more: object = {}): Promise<Schemas['CreatedWebhookEndpoint']> => {
      const command = { url: NOWHERE, event_types: ['member.*'], deprovisions: true, ...more }
      const { status, body } = await platform.post('/v1.0/webhook-endpoints', token, command)
      expect([status, body.errors]).toEqual([201, undefined])
      return body
    },
    file: (body: object, as = token): Promise<Answer> => platform.post('/v1.0/receipts', as, body),
    remind: (id: string, as = token): Promise<Answer> => platform.post(`/v1.0/receipts/${id}/remind`, as),
    table: (departureId: string, as?: string) => list(`departures/${departureId}/receipts?limit=200`, as),
    receipts: (query = 'limit=200', as?: string) => list(`receipts?${query}`, as),
    departure: async (id: string): Promise<Schemas['Departure']> =>
      (await platform.get(`/v1.0/departures/${id}`, token)).body,
  }
}
