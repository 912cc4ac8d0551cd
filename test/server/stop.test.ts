import { once } from 'node:events'
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { json } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { Caller, must, openPlatform } from '../support/platform.ts'
import { type ServerProcess, startProcess } from '../support/process.ts'

test('SIGTERM: the request under way is answered, every other connection is closed, the process ends with 0', async () => {
  const server = await startProcess()
  const { port } = new URL(server.base)
  const idle = await keepAlive(server)
  const silent = connect(Number(port), '127.0.0.1')
  const half = connect(Number(port), '127.0.0.1').setEncoding('latin1')
  half.write('GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\nGET /healthz HTTP/1.1\r\n')
  await Promise.all([once(silent, 'connect'), once(half, 'data')])

  const { account_id } = must(server.data.organizations[0]?.members[0])
  const body = JSON.stringify({ account_id, scopes: ['org:read'] })
  const underWay = request(`${server.base}/v1.0/sandbox/user-tokens`, {
    method: 'POST',
    agent: new Agent({ keepAlive: true }),
    // The server asks for the body when the request has come to its handler.
    headers: { 'content-type': 'application/json', 'content-length': body.length, expect: '100-continue' },
  })
  underWay.on('error', () => {}).flushHeaders()
  await once(underWay, 'continue')

  const ended = server.kill('SIGTERM')
  await Promise.all([closed(idle), closed(silent), closed(half)])
  await expect(fetch(`${server.base}/healthz`)).rejects.toThrow()
  underWay.end(body)
  const [answer] = (await once(underWay, 'response')) as [IncomingMessage]
  expect(answer.statusCode).toBe(200)
  expect(await json(answer)).toMatchObject({ token_type: 'Bearer' })
  // A client must not keep it for another request.
  expect(answer.headers.connection).toBe('close')
  expect(await ended).toMatchObject({ code: 0, signal: null, stderr: '' })
})

test('stop() of a server that stops or has stopped waits for the same stop', async () => {
  const { platform, close } = await openPlatform('sqlite')
  const { server } = platform
  await Promise.all([server.stop(), server.stop()])
  await server.stop()
  await expect(fetch(`${server.base}/healthz`)).rejects.toThrow()
  await close()
})

test('SIGTERM: an attempt under way is finished and recorded, and the other deliveries leave after the next start', async () => {
  const attempts: string[] = []
  const underWay = Promise.withResolvers<ServerResponse>()
  const refused = Promise.withResolvers<void>()
  const consumer = createServer((req, res) => {
    attempts.push(must(req.url))
    if (attempts.length === 1) res.writeHead(503).end(() => refused.resolve())
    else if (attempts.length === 2) underWay.resolve(res)
    else res.writeHead(204).end()
  }).listen(0, '127.0.0.1')
  onTestFinished(() => void consumer.close().closeAllConnections())
  await once(consumer, 'listening')
  const url = `http://127.0.0.1:${(consumer.address() as AddressInfo).port}`

  const first = await startProcess()
  await oweDelivery(first, `${url}/refuses`)
  await refused.promise
  await oweDelivery(first, `${url}/is-slow`)
  const slow = await underWay.promise
  const idle = await keepAlive(first)
  const ended = first.kill('SIGTERM')
  await closed(idle)
  slow.writeHead(204).end()
  expect(await ended).toMatchObject({ code: 0, signal: null })

  const next = await startProcess({ SENDOFF_DATA_DIR: first.dataDirectory })
  await new Caller(next.base, next.data).advance('P4D')
  expect(attempts).toEqual(['/refuses', '/is-slow', '/refuses'])
})

async function oweDelivery({ base, data }: ServerProcess, url: string): Promise<void> {
  const caller = new Caller(base, data)
  const token = await caller.appToken(caller.organization(0).org_id, 'webhook:read', 'webhook:write')
  const { body } = await caller.post('/v1.0/webhook-endpoints', token, { url })
  await caller.post(`/v1.0/webhook-endpoints/${body.endpoint_id}/test`, token)
}

/** A connection over which a request was answered and another may follow. */
async function keepAlive({ base }: ServerProcess): Promise<Socket> {
  const outgoing = request(`${base}/healthz`, { agent: new Agent({ keepAlive: true }) }).end()
  const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage]
  const { socket } = incoming
  await once(incoming.resume(), 'end')
  return socket
}

/** Resolves when the other side ended the connection, in whatever way. */
function closed(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    if (socket.destroyed) return resolve()
    socket.on('error', () => {}).on('close', () => resolve())
    socket.resume()
  })
}
