import type { AcceptedOf, OperationId, ReplyOf } from '@sendoff/api'
import { type Actor, type OrganizationActor, type Origin, requireOrganization } from '../actor.ts'
import type { News } from '../events/follow.ts'
import type { Waiting } from '../events/poll.ts'
import type { Database, Tx } from '../store/schema.ts'
import type { Store } from '../store/store.ts'

type Call<Id extends OperationId, Who> = AcceptedOf<Id> & {
  actor: Who
  /** Business time, in milliseconds. */
  now: number
}

/** `lastEventId` is the sequence that the client has seen, if it has. */
type StreamCall<Id extends OperationId, Who = Actor> = Call<Id, Who> & { lastEventId: number | undefined }

/** What a task knows beside its request. */
export type TaskCall = {
  /** Business time, in milliseconds. */
  now: number
  /** From where the call comes; nobody is signed in. */
  origin: Origin
}

/**
 * What carries out an operation: a `read`, a `wait` (a read that may take long), a `stream`, a `write` in one transaction, or a
 * `task` that makes transactions of its own. All but a task, of the sandbox or for somebody who can't sign in yet, are authenticated.
 */
export type Handler<Id extends OperationId> =
  | { kind: 'read'; run(db: Database, call: Call<Id, Actor>): Promise<ReplyOf<Id>> }
  | { kind: 'wait'; run(db: Database, call: Call<Id, Actor>, waiting: Waiting): Promise<ReplyOf<Id>> }
  | { kind: 'stream'; open(db: Database, call: StreamCall<Id>, waiting: Waiting): Promise<AsyncIterable<News>> }
  | {
      kind: 'write'
      /** What takes long, as the check of a password, and so comes before the transaction. */
      before?: (store: Store, call: Call<Id, Actor>) => Promise<void>
      run(tx: Tx, call: Call<Id, Actor>): Promise<ReplyOf<Id>>
    }
  | { kind: 'task'; run(request: AcceptedOf<Id>, call: TaskCall): Promise<ReplyOf<Id>> }

/** One handler for every operation of the contract. */
export type Handlers = { [Id in OperationId]: Handler<Id> }

type Run<Id extends OperationId, Db, Who> = (db: Db, call: Call<Id, Who>) => Promise<ReplyOf<Id>>

/** A read in an organisation. */
export function read<Id extends OperationId>(run: Run<Id, Database, OrganizationActor>): Handler<Id> {
  return { kind: 'read', run: (db, call) => run(db, inOrganization(call)) }
}

/** A read in an organisation that may take long: the caller may be gone meanwhile, or no longer be allowed to read. */
export function wait<Id extends OperationId>(
  run: (db: Database, call: Call<Id, OrganizationActor>, waiting: Waiting) => Promise<ReplyOf<Id>>,
): Handler<Id> {
  return { kind: 'wait', run: (db, call, waiting) => run(db, inOrganization(call), waiting) }
}

/** An organisation's events, as they come. */
export function stream<Id extends OperationId>(
  open: (db: Database, call: StreamCall<Id, OrganizationActor>, waiting: Waiting) => Promise<AsyncIterable<News>>,
): Handler<Id> {
  return {
    kind: 'stream',
    open: (db, call, waiting) => open(db, { ...call, ...inOrganization(call) }, waiting),
  }
}

/**
 * A write in an organisation.
 *
 * @param before what takes long and needs no transaction, as the check of a password
 */
export function write<Id extends OperationId>(
  run: Run<Id, Tx, OrganizationActor>,
  before?: (store: Store, call: Call<Id, OrganizationActor>) => Promise<void>,
): Handler<Id> {
  return {
    kind: 'write',
    run: (tx, call) => run(tx, inOrganization(call)),
    ...(before && { before: (store: Store, call: Call<Id, Actor>) => before(store, inOrganization(call)) }),
  }
}

/** A read by who need not act in an organisation. */
export function readAnywhere<Id extends OperationId>(run: Run<Id, Database, Actor>): Handler<Id> {
  return { kind: 'read', run }
}

/** A write by who need not act in an organisation. See {@link write} for `before`. */
export function writeAnywhere<Id extends OperationId>(
  run: Run<Id, Tx, Actor>,
  before?: (store: Store, call: Call<Id, Actor>) => Promise<void>,
): Handler<Id> {
  return { kind: 'write', run, ...(before && { before }) }
}

/** A task of the sandbox, or for somebody who can't sign in yet. */
export function task<Id extends OperationId>(
  run: (request: AcceptedOf<Id>, call: TaskCall) => Promise<ReplyOf<Id>>,
): Handler<Id> {
  return { kind: 'task', run }
}

function inOrganization<Id extends OperationId>(call: Call<Id, Actor>): Call<Id, OrganizationActor> {
  const { actor } = call
  requireOrganization(actor)
  return { ...call, actor }
}

/** The handlers of the operations whose names begin with one of these words. */
export type HandlersOf<Namespace extends string> = {
  [Id in Extract<OperationId, `${Namespace}.${string}`>]: Handler<Id>
}
