import { scopes } from '@sendoff/api'
import { createClient } from '@sendoff/sdk'
import nock from 'nock'
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest'

// Importing nock replaces Node's sockets, also for the files that follow in this process: only `setUp` turns it on.
nock.restore()

export const BASE_URL = 'https://sendoff.test'
export const ALL = scopes

export const credentials = { baseUrl: BASE_URL, clientId: 'app_1', clientSecret: 'shhh' } as const
export const clientOf = (options: { timeout?: number; maxRetries?: number } = {}) =>
  createClient({ ...credentials, scopes: ALL, ...options })
/** A client with a given token. */
export const withToken = (token = 'given-token') => createClient({ baseUrl: BASE_URL, token, scopes: ALL })

export const organization = {
  org_id: 'org_1',
  name: 'Acme',
  status: 'active',
  created_at: '2026-11-22T08:00:00.000Z',
} as const
export const unlinking = { dept_id: 3, associated_org_id: 'org_2' }
export const unlinked = { result: true, association_id: 'assoc_1', unlinked_at: '2026-11-22T08:00:00.000Z' } as const

export const PROBLEM = { 'content-type': 'application/problem+json; charset=utf-8' }
export const problem = (status: number, code: string, more: object = {}) => ({
  type: `https://sendoff.test/problems/${code}`,
  title: code,
  status,
  detail: `About ${code}.`,
  code,
  request_id: 'req_1',
  ...more,
})

/** A token endpoint that numbers its tokens and counts them. */
export function tokenEndpoint(expires_in = 3600) {
  const minted: string[] = []
  const asked: Request[] = []
  nock(BASE_URL)
    .persist()
    .post('/oauth2/token')
    .reply(async (request: Request) => {
      asked.push(request.clone())
      minted.push(`token-${minted.length + 1}`)
      return [200, { access_token: minted.at(-1), token_type: 'Bearer', expires_in }, {}]
    })
  return { minted, asked }
}

/** Lets each test talk to nock alone, and retries not wait, by a jitter of 0. */
export function setUp() {
  beforeAll(() => nock.activate())
  afterAll(() => nock.restore())
  beforeEach(() => {
    nock.disableNetConnect()
    vi.spyOn(Math, 'random').mockReturnValue(0)
  })
  afterEach(() => {
    nock.abortPendingRequests()
    nock.cleanAll()
    nock.enableNetConnect()
    vi.restoreAllMocks()
    vi.useRealTimers()
  })
}
