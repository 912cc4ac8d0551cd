import type { AcceptedOf, OperationId, ReplyOf } from '@sendoff/api'
import { type Actor, type OrganizationActor, type Origin, requireOrganization } from '../actor.ts'
import type { News } from '../events/follow.ts'
import type { Waiting } from '../events/poll.ts'
import type { Store } from '../store/store.ts'
import type { Moment, View, Work } from '../store/work.ts'

type Call<Id extends OperationId, Who> = AcceptedOf<Id> & { actor: Who }

/** `lastEventId` is the sequence that the client has seen, if it has. */
type StreamCall<Id extends OperationId, Who = Actor> = Call<Id, Who> & { lastEventId: number | undefined }

/** A part of a write that takes long, for example the check of a password, and so comes before its transaction. */
type Before<Id extends OperationId, Who> = (store: Store, call: Call<Id, Who>, at: Moment) => Promise<void>

/** The circumstances of a task beside its request. */
export type TaskCall = {
  /** Business time, in milliseconds. */
  now: number
  /** From where the call comes; nobody is signed in. */
  origin: Origin
}

/**
 * Carries out an operation: a `read`, a `wait` (a read that may take long), a `stream`, a `write` in one transaction, or a
 * `task` that makes transactions of its own. All but a task, of the sandbox or for somebody who can't sign in yet, are authenticated.
 */
export type Handler<Id extends OperationId> =
  | { kind: 'read'; run(view: View, call: Call<Id, Actor>): Promise<ReplyOf<Id>> }
  | { kind: 'wait'; run(view: View, call: Call<Id, Actor>, waiting: Waiting): Promise<ReplyOf<Id>> }
  | { kind: 'stream'; open(view: View, call: StreamCall<Id>, waiting: Waiting): Promise<AsyncIterable<News>> }
  | {
      kind: 'write'
      before?: Before<Id, Actor>
      run(work: Work, call: Call<Id, Actor>): Promise<ReplyOf<Id>>
    }
  | { kind: 'task'; run(request: AcceptedOf<Id>, call: TaskCall): Promise<ReplyOf<Id>> }

/** One handler for every operation of the contract. */
export type Handlers = { [Id in OperationId]: Handler<Id> }

type Run<Id extends OperationId, At, Who> = (at: At, call: Call<Id, Who>) => Promise<ReplyOf<Id>>

/** A read in an organisation. */
export function read<Id extends OperationId>(run: Run<Id, View, OrganizationActor>): Handler<Id> {
  return { kind: 'read', run: (view, call) => run(view, inOrganization(call)) }
}

/** A read in an organisation that may take long: the caller may be gone meanwhile, or no longer be allowed to read. */
export function wait<Id extends OperationId>(
  run: (view: View, call: Call<Id, OrganizationActor>, waiting: Waiting) => Promise<ReplyOf<Id>>,
): Handler<Id> {
  return { kind: 'wait', run: (view, call, waiting) => run(view, inOrganization(call), waiting) }
}

/** An organisation's events, as they come. */
export function stream<Id extends OperationId>(
  open: (view: View, call: StreamCall<Id, OrganizationActor>, waiting: Waiting) => Promise<AsyncIterable<News>>,
): Handler<Id> {
  return {
    kind: 'stream',
    open: (view, call, waiting) => open(view, { ...call, ...inOrganization(call) }, waiting),
  }
}

/**
 * A write in an organisation.
 *
 * @param before see {@link Before}
 */
export function write<Id extends OperationId>(
  run: Run<Id, Work, OrganizationActor>,
  before?: Before<Id, OrganizationActor>,
): Handler<Id> {
  return {
    kind: 'write',
    run: (work, call) => run(work, inOrganization(call)),
    ...(before && { before: (store, call, at) => before(store, inOrganization(call), at) }),
  }
}

/** A read by who need not act in an organisation. */
export function readAnywhere<Id extends OperationId>(run: Run<Id, View, Actor>): Handler<Id> {
  return { kind: 'read', run }
}

/** A write by who need not act in an organisation.  */
export function writeAnywhere<Id extends OperationId>(
  run: Run<Id, Work, Actor>,
  before?: Before<Id, Actor>,
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
