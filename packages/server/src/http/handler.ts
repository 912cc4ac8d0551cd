import type { OperationId, ReplyOf } from '@sendoff/api'
import { type Actor, type OrganizationActor, requireOrganization } from '../actor.ts'
import type { Database, Tx } from '../store/schema.ts'
import type { Accepted } from './requests/index.ts'

type Call<Id extends OperationId, Who> = Accepted<Id> & {
  actor: Who
  /** Business time, in milliseconds. */
  now: number
}

/**
 * What carries out an operation: a `read`, a `write` in one transaction, or a `task` that makes transactions of its own. Reads
 * and writes are authenticated; a task is of the sandbox and is not.
 */
export type Handler<Id extends OperationId> =
  | { kind: 'read'; run(db: Database, call: Call<Id, Actor>): Promise<ReplyOf<Id>> }
  | { kind: 'write'; run(tx: Tx, call: Call<Id, Actor>): Promise<ReplyOf<Id>> }
  | { kind: 'task'; run(request: Accepted<Id>): Promise<ReplyOf<Id>> }

/** One handler for every operation of the contract. */
export type Handlers = { [Id in OperationId]: Handler<Id> }

type Run<Id extends OperationId, Db, Who> = (db: Db, call: Call<Id, Who>) => Promise<ReplyOf<Id>>

/** A read in an organisation. */
export function read<Id extends OperationId>(run: Run<Id, Database, OrganizationActor>): Handler<Id> {
  return { kind: 'read', run: (db, call) => run(db, inOrganization(call)) }
}

/** A write in an organisation. */
export function write<Id extends OperationId>(run: Run<Id, Tx, OrganizationActor>): Handler<Id> {
  return { kind: 'write', run: (tx, call) => run(tx, inOrganization(call)) }
}

/** A read by an app that need not act for an organisation. */
export function readOfApp<Id extends OperationId>(run: Run<Id, Database, Actor>): Handler<Id> {
  return { kind: 'read', run }
}

/** A write by an app that need not act for an organisation. */
export function writeOfApp<Id extends OperationId>(run: Run<Id, Tx, Actor>): Handler<Id> {
  return { kind: 'write', run }
}

/** A task of the sandbox. */
export function task<Id extends OperationId>(run: (request: Accepted<Id>) => Promise<ReplyOf<Id>>): Handler<Id> {
  return { kind: 'task', run }
}

function inOrganization<Id extends OperationId>(call: Call<Id, Actor>): Call<Id, OrganizationActor> {
  const { actor } = call
  requireOrganization(actor)
  return { ...call, actor }
}
