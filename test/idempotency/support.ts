import { PATH } from '../support/endpoints.ts'
import type { Answer, Platform } from '../support/platform.ts'

export const url = 'http://127.0.0.1:9/webhooks'

export const replayed = ({ headers }: Answer) => headers.get('idempotency-replayed')

/** Creates an endpoint with a key, the write with the most visible effect. */
export const create = (platform: Platform, token: string, key: string, body: object = { url }) =>
  platform.post(PATH, token, body, { 'idempotency-key': key })

/** Counts the endpoints of a token's app. */
export async function countEndpoints(platform: Platform, token: string): Promise<number> {
  return (await platform.get(`${PATH}?limit=200`, token)).body.data.length
}
