// Checked by tsc; nothing here runs.
import type { AnyProblem, OperationId, ProblemCode, ProblemOf, Schemas } from '@sendoff/api'
import {
  type Client,
  createClient,
  isProblem,
  type OperationsFor,
  type ResultOf,
  type Scope,
  type SendoffError,
} from '@sendoff/sdk'
import { type Event, handle, type UnknownEvent, verify } from '@sendoff/sdk/webhooks'
import { expectTypeOf } from 'vitest'

const at = { baseUrl: 'https://sendoff.test', token: 't' }

/** The operations that a client's type has. */
type Ids<C> = { [Namespace in keyof C & string]: `${Namespace}.${keyof C[Namespace] & string}` }[keyof C & string]
type Open =
  | 'sandbox.getClock'
  | 'sandbox.advanceClock'
  | 'sandbox.reset'
  | 'sandbox.createUserToken'
  | 'sandbox.listVerificationCodes'
  | 'verificationCodes.create'
  | 'accounts.register'
  | 'recovery.create'
type OrgRead =
  | Open
  | 'organization.get'
  | 'organization.listAdmins'
  | 'organization.getLeavePolicy'
  | 'departments.list'

// Scopes, and exactly the operations that they allow.
const none = createClient({ ...at, scopes: [] })
expectTypeOf<Ids<typeof none>>().toEqualTypeOf<Open>()
const directory = createClient({ ...at, scopes: ['member:read'] })
expectTypeOf<Ids<typeof directory>>().toEqualTypeOf<
  Open | 'members.list' | 'members.get' | 'departures.list' | 'departures.get' | 'departures.getHandover'
>()
const leaver = createClient({ ...at, scopes: ['member:leave'] })
expectTypeOf<Ids<typeof leaver>>().toEqualTypeOf<
  | Open
  | 'leave.create'
  | 'leaveApplications.create'
  | 'leaveApplications.list'
  | 'leaveApplications.get'
  | 'leaveApplications.withdraw'
  | 'leaveApplications.confirm'
>()
const unlinker = createClient({ ...at, scopes: ['org:unlink'] })
expectTypeOf<Ids<typeof unlinker>>().toEqualTypeOf<Open | 'organization.unlink' | 'organization.previewUnlink'>()
const reader = createClient({ ...at, scopes: ['org:read', 'org:association:read'] })
expectTypeOf<Ids<typeof reader>>().toEqualTypeOf<OrgRead | 'associations.list' | 'associations.get'>()
const listener = createClient({ ...at, scopes: ['event:read', 'webhook:write'] })
expectTypeOf<Ids<typeof listener>>().toEqualTypeOf<
  | Open
  | 'events.list'
  | 'events.get'
  | 'events.listTypes'
  | 'webhookEndpoints.create'
  | 'webhookEndpoints.update'
  | 'webhookEndpoints.delete'
  | 'webhookEndpoints.test'
  | 'webhookEndpoints.verify'
  | 'webhookEndpoints.enable'
  | 'webhookEndpoints.disable'
  | 'webhookEndpoints.rotateSecret'
  | 'webhookEndpoints.deleteSecret'
  | 'webhookEndpoints.recover'
  | 'deliveries.redeliver'
>()
// What is streamed has a function of its own.
type Called = Exclude<OperationId, 'events.stream'>
expectTypeOf<Ids<Client<Scope>>>().toEqualTypeOf<Called>()
expectTypeOf<OperationsFor<'org:read'>>().toEqualTypeOf<OrgRead>()

// A list whose content is unknown promises nothing.
const unknown = createClient({ ...at, scopes: [] as Scope[] })
expectTypeOf<Ids<typeof unknown>>().toEqualTypeOf<Open>()

// @ts-expect-error an operation outside the scopes is absent
unlinker.organization.get
// @ts-expect-error and so is a namespace of which nothing is allowed
unlinker.events
// @ts-expect-error a scope that is misspelt
createClient({ ...at, scopes: ['org:unlnik'] })
// @ts-expect-error credentials are needed
createClient({ baseUrl: 'https://sendoff.test', scopes: [] })
// @ts-expect-error of one kind
createClient({ ...at, clientId: 'a', clientSecret: 'b', scopes: [] })

// Parameters: one object, optional when all of them are; none where the operation takes none.
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

// The client takes for a list what has a cursor among its query parameters; the types, what answers with a page. They agree.
type Paged = { [Id in OperationId]: ResultOf<Id> extends { next_cursor: string | null } ? Id : never }[OperationId]
type QueryNames<Id extends OperationId> = keyof typeof import('@sendoff/api').operations[Id]['queryParameters']
type Cursored = {
  [Id in Called]: Extract<QueryNames<Id>, 'cursor' | 'after'> extends never ? never : Id
}[Called]
expectTypeOf<Paged>().toEqualTypeOf<Cursored>()

export async function iteration() {
  for await (const association of all.associations.list())
    expectTypeOf(association).toEqualTypeOf<Schemas['Association']>()
  for await (const event of all.events.list({ after: 3 })) {
    if (event.type === 'ping') expectTypeOf(event.data.endpoint_id).toEqualTypeOf<string>()
  }
}

// Of any operation: every problem of the contract.
expectTypeOf<SendoffError['problem']>().toEqualTypeOf<AnyProblem>()
expectTypeOf<SendoffError['code']>().toEqualTypeOf<ProblemCode>()

// Problems are those of the operation, told apart by code.
export function problems(error: unknown) {
  if (!isProblem(error, 'organization.unlink')) return
  expectTypeOf(error.problem).toEqualTypeOf<ProblemOf<'organization.unlink'>>()
  expectTypeOf(error.code).toEqualTypeOf<ProblemOf<'organization.unlink'>['code']>()
  expectTypeOf(error.operation).toEqualTypeOf<'organization.unlink'>()
  if (error.problem.code === 'scope_missing') expectTypeOf(error.problem.required_scopes).toEqualTypeOf<Scope[]>()
  if (error.problem.code === 'account_restricted')
    expectTypeOf(error.problem.condition).toEqualTypeOf<Schemas['Condition']>()
  // @ts-expect-error another operation's problem
  if (error.code === 'event_not_found') return
  // @ts-expect-error an operation that does not exist
  isProblem(error, 'organization.unlnik')
}

export async function webhooks(body: Uint8Array, headers: Headers) {
  const event = await verify(body, headers, { secrets: 'whsec_' })
  expectTypeOf(event).toEqualTypeOf<Event>()
  if (event.type === 'organization.association.unlinked')
    expectTypeOf(event.data.cause).toEqualTypeOf<'api' | 'dissolution'>()
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
