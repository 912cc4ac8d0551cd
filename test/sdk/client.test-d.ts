// Checked by tsc; nothing here runs.
import type { AnyProblem, OperationId, operations, ProblemCode, ProblemOf, Schemas } from '@sendoff/api'
import {
  type Client,
  createClient,
  isProblem,
  type List,
  privateKeyJwt,
  type ResultOf,
  refreshToken,
  type Scope,
  type SendoffError,
  type SendoffErrorOf,
} from '@sendoff/sdk'
import { type Event, handle, type UnknownEvent, verify } from '@sendoff/sdk/webhooks'
import { expectTypeOf } from 'vitest'
import type { Allowed, Open } from './allowed.gen.ts'

const at = { baseUrl: 'https://sendoff.test', token: 't' }

/** Operations that are followed and not called. */
type Streamed = { [Id in OperationId]: (typeof operations)[Id]['streamed'] extends true ? Id : never }[OperationId]

/** The operations that a client's type has. */
type Ids<C> = { [Namespace in keyof C & string]: `${Namespace}.${keyof C[Namespace] & string}` }[keyof C & string]
// Each scope with exactly the operations that it allows, read from openapi.yaml in another way.
expectTypeOf<{ [Granted in Scope]: Ids<Client<Granted>> }>().toEqualTypeOf<{
  [Granted in Scope]: Open | Allowed[Granted]
}>()

// Sets of scopes. No operation needs two scopes, so a set allows the operations of its scopes.
type Sets = [
  readonly [],
  readonly ['org:read'],
  readonly ['org:unlink'],
  readonly ['member:leave'],
  readonly ['org:read', 'org:association:read'],
  readonly ['event:read', 'webhook:read', 'webhook:write'],
  readonly ['member:read', 'member:offboard', 'member:restore', 'resource:read'],
  readonly ['leave_application:read', 'leave_application:review'],
  readonly ['account:read', 'account:write', 'account:deregister', 'app:read', 'app:write', 'audit:read'],
]
type Offered<Rows extends readonly (readonly Scope[])[]> = { [Row in keyof Rows]: Ids<Client<Rows[Row][number]>> }
type Expected<Rows extends readonly (readonly Scope[])[]> = { [Row in keyof Rows]: Open | Allowed[Rows[Row][number]] }
expectTypeOf<Offered<Sets>>().toEqualTypeOf<Expected<Sets>>()
expectTypeOf<Ids<Client<Scope>>>().toEqualTypeOf<Exclude<OperationId, Streamed>>()

// And a few that were read from the design by hand.
const none = createClient({ ...at, scopes: [] })
expectTypeOf<Ids<typeof none>>().toEqualTypeOf<Open>()
const unlinker = createClient({ ...at, scopes: ['org:unlink'] })
expectTypeOf<Ids<typeof unlinker>>().toEqualTypeOf<
  | Open
  | 'organization.unlink'
  | 'organization.previewUnlink'
  | 'scheduledUnlinks.create'
  | 'scheduledUnlinks.list'
  | 'scheduledUnlinks.get'
  | 'scheduledUnlinks.cancel'
>()
const leaver = createClient({ ...at, scopes: ['member:leave'] })
expectTypeOf<Ids<typeof leaver>>().toEqualTypeOf<
  | Open
  | 'leave.create'
  | 'leave.preview'
  | 'leave.listPreviewResources'
  | 'leaveApplications.create'
  | 'leaveApplications.list'
  | 'leaveApplications.get'
  | 'leaveApplications.withdraw'
  | 'leaveApplications.confirm'
>()

// A list of unknown scopes allows nothing.
const unknown = createClient({ ...at, scopes: [] as Scope[] })
expectTypeOf<Ids<typeof unknown>>().toEqualTypeOf<Open>()

// @ts-expect-error an operation outside the scopes is absent
unlinker.organization.get
// @ts-expect-error and so is a namespace without any allowed operation
unlinker.events
// @ts-expect-error a misspelt scope
createClient({ ...at, scopes: ['org:unlnik'] })

// Credentials of one kind; none if no allowed operation takes a token.
const place = { baseUrl: 'https://sendoff.test' }
const jwk = { kty: 'OKP', crv: 'Ed25519', x: '', d: '' }
const app = { clientId: 'app_1', clientSecret: 's' }
const key = { clientId: 'app_1', clientAssertion: privateKeyJwt(jwk) }
const grant = refreshToken({ get: () => ({ accessToken: '', refreshToken: '', expiresAt: 0 }), set: () => undefined })
export const good = [
  createClient({ ...place, scopes: [] }),
  createClient({ ...place, ...app, scopes: ['org:read'] }),
  createClient({ ...place, ...app, organization: 'org_1', scopes: ['org:read'] }),
  createClient({ ...place, ...key, organization: 'org_1', scopes: ['org:read'] }),
  createClient({ ...place, clientId: 'app_1', grant, scopes: ['org:read'] }),
  createClient({ ...place, ...app, grant, scopes: ['org:read'] }),
  createClient({ ...place, ...key, grant, scopes: ['org:read'] }),
  createClient({ ...place, token: async () => ({ value: 't', expiresAt: 0 }), scopes: ['org:read'] }),
]
// @ts-expect-error credentials are needed
createClient({ ...place, scopes: ['org:read'] })
// @ts-expect-error also if the scopes are unknown
createClient({ ...place, scopes: [] as Scope[] })
// @ts-expect-error of one kind
createClient({ ...at, ...app, scopes: ['org:read'] })
// @ts-expect-error a secret or a key
createClient({ ...place, ...app, ...key, scopes: ['org:read'] })
// @ts-expect-error a secret needs its app
createClient({ ...place, clientSecret: 's', scopes: ['org:read'] })
// @ts-expect-error a person's tokens belong to one organisation already
createClient({ ...place, clientId: 'app_1', grant, organization: 'org_1', scopes: ['org:read'] })

// Parameters: one object, optional if all of them are; none if the operation takes none.
const all = createClient({
  ...at,
  scopes: ['org:read', 'org:association:read', 'org:unlink', 'webhook:write', 'event:read'],
})
const unlinking = { dept_id: 3, associated_org_id: 'org_2' }
all.organization.get()
all.organization.get({ timeout: 5 })
all.associations.list()
all.associations.list({ limit: 5 }, { signal: AbortSignal.abort() })
all.organization.unlink(unlinking, { idempotencyKey: 'k' })
// @ts-expect-error a body is needed
all.organization.unlink()
// @ts-expect-error all of it
all.organization.unlink({ dept_id: 3 })
// @ts-expect-error of the right types
all.organization.unlink({ dept_id: '3', associated_org_id: 'org_2' })
// @ts-expect-error requests are closed
all.organization.unlink({ ...unlinking, foo: 1 })
// @ts-expect-error a path parameter is needed
all.associations.get()
// @ts-expect-error a read has no idempotency key
all.associations.list({}, { idempotencyKey: 'k' })

// Results.
expectTypeOf(all.organization.unlink(unlinking)).resolves.toEqualTypeOf<Schemas['UnlinkResult']>()
expectTypeOf(all.webhookEndpoints.create({ url: '' })).resolves.toEqualTypeOf<Schemas['CreatedWebhookEndpoint']>()
expectTypeOf(all.webhookEndpoints.delete({ endpoint_id: '' })).resolves.toEqualTypeOf<undefined>()
expectTypeOf(all.associations.list()).resolves.toEqualTypeOf<Schemas['AssociationList']>()

// For the client, an operation with a cursor in its query is a list; for the types, one that answers with a page. They agree.
type Paged = { [Id in OperationId]: ResultOf<Id> extends { next_cursor: string | null } ? Id : never }[OperationId]
type QueryNames<Id extends OperationId> = keyof (typeof operations)[Id]['queryParameters']
type Cursored = {
  [Id in Exclude<OperationId, Streamed>]: Extract<QueryNames<Id>, 'cursor' | 'after'> extends never ? never : Id
}[Exclude<OperationId, Streamed>]
expectTypeOf<Paged>().toEqualTypeOf<Cursored>()

export async function iteration() {
  for await (const association of all.associations.list())
    expectTypeOf(association).toEqualTypeOf<Schemas['Association']>()
  for await (const event of all.events.list({ after: 3 })) {
    if (event.type === 'ping') expectTypeOf(event.data.endpoint_id).toEqualTypeOf<string>()
  }
}

// Every operation that is named list can be iterated.
type Everything = Client<Scope>
type Methods = { [Namespace in keyof Everything]: Everything[Namespace][keyof Everything[Namespace]] }[keyof Everything]
type Named<Id> = Id extends `${string}.list${string}` ? Id : never
type Iterable = {
  [Namespace in keyof Everything & string]: {
    [Name in keyof Everything[Namespace] & string]: Everything[Namespace][Name] extends (
      ...args: never
    ) => List<unknown, unknown>
      ? `${Namespace}.${Name}`
      : never
  }[keyof Everything[Namespace] & string]
}[keyof Everything & string]
expectTypeOf<Named<OperationId>>().toExtend<Iterable>()
expectTypeOf<Methods>().toBeFunction()

// For any operation: every problem of the contract.
expectTypeOf<SendoffError['problem']>().toEqualTypeOf<AnyProblem>()
expectTypeOf<SendoffError['code']>().toEqualTypeOf<ProblemCode>()

// The problems of the operation, discriminated by code.
export function problems(error: unknown) {
  if (!isProblem(error, 'organization.unlink')) return
  expectTypeOf(error).toEqualTypeOf<SendoffErrorOf<'organization.unlink'>>()
  expectTypeOf(error.problem).toEqualTypeOf<ProblemOf<'organization.unlink'>>()
  expectTypeOf(error.code).toEqualTypeOf<ProblemOf<'organization.unlink'>['code']>()
  expectTypeOf(error.operation).toEqualTypeOf<'organization.unlink'>()
  expectTypeOf(error.safeToRepeat).toEqualTypeOf<boolean>()
  // Either code types the problem's extra members.
  if (error.code === 'scope_missing') expectTypeOf(error.problem.required_scopes).toEqualTypeOf<Scope[]>()
  if (error.problem.code === 'account_restricted')
    expectTypeOf(error.problem.condition).toEqualTypeOf<Schemas['Condition']>()
  // @ts-expect-error members of another code's problem
  if (error.code === 'rate_limited') return error.problem.required_scopes
  // @ts-expect-error another operation's problem
  if (error.code === 'event_not_found') return
  // @ts-expect-error an operation that does not exist
  isProblem(error, 'organization.unlnik')
}

export async function webhooks(body: Uint8Array, headers: Headers) {
  const event = await verify(body, headers, { secrets: 'whsec_' })
  expectTypeOf(event).toEqualTypeOf<Event>()
  if (event.type === 'organization.association.unlinked')
    expectTypeOf(event.data.cause).toEqualTypeOf<'api' | 'scheduled' | 'dissolution'>()
  const answer = handle(event, {
    'organization.association.unlinked': ({ data }) => data.dept_id,
    otherwise: (other) => {
      expectTypeOf(other).toEqualTypeOf<UnknownEvent>()
      return 0
    },
  })
  expectTypeOf(answer).toEqualTypeOf<number>()
  // @ts-expect-error otherwise is needed
  handle(event, { ping: () => 0 })
  // @ts-expect-error a type that does not exist
  handle(event, { pong: () => 0, otherwise: () => 0 })
  // @ts-expect-error a parsed body
  await verify({ type: 'ping' }, headers, { secrets: 'whsec_' })
}
