import { createEndpoint, ping } from './endpoints.ts'
import { everyType } from './events.ts'
import type { Platform } from './platform.ts'
import { startReceiver } from './receiver.ts'

/** An app of an organisation of the demo that can make events, as quickly as it likes, by pinging its endpoint. */
export async function pinger(platform: Platform, index = 0) {
  const receiver = await startReceiver()
  const { org_id } = platform.organization(index)
  const token = await platform.appToken(org_id, ...everyType, 'webhook:write', 'org:unlink')
  const { endpoint_id } = await createEndpoint(platform, token, receiver.url)
  return {
    orgId: org_id,
    token,
    receiver,
    endpointId: endpoint_id,
    ping: () => ping(platform, token, endpoint_id),
    poll: async (query: string) => {
      const begun = performance.now()
      const { status, body } = await platform.get(`/v1.0/events?${query}`, token)
      return { status, body, sequences: sequencesOf(body.data), took: performance.now() - begun }
    },
  }
}

export const sequencesOf = (events: { sequence: number }[] | undefined) => events?.map(({ sequence }) => sequence)

export const countTo = (length: number) => Array.from({ length }, (_, index) => index + 1)

/** Reads the number of waiting requests from the metrics. */
export async function waiters(platform: Platform): Promise<number> {
  const { body } = await platform.get('/metrics')
  return Number(/^sendoff_event_waiters (\d+)$/m.exec(body)?.[1])
}

/** Resolves when a number of requests waits for events. */
export async function untilWaiting(platform: Platform, count: number): Promise<void> {
  while ((await waiters(platform)) !== count);
}
