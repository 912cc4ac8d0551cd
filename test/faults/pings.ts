import { setTimeout as delay } from 'node:timers/promises'
import { type Caller, must } from '../support/platform.ts'

/** A ping that was acknowledged: its event, the endpoint to which it goes, and when the answer was there. */
export type Owed = { endpoint: number; id: string; at: number }
/** Endpoints of the app of a demo organisation, by the number in their URL. */
export type Endpoints = { ids: string[]; acknowledged: Owed[]; answers: Record<string, number> }

/** A token for endpoints; its organisation is the first of the demo. */
export const webhookToken = (caller: Caller): Promise<string> =>
  caller.appToken(caller.organization(0).org_id, 'webhook:read', 'webhook:write')

/** Creates endpoints, each with the number in its URL. */
export async function createEndpoints(
  caller: Caller,
  count: number,
  url: (endpoint: number) => string,
): Promise<Endpoints> {
  const token = await webhookToken(caller)
  const ids: string[] = []
  for (let n = 0; n < count; n++) {
    const { status, body } = await caller.post('/v1.0/webhook-endpoints', token, { url: url(n) })
    if (status !== 201) throw new Error(JSON.stringify(body))
    ids.push(body.endpoint_id)
  }
  return { ids, acknowledged: [], answers: {} }
}

/** Commits a ping to an endpoint, and notes whether it was acknowledged. @returns the answer's status, 0 for none */
export async function ping(caller: Caller, token: string, to: Endpoints, endpoint: number): Promise<number> {
  const path = `/v1.0/webhook-endpoints/${must(to.ids[endpoint])}/test`
  const { status, body } = await caller.post(path, token).catch(() => ({ status: 0, body: undefined }))
  to.answers[status] = (to.answers[status] ?? 0) + 1
  if (status === 202) to.acknowledged.push({ endpoint, id: body.event_id, at: Date.now() })
  return status
}

/** Pings one endpoint after the other, eight at once, until the caller stops it or the server is gone. */
export async function keepPinging(
  caller: Caller,
  token: string,
  to: Endpoints,
  isEnough: () => boolean,
): Promise<void> {
  let next = to.acknowledged.length
  let isGone = false
  const lane = async () => {
    while (!isGone && !isEnough()) {
      const status = await ping(caller, token, to, next++ % to.ids.length)
      if (status === 0) isGone = true
      else if (status === 503) await delay(20)
      else if (status !== 202) throw new Error(`a ping was answered with ${status}`)
    }
  }
  await Promise.all(Array.from({ length: 8 }, lane))
}

/** More concurrent calls would measure a flooded server. */
const AT_ONCE = 32

/**
 * Pings some endpoints in turn at a steady pace; where the server does not keep up, as fast as it does.
 *
 * @returns how many a second it came to
 */
export async function pingSteadily(
  caller: Caller,
  to: Endpoints,
  { among, perSecond, seconds }: { among: number[]; perSecond: number; seconds: number },
): Promise<number> {
  const token = await webhookToken(caller)
  const begun = performance.now()
  const underWay = new Set<Promise<void>>()
  for (let n = 0; n < perSecond * seconds; n++) {
    const wait = begun + (n * 1000) / perSecond - performance.now()
    if (wait > 1) await delay(wait)
    if (underWay.size >= AT_ONCE) await Promise.race(underWay)
    const call: Promise<void> = ping(caller, token, to, must(among[n % among.length])).then((status) => {
      underWay.delete(call)
      if (status !== 202) throw new Error(`a ping was answered with ${status}`)
    })
    underWay.add(call)
  }
  await Promise.all(underWay)
  return Math.round((perSecond * seconds) / ((performance.now() - begun) / 1000))
}
