/**
 * Programs as users write them, with every export and option of the SDK. They are kept with each release and have to compile with the
 * next (see packages/api/released), so only changes that break a program may break here: nothing is compared for equality.
 */
import {
  CallError,
  type CallOptions,
  type Client,
  type ClientAssertion,
  type ClientOptions,
  ConnectionError,
  type Credentials,
  createClient,
  type Event,
  type EventOf,
  type EventType,
  type FailureLog,
  type Grant,
  isProblem,
  type List,
  type OperationId,
  type OperationsFor,
  type ParamsOf,
  type PrivateKey,
  type ProblemCode,
  type ProblemOf,
  privateKeyJwt,
  type RequestLog,
  type ResponseLog,
  type ResultOf,
  refreshToken,
  type Scope,
  SendoffError,
  type SendoffErrorOf,
  TimeoutError,
  type Token,
  TokenError,
  type TokenStore,
  UnexpectedAnswerError,
  type UserTokens,
  type WriteOptions,
} from '@sendoff/sdk'
import * as testing from '@sendoff/sdk/testing'
import * as consumer from '@sendoff/sdk/webhooks'
import { toExpressHandler } from '@sendoff/sdk/webhooks/express'
import { toHonoHandler } from '@sendoff/sdk/webhooks/hono'
import { createTables, kyselyCursors, kyselyDedupe } from '@sendoff/sdk/webhooks/kysely'
import { toNodeHandler } from '@sendoff/sdk/webhooks/node'
import { simulator, testEvent, vectors } from '@sendoff/sdk/webhooks/testing'
import type { Kysely } from 'kysely'

const baseUrl = 'https://sendoff.example'
const log = (_: RequestLog | ResponseLog | FailureLog) => undefined
const settings = {
  baseUrl,
  fetch: (url: string, init: RequestInit) => fetch(url, init),
  timeout: 1,
  totalTimeout: 1,
  maxRetries: 1,
  warn: (_: string) => undefined,
  onRequest: log,
  onResponse: log,
  onFailure: log,
}
const key: PrivateKey = { kty: 'EC', crv: 'P-256', x: '', y: '', d: '', kid: 'one' }
const clientAssertion: ClientAssertion = privateKeyJwt(key)
const tokens: UserTokens = { accessToken: '', refreshToken: '', expiresAt: 0 }
const store: TokenStore = { get: () => tokens, set: () => undefined, lock: (work) => work() }
const grant: Grant = refreshToken(store)
const credentials: Credentials = { clientId: 'app_1', clientSecret: '', organization: 'org_1' }
const given = async (): Promise<Token> => ({ value: '', expiresAt: 0 })
const options: ClientOptions<readonly ['org:read']> = { ...settings, ...credentials, scopes: ['org:read'] }

const open = createClient({ baseUrl, scopes: [] })
const unlinker = createClient({
  ...settings,
  ...credentials,
  scopes: ['org:unlink', 'event:read', 'org:association:read'],
})
const clients: Client<'org:read'>[] = [
  createClient(options),
  createClient({ ...settings, clientId: 'app_1', clientAssertion, scopes: ['org:read'] }),
  createClient({ ...settings, clientId: 'app_1', grant, scopes: ['org:read'] }),
  createClient({ ...settings, token: given, scopes: ['org:read'] }),
  createClient({ ...settings, token: 'a token', scopes: ['org:read'] }),
]

const writing: WriteOptions = { idempotencyKey: '', signal: AbortSignal.abort(), timeout: 1, totalTimeout: 1 }
const reading: CallOptions = { maxRetries: 0 }
const unlinking: ParamsOf<'organization.unlink'> = { dept_id: 3, associated_org_id: 'org_2' }
const scope: Scope = 'org:unlink'
const allowed: OperationsFor<typeof scope> = 'organization.unlink'

export async function calls() {
  const unlinked: ResultOf<'organization.unlink'> = await unlinker.organization.unlink(unlinking, writing)
  const names: string[] = [unlinked.association_id]
  for (const client of clients) names.push((await client.organization.get(reading)).name)
  const page = await unlinker.associations.list({ limit: 5 })
  const associations: List<unknown, unknown> = unlinker.associations.list()
  for await (const { associated_org_id } of unlinker.associations.list()) names.push(associated_org_id)
  for await (const event of unlinker.events.list({ after: 3 }))
    if (event.type === 'ping') names.push(event.data.endpoint_id)
  return { names, cursor: page.next_cursor?.length, associations, open, allowed }
}

const codeOf = (problem: ProblemOf<'organization.unlink'>): ProblemCode => problem.code
const operationOf = ({ operation }: SendoffErrorOf<OperationId>): OperationId => operation
export function failures(error: unknown): unknown {
  if (isProblem(error, 'organization.unlink')) {
    if (error.code === 'scope_missing') return error.problem.required_scopes.map((one): Scope => one)
    if (error.problem.code === 'account_restricted') return error.problem.condition
    return [codeOf(error.problem), error.status, operationOf(error)]
  }
  if (error instanceof SendoffError) return error.problem.detail?.length
  if (error instanceof TokenError) return [error.status, error.error?.length, error.error_description?.length]
  if (error instanceof UnexpectedAnswerError || error instanceof TimeoutError) return error.message
  if (error instanceof ConnectionError) return error.cause
  if (!(error instanceof CallError)) return undefined
  return error.safeToRepeat && [error.idempotencyKey?.length, error.requestId?.length, error.operation.length]
}

const departed = ({ data }: EventOf<'member.departed'>): string => data.account_id
const typeOf = ({ type }: Event): EventType => type
export async function receives(request: Request, client: consumer.FeedClient, signal: AbortSignal) {
  const organization = 'org_1'
  const organizations: consumer.Organizations = [organization]
  const jwks: consumer.KeySet = consumer.createKeySet(`${baseUrl}/webhooks/jwks`)
  const cursors: consumer.Cursors = consumer.memoryCursors()
  const dedupe = consumer.memoryDedupe({ most: 10, ttl: 10 })
  const gaps: consumer.Gaps = consumer.watchGaps({ onGap: consumer.catchUp(client), cursors, patience: 1 })
  const handler: consumer.WebhookHandler = consumer.createHandler({
    secrets: async () => ['whsec_'],
    jwks,
    organizations,
    on: { 'member.departed': (event, context) => [departed(event), context.signal.aborted] },
    otherwise: (event: consumer.UnknownEvent) => {
      throw new consumer.PermanentError(event.type)
    },
    answerChallenge: (endpoint) => endpoint === 'whe_1',
    dedupe,
    gaps,
    onError: (error, event) => [error, event && typeOf(event)],
    timeout: 1,
    maxBytes: 1,
    tolerance: 1,
  })
  const following = { client, organization, handler, cursors, from: 0, types: ['member.*'] as const, signal }
  const keys: consumer.VerifyKeys = { secrets: 'whsec_' }
  const event = await consumer.verify(await request.text(), request.headers, keys).catch((error: unknown) => {
    if (error instanceof consumer.WebhookVerificationError) return error.code satisfies consumer.WebhookErrorCode
    throw error
  })
  const handled = typeof event !== 'string' && consumer.handle(event, { ping: () => 1, otherwise: () => 0 })
  const headers: Record<string, string> = await consumer.sign('', { id: 'evt_1', timestamp: 1, secret: 'whsec_' })
  const follow = [() => consumer.poll({ ...following, types: ['member.*'], wait: 1, interval: 1 })]
  const response: Response = await handler(request)
  return { handled, headers, follow, response, once: consumer.pollOnce, stream: consumer.stream }
}

export async function fits(handler: consumer.WebhookHandler, db: Kysely<{ accounts: { id: string } }>) {
  await createTables(db)
  const inTransaction = consumer.createHandler({
    secrets: 'whsec_',
    on: { ping: async (_, { tx }) => tx.deleteFrom('accounts').execute() },
    dedupe: kyselyDedupe(db),
  })
  return [toExpressHandler(handler), toHonoHandler(handler), toNodeHandler(inTransaction), kyselyCursors(db)]
}

export async function tests(send: (request: Request) => Promise<Response>) {
  const { deliver } = simulator({ secret: 'whsec_', send, url: baseUrl, seed: 1 })
  const { statuses, undelivered, forgeries } = await deliver([testEvent('ping', { endpoint_id: 'whe_1' })], {
    copies: 2,
    reorder: true,
    corrupt: 3,
  })
  return [statuses[200], undelivered, forgeries, vectors.cases.map(({ name, refused }) => [name, refused])]
}

const organization = { org_id: '', name: '', status: 'active', created_at: '' } as const
export function doubles() {
  const answer: testing.AnswerOf<'organization.get'> = { status: 200, body: organization }
  const replies: testing.Replies<'organization.get'> = [answer, testing.problem('organization.get', 'unavailable')]
  const double: testing.FetchDouble = testing.fetchDouble({
    'organization.get': replies,
    'organization.unlink': ({ params, idempotencyKey }: testing.Call<'organization.unlink'>) =>
      params.associated_org_id === idempotencyKey
        ? { status: 200, body: { result: true, association_id: '', unlinked_at: '' } }
        : testing.problem('organization.unlink', 'association_not_found'),
  })
  const client = createClient({ baseUrl, token: '', scopes: ['org:read'], fetch: double.fetch })
  const calls: readonly testing.AnyCall[] = double.calls
  return [
    client.organization.get(),
    calls,
    double.done,
    testing.reply('organization.get', answer),
    testing.ContractError,
  ]
}
