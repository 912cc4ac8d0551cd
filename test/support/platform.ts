import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import type { Schemas, Scope } from '@sendoff/api'
import { type Config, type RunningServer, startServer } from '@sendoff/server'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject } from 'vitest'
import { watchLeaks } from './leaks/watch.ts'
import { memory } from './memory.ts'
import { type Operations, operationsOf } from './operations.ts'
import { type StoreName, storesIn } from './parts.ts'
import { createDatabase } from './postgres/database.ts'

export type SandboxData = Schemas['SandboxData']
export type OrganizationData = SandboxData['organizations'][number]
export type Role = 'founder' | 'admin' | 'member'
export type Answer = { status: number; headers: Headers; body: any }
type CallOptions = { token?: string; body?: unknown; raw?: RequestInit['body']; headers?: Record<string, string> }

/** A caller of a server with the demo data, over HTTP. */
export class Caller {
  base: string
  data: SandboxData

  constructor(base: string, data: SandboxData) {
    this.base = base
    this.data = data
  }

  /** Starts from the demo data again. */
  async reset(): Promise<void> {
    this.data = (await this.post('/v1.0/sandbox/reset')).body
  }

  async call(method: string, path: string, { token, body, raw, headers }: CallOptions = {}): Promise<Answer> {
    const response = await fetch(this.base + path, {
      method,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(raw !== undefined && { body: raw }),
    })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json') ?? false
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text }
  }

  get = (path: string, token?: string, options?: CallOptions) =>
    this.call('GET', path, { ...options, ...(token && { token }) })
  post = (path: string, token?: string, body?: unknown, headers?: Record<string, string>) =>
    this.call('POST', path, {
      ...(token && { token }),
      ...(body !== undefined && { body }),
      ...(headers && { headers }),
    })

  /** The operations of the contract for a token: `as(token).call('offboardings.create', { … })`. */
  as = (token: string): Operations => operationsOf(this, token)

  /** The demo organisation with this place in `sandbox.json`. */
  organization(index: number): OrganizationData {
    return must(this.data.organizations[index])
  }

  organizationOf(orgId: string): OrganizationData {
    return must(this.data.organizations.find((organization) => organization.org_id === orgId))
  }

  /** The first association of a type, as its first organisation sees it. */
  association(type: 'upstream' | 'downstream' | 'partner') {
    return must(this.data.associations.find((association) => association.type === type))
  }

  /** A token of an organisation's internal app that holds every app scope. */
  async appToken(orgId: string, ...scopes: Scope[]): Promise<string> {
    return this.clientToken(must(this.organizationOf(orgId).apps[0]), scopes)
  }

  async clientToken(
    app: { client_id: string; client_secret: string },
    scopes: Scope[],
    resource?: string,
  ): Promise<string> {
    const { status, body } = await this.askToken(app, { scope: scopes.join(' '), ...(resource && { resource }) })
    if (status !== 200) throw new Error(`no token: ${JSON.stringify(body)}`)
    return body.access_token
  }

  async askToken(
    app: { client_id: string; client_secret: string },
    parameters: Record<string, string>,
  ): Promise<Answer> {
    return this.call('POST', '/oauth2/token', {
      headers: { authorization: `Basic ${btoa(`${app.client_id}:${app.client_secret}`)}` },
      raw: new URLSearchParams({ grant_type: 'client_credentials', ...parameters }),
    })
  }

  async userToken(accountId: string, ...scopes: Scope[]): Promise<string> {
    const { body } = await this.post('/v1.0/sandbox/user-tokens', undefined, { account_id: accountId, scopes })
    return body.access_token
  }

  /** The first member of an organisation with a role and no restriction. */
  member(orgId: string, role: Role) {
    return must(this.organizationOf(orgId).members.find((one) => one.role === role && one.condition === 'normal'))
  }

  async advance(by: string): Promise<void> {
    const { status, body } = await this.post('/v1.0/sandbox/clock/advance', undefined, { by })
    if (status !== 200) throw new Error(JSON.stringify(body))
  }

  /** Every event of an organisation. */
  async events(orgId: string): Promise<any[]> {
    const scopes: Scope[] = ['event:read', 'org:association:read', 'org:read', 'webhook:read']
    return (await this.get('/v1.0/events?limit=200', await this.appToken(orgId, ...scopes))).body.data
  }
}

/** A server in the test's own process. */
export class Platform extends Caller {
  readonly config: Config
  readonly #leaks: ReturnType<typeof watchLeaks>
  server: RunningServer

  constructor(config: Config, server: RunningServer, data: SandboxData, leaks: ReturnType<typeof watchLeaks>) {
    super(server.base, data)
    this.config = config
    this.server = server
    this.#leaks = leaks
  }

  /** Sees that neither the database nor the log holds anything that somebody could act with. */
  checkLeaks = (where?: { files: boolean }) => this.#leaks.check(where)

  /** Stops the server and starts it again on the same data. */
  async restart(): Promise<void> {
    await this.server.stop()
    await this.start()
  }

  /** Starts the server, which has stopped. */
  async start(): Promise<void> {
    this.server = await this.startBeside()
    this.base = this.server.base
  }

  /** Starts another server on the same data. */
  startBeside(changes: Partial<Config> = {}): Promise<RunningServer> {
    return startServer({ ...this.config, ...changes }, this.#leaks.log)
  }
}

export function must<T>(value: T | undefined | null): T {
  if (value === undefined || value === null) throw new Error('the demo data lacks what the test needs')
  return value
}

/** The stores on which the test file that is being collected runs in this part of the suite: `describe.each(stores())('on %s', …)`. */
export function stores(): StoreName[] {
  const file = relative(root, must(expect.getState().testPath))
  return storesIn(inject('part'), file.replaceAll(sep, '/'))
}

const root = join(import.meta.dirname, '../..')

/** Runs tests against a server on each of {@link stores}; each test starts from the demo data. */
export function onEachStore(define: (platform: () => Platform, store: StoreName) => void): void {
  describe.each(stores())('on %s', (store) => onStore(store, define))
}

/** Runs tests whose outcome does not depend on the store as {@link onEachStore} does, on SQLite only. */
export const onSqlite = (define: (platform: () => Platform) => void): void => onStore('sqlite', define)

function onStore(store: StoreName, define: (platform: () => Platform, store: StoreName) => void): void {
  let opened: Awaited<ReturnType<typeof openPlatform>>
  let fresh = true
  beforeAll(async () => {
    opened = await openPlatform(store)
  })
  beforeEach(async () => {
    if (!fresh) await opened.platform.reset()
    fresh = false
  })
  afterEach(() => opened.platform.checkLeaks())
  afterAll(() => opened?.close())
  define(() => opened.platform, store)
}

/** Starts a server with a data directory, and on PostgreSQL a database, of its own. */
export async function openPlatform(store: StoreName, changes: Partial<Config> = {}) {
  const dataDirectory = await mkdtemp(join(memory() ?? tmpdir(), 'sendoff-test-'))
  const database = store === 'postgres' ? await createDatabase(inject('postgresUrl')) : undefined
  const config: Config = {
    mode: 'sandbox',
    host: '127.0.0.1',
    port: 0,
    issuer: undefined,
    dataDirectory,
    databaseUrl: database?.url,
    masterKey: undefined,
    cookieKeys: undefined,
    mail: undefined,
    trustedProxies: [],
    keySetMaxAge: 300,
    keepAlive: 75,
    requestTimeout: 30,
    tokensPerMinute: 0,
    logLevel: process.env.SENDOFF_LOG_LEVEL ?? 'trace',
    ...changes,
  }
  const leaks = watchLeaks(config)
  const server = await startServer(config, leaks.log)
  const { default: data } = await import(`${dataDirectory}/sandbox.json`, { with: { type: 'json' } })
  const platform = new Platform(config, server, data, leaks)
  return {
    platform,
    async close() {
      await platform.server.stop()
      try {
        await platform.checkLeaks({ files: true })
      } finally {
        await database?.drop()
        await rm(dataDirectory, { recursive: true, force: true })
      }
    },
  }
}
