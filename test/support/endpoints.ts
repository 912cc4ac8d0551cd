import type { Schemas, Scope } from '@sendoff/api'
import { must, type Platform } from './platform.ts'

export const PATH = '/v1.0/webhook-endpoints'

/** The scopes that an organisation's internal app needs for endpoints. */
export const webhookScopes: Scope[] = ['webhook:read', 'webhook:write']

/** Gets a token of an organisation's internal app for its endpoints. */
export async function webhookToken(platform: Platform, index = 0): Promise<string> {
  return platform.appToken(platform.organization(index).org_id, ...webhookScopes)
}

export async function createEndpoint(
  platform: Platform,
  token: string,
  url: string,
  more: { event_types?: string[]; description?: string } = {},
): Promise<Schemas['CreatedWebhookEndpoint']> {
  const { status, body } = await platform.post(PATH, token, { url, ...more })
  if (status !== 201) throw new Error(JSON.stringify(body))
  return body
}

export async function ping(platform: Platform, token: string, endpointId: string): Promise<Schemas['TestDelivery']> {
  const { status, body } = await platform.post(`${PATH}/${endpointId}/test`, token)
  if (status !== 202) throw new Error(JSON.stringify(body))
  return body
}

export async function readDelivery(platform: Platform, token: string, id: string): Promise<Schemas['Delivery']> {
  const { status, body } = await platform.get(`/v1.0/deliveries/${id}`, token)
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body
}

const MOVED_BY_SETTLING = 1

/** Resolves when everything due has been attempted. */
export const settle = (platform: Platform) => platform.advance('PT0.001S')

/** Moves the clock to the next attempt of a delivery, and resolves when it was made. */
export async function advanceTo(platform: Platform, { next_attempt_at }: Schemas['Delivery']): Promise<void> {
  const { status, body } = await platform.post('/v1.0/sandbox/clock/advance', undefined, { to: must(next_attempt_at) })
  if (status !== 200) throw new Error(JSON.stringify(body))
}

/**
 * The wait of a delivery from its last attempt to the next, in milliseconds of business time. The time at which the attempt was recorded is
 * not shown; it lies between its begin and now, which gives two bounds.
 */
export async function waitOf(platform: Platform, delivery: Schemas['Delivery']) {
  const { body: clock } = await platform.get('/v1.0/sandbox/clock')
  const next = Date.parse(must(delivery.next_attempt_at))
  const began = Date.parse(must(delivery.attempts.at(-1)).started_at)
  return { atLeast: next - Date.parse(clock.now), atMost: next - began + MOVED_BY_SETTLING }
}
