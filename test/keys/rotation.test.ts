import { execFile } from 'node:child_process'
import { createPublicKey, verify } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { followRotation } from '../../packages/server/src/keys/follow-rotation.ts'
import { openBeside } from '../../packages/server/src/store/open-beside.ts'
import type { StoreName } from '../support/parts.ts'
import { Caller, must, stores } from '../support/platform.ts'
import { createDatabase } from '../support/postgres/database.ts'
import { freePort, type ServerProcess, startProcess } from '../support/process.ts'
import { startReceiver } from '../support/receiver.ts'

// The key set may be cached for a second, so that several rotations fit into a test.
const MAX_AGE = 1
const ROTATIONS = inject('part') === 'quick' ? 3 : 10
// Each test starts several processes.
const SLOW = { timeout: 120_000 }

describe.each(stores())('on %s', (store) => {
  test('rotations under load refuse no token and no webhook, whichever process signs or verifies', {
    timeout: 180_000,
  }, async () => {
    const servers = await startServers(store)
    const [first] = servers
    const callers = servers.map(({ base }) => new Caller(base, first.data))
    const issuer = (await must(callers[0]).get('/.well-known/oauth-authorization-server')).body.issuer
    // Verifiers that read the set again when it is too old, and never because a key is missing.
    const verifiers = servers.map(({ base }) =>
      createRemoteJWKSet(new URL(`${base}/oauth2/jwks`), { cacheMaxAge: MAX_AGE * 1000, cooldownDuration: 3_600_000 }),
    )
    const load = startLoad(callers, async (caller) => {
      const token = await caller.appToken(caller.organization(0).org_id, 'org:read')
      const refused: unknown[] = []
      for (const one of callers) {
        const { status, body } = await one.get('/v1.0/organization', token)
        if (status !== 200) refused.push(body)
      }
      for (const keys of verifiers) {
        await jwtVerify(token, keys, { issuer, typ: 'at+jwt' }).catch((error: unknown) => refused.push(error))
      }
      return { refused, kid: must(JSON.parse(Buffer.from(must(token.split('.')[0]), 'base64url').toString()).kid) }
    })
    const webhooks = await startConsumer(must(callers[0]))
    const oldest = await must(callers[0]).appToken(first.data.organizations[0]?.org_id ?? '', 'org:read')
    for (let count = 0; count < ROTATIONS; count++) await rotateAndWait(first)
    const { refused, tokens, signers } = await load.stop()
    expect(refused).toEqual([])
    expect(tokens).toBeGreaterThan(ROTATIONS * 2)
    expect(signers.size).toBeGreaterThan(ROTATIONS / 2)
    const consumed = await webhooks.stop()
    expect(consumed.refused).toEqual([])
    expect(consumed.taken).toBeGreaterThan(ROTATIONS * 2)
    expect(consumed.signers.size).toBeGreaterThan(ROTATIONS / 2)
    expect(await keysOf(first, '/oauth2/jwks')).toHaveLength(ROTATIONS + 1)
    expect(await keysOf(first, '/webhooks/jwks')).toHaveLength(ROTATIONS + 1)
    for (const caller of callers) expect((await caller.get('/v1.0/organization', oldest)).status).toBe(200)
    for (const server of servers) expect((await server.kill('SIGTERM')).stderr).toBe('')
  })

  test('the command reports its progress, and begins no second rotation while one is under way', SLOW, async () => {
    const [server] = await startServers(store, { SENDOFF_JWKS_MAX_AGE: '300' })
    const before = await keysOf(server, '/oauth2/jwks')
    const said = await rotate(server)
    const [active, next] = await keysOf(server, '/oauth2/jwks')
    expect(active).toBe(before[0])
    expect(said).toContain(`the next key ${next} is published`)
    expect(said).toMatch(new RegExp(`From \\d{4}-\\S+Z on it signs, and ${active} only verifies`))
    expect(await keysOf(server, '/webhooks/jwks')).toHaveLength(2)
    expect(await rotate(server)).toContain('under way already')
    expect(await keysOf(server, '/oauth2/jwks')).toEqual([active, next])
  })

  test('the command without a server says so, and the next server begins', SLOW, async () => {
    const servers = await startServers(store)
    const [server] = servers
    await Promise.all(servers.map((one) => one.kill('SIGTERM')))
    await expect(rotate(server)).rejects.toMatchObject({
      code: 4,
      stdout: expect.stringContaining('No server has answered'),
    })
    const again = await start(server.environment)
    expect(await keysOf(again, '/oauth2/jwks')).toHaveLength(2)
  })
})

type Server = ServerProcess & { environment: Record<string, string> }

/** One server on SQLite, two on PostgreSQL. */
async function startServers(store: StoreName, more: Record<string, string> = {}): Promise<[Server, ...Server[]]> {
  const environment: Record<string, string> = { SENDOFF_JWKS_MAX_AGE: String(MAX_AGE), ...more }
  if (store === 'sqlite') return [await start(environment)]
  const database = await createDatabase(inject('postgresUrl'))
  onTestFinished(() => database.drop())
  environment.DATABASE_URL = database.url
  environment.PORT = String(await freePort())
  environment.SENDOFF_ISSUER = `http://127.0.0.1:${environment.PORT}`
  const first = await start(environment)
  return [first, await start({ ...first.environment, PORT: '0' })]
}

async function start(environment: Record<string, string>): Promise<Server> {
  const server = await startProcess(environment)
  return Object.assign(server, { environment: { ...environment, SENDOFF_DATA_DIR: server.dataDirectory } })
}

/** Runs `npm run keys:rotate` with the environment of a server. */
async function rotate({ environment }: Server, ...options: string[]): Promise<string> {
  const { DATABASE_URL, SENDOFF_DATA_DIR } = environment
  const program = ['--conditions=@sendoff/source', '--disable-warning=ExperimentalWarning']
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...program, 'packages/server/src/sendoff-server.ts', 'keys', 'rotate', ...options],
    {
      cwd: join(import.meta.dirname, '../..'),
      env: {
        PATH: process.env.PATH ?? '',
        ...(DATABASE_URL && { DATABASE_URL }),
        ...(SENDOFF_DATA_DIR && { SENDOFF_DATA_DIR }),
      },
    },
  )
  return stdout
}

/** Requests a rotation like the program, and waits until the new keys sign. */
async function rotateAndWait({ environment, dataDirectory }: Server): Promise<void> {
  const db = openBeside({ databaseUrl: environment.DATABASE_URL, dataDirectory })
  try {
    const pause = () => delay(50)
    expect(await followRotation(db, { wait: true, print: () => {}, pause, patience: 30_000 })).toBe(true)
  } finally {
    await db.destroy()
  }
}

async function keysOf({ base }: Server, path: string): Promise<string[]> {
  const { keys } = (await (await fetch(base + path)).json()) as { keys: { kid: string }[] }
  return keys.map(({ kid }) => kid)
}

type Outcome = { refused: unknown[]; kid: string }

/** Works without a pause, with each caller in turn, until it is stopped. */
function startLoad(callers: Caller[], work: (caller: Caller) => Promise<Outcome>) {
  let stopped = false
  const refused: unknown[] = []
  const signers = new Set<string>()
  let tokens = 0
  const workers = callers
    .flatMap((caller) => [caller, caller])
    .map(async (caller) => {
      while (!stopped) {
        const outcome = await work(caller).catch((error: unknown) => ({ refused: [error], kid: '' }))
        refused.push(...outcome.refused)
        signers.add(outcome.kid)
        tokens++
      }
    })
  return {
    async stop() {
      stopped = true
      await Promise.all(workers)
      return { refused, tokens, signers }
    },
  }
}

/** A consumer that verifies each webhook with the platform’s keys as it arrives, and a caller that causes one after another. */
async function startConsumer(caller: Caller) {
  const keys = keepKeySet(`${caller.base}/webhooks/jwks`)
  const checks: Promise<string | undefined>[] = []
  const receiver = await startReceiver(({ headers, body }) => {
    checks.push(keys().then((set) => signerOf(set, headers, body)))
    return 204
  })
  const token = await caller.appToken(caller.organization(0).org_id, 'webhook:write', 'webhook:read')
  const { body: endpoint } = await caller.post('/v1.0/webhook-endpoints', token, { url: receiver.url })
  let stopped = false
  const sending = (async () => {
    for (let sent = 1; !stopped; sent++) {
      expect((await caller.post(`/v1.0/webhook-endpoints/${endpoint.endpoint_id}/test`, token)).status).toBe(202)
      await receiver.until((received) => received.length >= sent)
    }
  })()
  return {
    async stop() {
      stopped = true
      await sending
      const kids = await Promise.all(checks)
      return { taken: kids.length, refused: kids.filter((kid) => kid === undefined), signers: new Set(kids) }
    },
  }
}

type PublicKey = { kid: string; x: string }

/** Reads a key set and caches it for as long as it allows, whatever happens. */
function keepKeySet(url: string): () => Promise<PublicKey[]> {
  let kept: { keys: Promise<PublicKey[]>; until: number } | undefined
  return () => {
    if (!kept || kept.until <= Date.now()) {
      const keys = fetch(url).then(async (answer) => ((await answer.json()) as { keys: PublicKey[] }).keys)
      kept = { keys, until: Date.now() + MAX_AGE * 1000 }
    }
    return kept.keys
  }
}

/** @returns the key that signed a webhook; undefined if none of the set did */
function signerOf(keys: PublicKey[], headers: IncomingHttpHeaders, body: Buffer): string | undefined {
  const [, signature = ''] = /v1a,(\S+)/.exec(String(headers['webhook-signature'])) ?? []
  const signed = Buffer.concat([Buffer.from(`${headers['webhook-id']}.${headers['webhook-timestamp']}.`), body])
  return keys.find((key) => {
    const publicKey = createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x: key.x } })
    return verify(null, signed, publicKey, Buffer.from(signature, 'base64'))
  })?.kid
}
