import type { CallOf, operations as contract, OperationId, ReplyOf, ResultOf } from '@sendoff/api'
import { type Actor, type OrganizationActor, type Origin, requireOrganization } from './actor.ts'
import type { Store } from './store/store.ts'
import type { Moment, View, Work } from './store/work.ts'

/**
 * Carries out an operation of the contract: a `read`, a `wait` (a read that may take long), a `stream`, a `write` in
 * one transaction, or a `task` that opens its own transactions. Every kind except a task, which is for the sandbox or a
 * person who can't sign in yet, has an actor.
 */
export type Operation<Id extends OperationId> =
  | { kind: 'read'; run: Read<Id, Actor> }
  | { kind: 'wait'; run: Wait<Id, Actor> }
  | { kind: 'stream'; run: Stream<Id, Actor> }
  | { kind: 'write'; run: Write<Id, Actor>; before: Before<Id, Actor> | undefined }
  | { kind: 'task'; run: Task<Id> }

/** Every operation of the contract. */
export type Operations = { [Id in OperationId]: Operation<Id> }

/** The result of an operation, with its status if the contract has several for a success. */
type Outcome<Id extends OperationId> = (typeof contract)[Id]['success'] extends number
  ? undefined extends ResultOf<Id>
    ? // biome-ignore lint/suspicious/noConfusingVoidType: a rule without a result is typed so
      void
    : ResultOf<Id>
  : ReplyOf<Id>

type Read<Id extends OperationId, Who> = (view: View, actor: Who, call: CallOf<Id>) => Promise<Outcome<Id>>
type Wait<Id extends OperationId, Who> = (
  view: View,
  actor: Who,
  call: CallOf<Id>,
  waiting: Waiting,
) => Promise<Outcome<Id>>
/** `lastEventId` is the sequence of the last event that the client received, if it names one. */
type Stream<Id extends OperationId, Who> = (
  view: View,
  actor: Who,
  call: CallOf<Id> & { lastEventId: number | undefined },
  waiting: Waiting,
) => Promise<AsyncIterable<News>>
type Write<Id extends OperationId, Who> = (work: Work, actor: Who, call: CallOf<Id>) => Promise<Outcome<Id>>
type Task<Id extends OperationId> = (call: CallOf<Id>, circumstances: Circumstances) => Promise<Outcome<Id>>

/** A part of a write that takes long, for example the check of a password, and so comes before its transaction. */
type Before<Id extends OperationId, Who> = (store: Store, actor: Who, call: CallOf<Id>, at: Moment) => Promise<void>

/** The circumstances of a task: its moment, and the origin of its call. */
export type Circumstances = {
  /** Business time, in milliseconds. */
  now: number
  origin: Origin
}

/** A caller that may wait long for its answer. */
export type Waiting = {
  /** Aborted when the client has disconnected. */
  gone: AbortSignal
  /**
   * Authenticates the caller again, with the current state.
   *
   * @throws {Refusal} if the token is no longer valid for this operation
   */
  again(): Promise<OrganizationActor>
}

/** An item of a stream: an event, or a heartbeat with the sequence up to which there are no further events. */
export type News = { sequence: number; type: string; body: string } | { alive: number }

/** The operations of a domain folder, one line each. */
export function operations<Id extends OperationId>(
  table: { [One in Id]: Operation<One> },
): {
  [One in Id]: Operation<One>
} {
  return table
}

/** A read in an organisation. */
export function read<Id extends OperationId>(run: Read<Id, OrganizationActor>): Operation<Id> {
  return { kind: 'read', run: (view, actor, call) => run(view, inOrganization(actor), call) }
}

/** A read that may take long: in the meantime the caller may be gone or no longer be allowed to read. */
export function wait<Id extends OperationId>(run: Wait<Id, Actor>): Operation<Id> {
  return { kind: 'wait', run }
}

/** A stream of an organisation's events. */
export function stream<Id extends OperationId>(run: Stream<Id, Actor>): Operation<Id> {
  return { kind: 'stream', run }
}

/** A write in an organisation. */
export function write<Id extends OperationId>(
  run: Write<Id, OrganizationActor>,
  { before }: { before?: Before<Id, OrganizationActor> } = {},
): Operation<Id> {
  return {
    kind: 'write',
    run: (work, actor, call) => run(work, inOrganization(actor), call),
    before: before && ((store, actor, call, at) => before(store, inOrganization(actor), call, at)),
  }
}

/** A read by an actor who need not act in an organisation. */
export function readAnywhere<Id extends OperationId>(run: Read<Id, Actor>): Operation<Id> {
  return { kind: 'read', run }
}

/** A write by an actor who need not act in an organisation. */
export function writeAnywhere<Id extends OperationId>(
  run: Write<Id, Actor>,
  { before }: { before?: Before<Id, Actor> } = {},
): Operation<Id> {
  return { kind: 'write', run, before }
}

/** A task of the sandbox, or for a person who can't sign in yet. */
export function task<Id extends OperationId>(run: Task<Id>): Operation<Id> {
  return { kind: 'task', run }
}

/** @throws {Refusal} `org_not_authorized` if the token is bound to no organisation */
function inOrganization(actor: Actor): OrganizationActor {
  requireOrganization(actor)
  return actor
}
