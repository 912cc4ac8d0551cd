import { type AcceptedOf, type CallOf, operations as contract, type OperationId } from '@sendoff/api'
import type { Request, RequestHandler, Response } from 'express'
import type { Actor } from '../actor.ts'
import type { AccessTokenVerifier } from '../authentication/access-token.ts'
import type { Clock } from '../clock.ts'
import type { Sealer } from '../crypto/seal.ts'
import type { Operation, Operations } from '../operation.ts'
import { invalid, Refusal } from '../refusal.ts'
import type { Store } from '../store/store.ts'
import type { Work } from '../store/work.ts'
import { writeTraceparent } from '../trace.ts'
import { originOf } from '../web/origin.ts'
import { refuseMethod } from '../web/refuse-method.ts'
import { accept } from './accept.ts'
import { authenticate, requireScope } from './authenticate.ts'
import { readBody } from './body.ts'
import { type CsvPage, sendCsv, wantsCsv } from './csv.ts'
import { type Cursors, cursorsOf } from './cursors.ts'
import { sendEventStream } from './event-stream.ts'
import { findAnswer, fingerprintOf, type IdempotencyKey, runOnce, writeOnce } from './idempotency.ts'
import { fromLoopback } from './loopback.ts'
import { type Rendered, renderProblem, send } from './problem.ts'
import { Routes } from './routes.ts'
import { lastEventId, waitingOf } from './waiting.ts'

/** The rows that are read at a time for a whole list. */
const MOST = 200

type Parts = {
  base: string
  store: Store
  clock: Clock
  sealer: Sealer
  verify: AccessTokenVerifier
  operations: Operations
  /** True if the operations of the sandbox exist. */
  sandbox: boolean
}

/** Answers every operation of the contract, each in the same steps. */
export function createRouter(parts: Parts): RequestHandler {
  const routes = new Routes<RequestHandler>()
  for (const id of Object.keys(contract) as OperationId[]) {
    if (id.startsWith('sandbox.') && !parts.sandbox) continue
    const { method, path } = contract[id]
    routes.add(method, path, answer(id, parts))
  }
  return (req, res, next) => {
    const matched = routes.match(req.path)
    const method = req.method === 'HEAD' ? 'GET' : req.method
    const { handlers, params } = matched.find((one) => one.handlers.has(method)) ?? matched[0] ?? {}
    if (!handlers) return next()
    req.params = params ?? {}
    const handler = handlers.get(method) ?? refuseMethod([...handlers.keys()])
    return handler(req, res, next)
  }
}

function answer<Id extends OperationId>(id: Id, parts: Parts): RequestHandler {
  const operation: Operation<Id> = parts.operations[id]
  return async (req, res) => {
    res.locals.operation = id
    const [actor] = await Promise.all([admit(id, req, res, parts), parts.clock.refresh()])
    const request = accept(id, req, await bodyOf(id, req, res))
    const cursors = cursorsOf(id, actor, request)
    const call = callOf(cursors.request)
    if (operation.kind === 'stream') return answerStream(id, operation, { actor, call, req, res }, parts)
    if (operation.kind === 'read' && wantsCsv(id, req, res)) {
      return answerCsv(id, operation, { actor, call, req, res }, parts, cursors)
    }
    const key = idempotencyKey(id, req, actor, request, parts)
    const { answer, replayed } = await carryOut(id, operation, { actor, call, key, req, res }, parts)
    if (replayed) res.set('Idempotency-Replayed', 'true')
    send(res, cursors.nameIn(answer))
  }
}

const callOf = <Id extends OperationId>({ path, query, body }: AcceptedOf<Id>) =>
  ({ ...path, ...query, ...(body as object | undefined) }) as CallOf<Id>

/** Identifies the caller; undefined for operations without a token. Those of the sandbox answer on loopback only. */
async function admit(id: OperationId, req: Request, res: Response, parts: Parts): Promise<Actor | undefined> {
  if (id.startsWith('sandbox.') && !fromLoopback(req)) throw new Refusal('not_found')
  if (contract[id].callers.length === 0) return undefined
  const actor = await authenticate(req, parts, String(res.locals.requestId))
  requireScope(id, actor)
  return actor
}

async function bodyOf(id: OperationId, req: Request, res: Response): Promise<unknown> {
  return contract[id].method === 'GET' ? undefined : readBody(req, res)
}

function idempotencyKey(id: OperationId, req: Request, actor: Actor | undefined, request: unknown, { sealer }: Parts) {
  const key = req.get('idempotency-key')
  if (key === undefined || !contract[id].idempotent) return undefined
  if (!/^[!-~]{1,255}$/.test(key)) {
    throw invalid({ in: 'header', pointer: '/Idempotency-Key' }, 'header.idempotency_key')
  }
  return {
    orgId: actor?.orgId ?? '',
    principal: actor ? `${actor.type}:${actor.id}` : 'nobody',
    key,
    fingerprint: fingerprintOf([id, request], sealer),
  }
}

type Asked<Id extends OperationId> = {
  actor: Actor | undefined
  call: CallOf<Id>
  key: IdempotencyKey | undefined
  req: Request
  res: Response
}

async function carryOut<Id extends OperationId>(
  id: Id,
  operation: Exclude<Operation<Id>, { kind: 'stream' }>,
  { actor, call, key, req, res }: Asked<Id>,
  parts: Parts,
): Promise<{ answer: Rendered; replayed: boolean }> {
  const { store, clock } = parts
  const once = { store, sealer: parts.sealer, now: clock.now }
  const refused = (refusal: Refusal) => renderProblem(req, res, parts.base, refusal)
  const first = (answer: Rendered) => ({ answer, replayed: false })
  if (operation.kind === 'task') {
    const origin = originOf(req, String(res.locals.requestId))
    const work = async () => success(id, await operation.run(call, { now: clock.now(), origin }))
    return key ? runOnce(once, key, work, refused) : first(await work())
  }
  if (!actor) throw new Refusal('token_missing')
  const at = { now: clock.now(), traceparent: writeTraceparent(res.locals.trace) }
  const view = { db: store.db, now: at.now }
  if (operation.kind === 'read') return first(success(id, await operation.run(view, actor, call)))
  if (operation.kind === 'wait') {
    return first(success(id, await operation.run(view, actor, call, waitingOf(id, req, res, parts))))
  }
  if (operation.before) {
    const earlier = key && (await findAnswer(once, key))
    if (earlier) return earlier
    await operation.before(store, actor, call, at)
  }
  const rule = async (work: Work) => success(id, await operation.run(work, actor, call))
  if (key) return writeOnce(once, key, at, rule, refused)
  return first(await store.write(at, rule))
}

/** The answer with an outcome, which has its status only where the contract has more than one for a success. */
function success(id: OperationId, outcome: unknown): Rendered {
  const { success: status } = contract[id]
  return status === null ? (outcome as Rendered) : { status, body: outcome }
}

type Stream<Id extends OperationId> = Extract<Operation<Id>, { kind: 'stream' }>

async function answerStream<Id extends OperationId>(
  id: Id,
  operation: Stream<Id>,
  { actor, call, req, res }: Omit<Asked<Id>, 'key'>,
  parts: Parts,
): Promise<void> {
  if (!actor) throw new Refusal('token_missing')
  const waiting = waitingOf(id, req, res, parts)
  const view = { db: parts.store.db, now: parts.clock.now() }
  const news = await operation.run(view, actor, { ...call, lastEventId: lastEventId(req) }, waiting)
  await sendEventStream(res, news, waiting.gone)
}

type Read<Id extends OperationId> = Extract<Operation<Id>, { kind: 'read' }>

async function answerCsv<Id extends OperationId>(
  id: Id,
  operation: Read<Id>,
  { actor, call, req, res }: Omit<Asked<Id>, 'key'>,
  { store, clock }: Parts,
  cursors: Cursors<Id>,
): Promise<void> {
  if (!actor) throw new Refusal('token_missing')
  const isWhole = req.query.limit === undefined
  const page = async (part: object): Promise<CsvPage> => {
    const body = await operation.run({ db: store.db, now: clock.now() }, actor, { ...call, ...part })
    const { data, next_cursor: inner } = body as { data: object[]; next_cursor: string | null }
    if (inner === null) return { rows: data, next: null }
    const { next_cursor: cursor } = cursors.nameIn({ status: 200, body }).body as { next_cursor: string }
    return { rows: data, next: { cursor, read: () => page({ cursor: inner, ...(isWhole && { limit: MOST }) }) } }
  }
  await sendCsv(id, req, res, await page(isWhole ? { limit: MOST } : {}))
}
