import { appScopes, userScopes } from '@sendoff/api'
import { expect, test } from 'vitest'
import { dereference, readDocument } from '../../support/contract/document.ts'
import { type Located, operationsOf } from '../../support/contract/operations.ts'
import { Caller, must } from '../../support/platform.ts'
import { type ServerProcess, startProcess } from '../../support/process.ts'
import { authorizationRequest } from '../../support/visitor.ts'
import { hostileForms, hostileHeaders, hostileQueries, hostileRequests } from './hostile.ts'
import { type Ask, ask, threadTime } from './measure.ts'

// The cost of a hostile request for a server in a process of its own: the time of its main thread, of which the least of a few tries
// counts, because a busy machine adds to it. That thread answers everybody, so nobody waits longer because of the request.

/** The most of the server's time, in milliseconds, and of an answer, in bytes. */
const MOST_TIME = 50
const MOST_BYTES = 64 * 1024
/** The allowed growth of the heap: code and statements that are compiled once, and garbage that is not collected yet. */
const MOST_HEAP = 48 * 1024 * 1024
const TRIES = 6

const LONG = { timeout: 900_000 }
const operations = operationsOf(dereference(readDocument()))

/** @returns what is beyond a limit, or was not answered; undefined for a request that is cheap */
async function verdictOn({ base, pid }: ServerProcess, request: Ask): Promise<string | undefined> {
  let least = Number.POSITIVE_INFINITY
  for (let tried = 0; tried < TRIES && least > MOST_TIME; tried++) {
    const before = threadTime(pid)
    const { status, bytes } = await ask(base, request)
    least = Math.min(least, threadTime(pid) - before)
    if (bytes > MOST_BYTES) return `${status} with ${bytes} bytes`
    if (status === 0 || status >= 500) return `answered by ${status}`
  }
  return least > MOST_TIME ? `${least.toFixed(0)} ms` : undefined
}

async function heapOf(base: string): Promise<number> {
  const { text } = await ask(base, { method: 'GET', path: '/metrics' })
  return Number(must(/^nodejs_heap_size_used_bytes (\S+)$/m.exec(text)?.[1]))
}

/** Asks everything in turn, and sees that the heap is afterwards about as large as after a first round of the same. */
async function expectCheap(server: ServerProcess, requests: [name: string, request: Ask][]): Promise<void> {
  const dear: string[] = []
  const leastHeap = async (some: typeof requests) => {
    let least = Number.POSITIVE_INFINITY
    for (const [name, request] of some) {
      const verdict = await verdictOn(server, request)
      if (verdict !== undefined) dear.push(`${name}: ${verdict}`)
      least = Math.min(least, await heapOf(server.base))
    }
    return least
  }
  const first = requests.slice(0, 40)
  const before = await leastHeap(first)
  for (const [name, request] of requests.slice(first.length)) {
    const verdict = await verdictOn(server, request)
    if (verdict !== undefined) dear.push(`${name}: ${verdict}`)
  }
  const after = await leastHeap(first)
  expect(dear).toEqual([])
  expect(after - before).toBeLessThan(MOST_HEAP)
}

const start = () => startProcess({ SENDOFF_LOG_LEVEL: 'silent' })

// Linux alone tells the time of another process's thread.
test.skipIf(process.platform !== 'linux')('no request of an operation is expensive to refuse', LONG, async () => {
  const server = await start()
  const caller = new Caller(server.base, server.data)
  const { org_id } = caller.association('upstream')
  const app = await caller.appToken(org_id, ...appScopes)
  const user = await caller.userToken(caller.member(org_id, 'founder').account_id, ...userScopes)
  const tokenFor = ({ security = [] }: Located): Record<string, string> => {
    if (security.length === 0) return {}
    return { authorization: `Bearer ${security.some((one) => 'app' in one) ? app : user}` }
  }
  const requests = operations.flatMap((operation) =>
    Object.entries(hostileRequests(operation)).map(([name, request]): [string, Ask] => [
      `${operation.id}: ${name}`,
      { ...request, headers: { ...tokenFor(operation), ...request.headers } },
    ]),
  )
  await expectCheap(server, requests)
})

test.skipIf(process.platform !== 'linux')(
  'no header, and no request of a page, is expensive to refuse',
  LONG,
  async () => {
    const server = await start()
    const caller = new Caller(server.base, server.data)
    const app = must(server.data.third_party_apps[0])
    const { path } = authorizationRequest({ ...app, redirect_uri: must(app.redirect_uris[0]) }, { scope: 'org:read' })
    const begun = await fetch(server.base + path, { redirect: 'manual' })
    const signIn = must(begun.headers.get('location'))
    const cookie = begun.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ')
    const opened = await fetch(server.base + signIn, { headers: { cookie } })
    const token = must(/name="token" value="([^"]+)"/.exec(await opened.text())?.[1])
    const authorization = `Basic ${btoa(`${app.client_id}:${app.client_secret}`)}`
    const { org_id } = caller.association('upstream')
    const bearer = `Bearer ${await caller.appToken(org_id, ...appScopes)}`

    const gets: Record<string, Record<string, string>> = {
      ...Object.fromEntries(
        ['/', '/docs/none', '/problems/a', '/healthz', '/readyz', '/none', '/sign-in/a'].map((one) => [one, {}]),
      ),
      ...Object.fromEntries(
        ['/oauth2/jwks', '/webhooks/jwks', '/.well-known/oauth-authorization-server'].map((one) => [one, {}]),
      ),
      '/oauth2/authorize': {},
      '/oauth2/authorize/a': {},
      '/v1.0/organization': { authorization: bearer },
      '/v1.0/events/stream': {},
      [signIn]: { cookie },
      [`${signIn}/recover`]: { cookie },
    }
    const posts: Record<string, Record<string, string>> = {
      '/oauth2/token': { authorization },
      '/oauth2/par': { authorization },
      '/oauth2/revoke': { authorization },
      '/oauth2/introspect': { authorization },
      '/v1.0/verification-codes': {},
      [signIn]: { cookie },
      [`${signIn}/recover`]: { cookie },
      [`${signIn}/account`]: { cookie },
    }
    const requests: [string, Ask][] = []
    for (const [page, own] of Object.entries(gets)) {
      for (const [name, headers] of Object.entries(hostileHeaders)) {
        requests.push([`GET ${page} with ${name}`, { method: 'GET', path: page, headers: { ...own, ...headers } }])
      }
      for (const [name, query] of Object.entries(hostileQueries)) {
        requests.push([`GET ${page} with ${name}`, { method: 'GET', path: `${page}?${query}`, headers: own }])
      }
    }
    for (const [page, own] of Object.entries(posts)) {
      for (const [name, headers] of Object.entries(hostileHeaders)) {
        requests.push([
          `POST ${page} with ${name}`,
          { method: 'POST', path: page, headers: { ...own, ...headers }, body: 'a=b' },
        ])
      }
      const form = { ...own, 'content-type': 'application/x-www-form-urlencoded' }
      for (const [name, body] of Object.entries(hostileForms(token))) {
        requests.push([`POST ${page} with ${name}`, { method: 'POST', path: page, headers: form, body }])
      }
    }
    await expectCheap(server, requests)
  },
)
