import { type AcceptedOf, type OperationId, operations } from '@sendoff/api'
import { type Request, type RequestHandler, type Response, Router } from 'express'
import type { Actor } from '../actor.ts'
import type { AccessTokenVerifier } from '../authentication/access-token.ts'
import type { Clock } from '../clock.ts'
import type { Sealer } from '../crypto/seal.ts'
import { invalid, Refusal } from '../refusal.ts'
import type { Store } from '../store/store.ts'
import type { Work } from '../store/work.ts'
import { writeTraceparent } from '../trace.ts'
import { originOf } from '../web/origin.ts'
import { refuseMethod } from '../web/refuse-method.ts'
import { accept } from './accept.ts'
import { authenticate, requireScope } from './authenticate.ts'
import { readBody } from './body.ts'
import { sendEventStream } from './event-stream.ts'
import type { Handler, Handlers } from './handler.ts'
import { fingerprintOf, type IdempotencyKey, runOnce, writeOnce } from './idempotency.ts'
import { fromLoopback } from './loopback.ts'
import { type Rendered, renderProblem, send } from './problem.ts'
import { lastEventId, waitingOf } from './waiting.ts'

type Parts = {
  base: string
  store: Store
  clock: Clock
  sealer: Sealer
  verify: AccessTokenVerifier
  handlers: Handlers
  /** Whether the operations of the sandbox exist. */
  sandbox: boolean
}

/** Answers every operation of the contract, each in the same steps. */
export function createRouter(parts: Parts): Router {
  const router = Router({ caseSensitive: true, strict: true })
  const methods = new Map<string, string[]>()
  for (const id of Object.keys(operations) as OperationId[]) {
    if (id.startsWith('sandbox.') && !parts.sandbox) continue
    const { method, path } = operations[id]
    const route = path.replaceAll(/\{(\w+)\}/g, ':$1')
    methods.set(route, [...(methods.get(route) ?? []), method])
    router[method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete'](route, answer(id, parts))
  }
  for (const [route, allowed] of methods) router.all(route, refuseMethod(allowed))
  return router
}

function answer<Id extends OperationId>(id: Id, parts: Parts): RequestHandler {
  const handler: Handler<Id> = parts.handlers[id]
  return async (req, res) => {
    res.locals.operation = id
    await parts.clock.refresh()
    const actor = await admit(id, req, res, parts)
    const request = accept(id, req, await bodyOf(id, req, res))
    if (handler.kind === 'stream') return answerStream(id, handler, { actor, request, req, res }, parts)
    const key = idempotencyKey(id, req, actor, request, parts)
    const { answer, replayed } = await carryOut(id, handler, { actor, request, key, req, res }, parts)
    if (replayed) res.set('Idempotency-Replayed', 'true')
    send(res, answer)
  }
}

/** Who calls; undefined for the operations that take no token. Those of the sandbox answer on loopback only. */
async function admit(id: OperationId, req: Request, res: Response, parts: Parts): Promise<Actor | undefined> {
  if (id.startsWith('sandbox.') && !fromLoopback(req)) throw new Refusal('not_found')
  if (operations[id].callers.length === 0) return undefined
  const actor = await authenticate(req, parts, String(res.locals.requestId))
  requireScope(id, actor)
  return actor
}

async function bodyOf(id: OperationId, req: Request, res: Response): Promise<unknown> {
  return operations[id].method === 'GET' ? undefined : readBody(req, res)
}

function idempotencyKey(id: OperationId, req: Request, actor: Actor | undefined, request: unknown, { sealer }: Parts) {
  const key = req.get('idempotency-key')
  if (key === undefined || !operations[id].idempotent) return undefined
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
  request: AcceptedOf<Id>
  key: IdempotencyKey | undefined
  req: Request
  res: Response
}

async function carryOut<Id extends OperationId>(
  id: Id,
  handler: Exclude<Handler<Id>, { kind: 'stream' }>,
  { actor, request, key, req, res }: Asked<Id>,
  parts: Parts,
): Promise<{ answer: Rendered; replayed: boolean }> {
  const { store, clock } = parts
  const once = { store, sealer: parts.sealer, now: clock.now }
  const refused = (refusal: Refusal) => renderProblem(req, res, parts.base, refusal)
  const first = (answer: Rendered) => ({ answer, replayed: false })
  if (handler.kind === 'task') {
    const origin = originOf(req, String(res.locals.requestId))
    const work = () => handler.run(request, { now: clock.now(), origin })
    return key ? runOnce(once, key, work, refused) : first(await work())
  }
  if (!actor) throw new Refusal('token_missing')
  const call = { ...request, actor }
  const at = { now: clock.now(), traceparent: writeTraceparent(res.locals.trace) }
  const view = { db: store.db, now: at.now }
  if (handler.kind === 'wait') return first(await handler.run(view, call, waitingOf(id, req, res, parts)))
  if (handler.kind === 'read') return first(await handler.run(view, call))
  await handler.before?.(store, call, at)
  const rule = (work: Work) => handler.run(work, call)
  if (key) return writeOnce(once, key, at, rule, refused)
  return first(await store.write(at, rule))
}

type Stream<Id extends OperationId> = Extract<Handler<Id>, { kind: 'stream' }>

async function answerStream<Id extends OperationId>(
  id: Id,
  handler: Stream<Id>,
  { actor, request, req, res }: Omit<Asked<Id>, 'key'>,
  parts: Parts,
): Promise<void> {
  if (!actor) throw new Refusal('token_missing')
  const waiting = waitingOf(id, req, res, parts)
  const call = { ...request, actor, lastEventId: lastEventId(req) }
  const view = { db: parts.store.db, now: parts.clock.now() }
  await sendEventStream(res, await handler.open(view, call, waiting), waiting.gone)
}
