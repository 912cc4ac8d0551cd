import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { json } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { must, onEachStore, type Platform } from '../support/platform.ts'

const operations = [
  ['GET', '/v1.0/sandbox/clock', undefined],
  ['POST', '/v1.0/sandbox/clock/advance', { by: 'P30D' }],
  ['POST', '/v1.0/sandbox/user-tokens', 'founder'],
  ['GET', '/v1.0/sandbox/verification-codes', undefined],
  ['POST', '/v1.0/sandbox/reset', undefined],
] as const

onEachStore((platform) => {
  test("requests for another host, or from somebody else's page, find no operation of the sandbox", async () => {
    const { port } = new URL(platform().base)
    const token = await platform().appToken(platform().organization(0).org_id, 'org:read')
    const foreign: [what: string, headers: Record<string, string>][] = [
      ['DNS rebinding', { host: 'evil.example' }],
      ['DNS rebinding with our port', { host: `evil.example:${port}` }],
      ['a name that begins like loopback', { host: `127.0.0.1.evil.example:${port}` }],
      ['an address that is not loopback', { host: `192.168.1.10:${port}` }],
      ["a page of somebody else's site", { origin: 'https://evil.example' }],
      ['a sandboxed page or a file', { origin: 'null' }],
      ['a page of another port of this machine', { origin: 'http://localhost:3000' }],
      ['a page of another port of the same address', { origin: 'http://127.0.0.1:3000' }],
      ['a page of another name of this machine', { origin: `http://localhost:${port}` }],
      ['a page of our host over https', { origin: `https://127.0.0.1:${port}` }],
      ['an origin that begins as ours', { origin: `http://127.0.0.1:${port}0` }],
      ['an image or a link on a page of another port', { 'sec-fetch-site': 'same-site' }],
      ['an image or a link on a page of another site', { 'sec-fetch-site': 'cross-site' }],
      ['a tunnel that rewrites the host', { 'x-forwarded-for': '203.0.113.7', 'x-forwarded-proto': 'https' }],
      ['a proxy that says so in the standard’s words', { forwarded: 'for=203.0.113.7;proto=https' }],
      ['a proxy that names only the host', { 'x-forwarded-host': 'evil.example' }],
      ['a proxy that names only itself', { via: '1.1 tunnel' }],
      ['a tunnel with headers of its own', { 'cf-connecting-ip': '203.0.113.7' }],
      ['a proxy that claims to be this machine', { 'x-real-ip': '127.0.0.1' }],
    ]
    for (const [what, headers] of foreign) {
      for (const [method, path, body] of operations) {
        const answer = await send(platform(), method, path, body, headers)
        expect([answer.status, answer.body.code], `${what}: ${path}`).toEqual([404, 'not_found'])
      }
    }
    // Nothing was done.
    expect((await platform().get('/v1.0/sandbox/clock')).body.offset_ms).toBe(0)
    expect((await platform().get('/v1.0/organization', token)).status).toBe(200)
  })

  test('requests for loopback by any of its names, and from a page of the server itself, find them', async () => {
    const { port } = new URL(platform().base)
    for (const headers of [
      { host: `localhost:${port}` },
      { host: `127.0.0.1:${port}` },
      { host: `[::1]:${port}` },
      { origin: `http://127.0.0.1:${port}`, 'sec-fetch-site': 'same-origin' },
      { host: `localhost:${port}`, origin: `http://localhost:${port}` },
      { 'sec-fetch-site': 'none' },
    ]) {
      for (const [method, path, body] of operations.slice(0, -1)) {
        expect((await send(platform(), method, path, body, headers)).status, path).toBe(200)
      }
    }
  })
})

/** `fetch` sets Host itself. */
async function send(platform: Platform, method: string, path: string, body: unknown, headers: Record<string, string>) {
  const founder = must(platform.organization(0).members[0])
  const sent = body === 'founder' ? { account_id: founder.account_id, scopes: ['org:read'] } : body
  const outgoing = request(platform.base + path, {
    method,
    headers: { ...headers, ...(sent !== undefined && { 'content-type': 'application/json' }) },
  })
  outgoing.end(sent === undefined ? undefined : JSON.stringify(sent))
  const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage]
  return { status: incoming.statusCode, body: (await json(incoming)) as any }
}
