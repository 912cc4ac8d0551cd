import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Event } from '@sendoff/sdk/webhooks'
import { sign, testEvent } from '@sendoff/sdk/webhooks/testing'
import { onTestFinished } from 'vitest'

export const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
export const silent = () => undefined

let sequence = 0

export function ping(more: { id?: string; org_id?: string; sequence?: number } = {}): Event {
  sequence++
  return testEvent('ping', { endpoint_id: 'whe_1' }, { id: `evt_${sequence}`, sequence, ...more })
}

/** Makes a delivery like the platform's. */
export async function delivery(
  event: object,
  more: Partial<Parameters<typeof sign>[1]> = {},
  url = 'http://consumer.test/',
) {
  const body = new TextEncoder().encode(JSON.stringify(event))
  const id = 'id' in event ? String(event.id) : 'msg_1'
  const headers = await sign(body, { id, timestamp: Math.floor(Date.now() / 1000), secret, ...more })
  return new Request(url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } })
}

/** Reads the status and the body of an answer. */
export async function answer(response: Response | Promise<Response>) {
  const { status, headers } = await response
  const text = await (await response).text()
  return { status, headers, body: text ? JSON.parse(text) : undefined }
}

/** Serves until the test is over. */
export async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
