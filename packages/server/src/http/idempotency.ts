import type { Sealer } from '../crypto/seal.ts'
import { Refusal } from '../refusal.ts'
import type { Schema, Tx } from '../store/schema.ts'
import { type Placing, statement } from '../store/statement.ts'
import { isLockTimeout, type Store } from '../store/store.ts'
import type { Moment, Work } from '../store/work.ts'
import type { Rendered } from './problem.ts'

/** The key under which an answer is kept: its owner, and a fingerprint of the request. */
export type IdempotencyKey = {
  /** The organisation of the token; empty for none. */
  orgId: string
  /** The caller, so that two callers may choose the same key. */
  principal: string
  key: string
  fingerprint: string
}

type Parts = { store: Store; sealer: Sealer; now: () => number }
type Outcome = { answer: Rendered; replayed: boolean }

const KEPT = 24 * 60 * 60 * 1000
/** The time after which the key of a request outside a transaction counts as abandoned, in milliseconds. */
const TASK_LEASE = 10 * 60 * 1000
const PURPOSE = 'idempotent answer'

/** Hashes a request, to recognise the same one. The hash is keyed, because a request can contain a password. */
export function fingerprintOf(request: unknown, sealer: Sealer): string {
  return sealer.digest(JSON.stringify(request), 'idempotent request')
}

/**
 * Runs a write once for a key. Taking the key, running the rule and keeping the answer are one transaction: a second request with the
 * key waits for it and gets the same answer.
 *
 * @param refused renders a refusal as the answer to keep
 * @throws {Refusal} `idempotency_key_reused`, `idempotency_in_progress`
 * @see docs/decisions/idempotency.md
 */
export async function writeOnce(
  parts: Parts,
  key: IdempotencyKey,
  at: Moment,
  rule: (work: Work) => Promise<Rendered>,
  refused: (refusal: Refusal) => Rendered,
): Promise<Outcome> {
  try {
    return await parts.store.write(at, async (work) => {
      const earlier = await take(work.db, parts, key, 0).catch(inProgressIfLocked)
      if (earlier) return { answer: earlier, replayed: true }
      const answer = await rule(work)
      work.later(keep(work.db, parts, key, answer))
      return { answer, replayed: false }
    })
  } catch (error) {
    return keepRefusal(parts, key, error, refused)
  }
}

/**
 * Finds the answer that was kept for a key and this very request, before something slow is done that could turn out otherwise the
 * second time, such as the check of a password that the first request replaced.
 */
export async function findAnswer({ store, sealer, now }: Parts, key: IdempotencyKey): Promise<Outcome | undefined> {
  const { org_id, principal, key: name } = rowKey(key)
  const kept = await store.db
    .selectFrom('idempotency')
    .select(['status', 'body'])
    .where('org_id', '=', org_id)
    .where('principal', '=', principal)
    .where('key', '=', name)
    .where('fingerprint', '=', key.fingerprint)
    .where('expires_at', '>', now())
    .executeTakeFirst()
  if (!kept || kept.status === null) return undefined
  return { answer: opened(sealer, { ...kept, status: kept.status }), replayed: true }
}

/** Runs a task of several transactions once for a key; a second request in the meantime is refused. See {@link writeOnce}. */
export async function runOnce(
  parts: Parts,
  key: IdempotencyKey,
  work: () => Promise<Rendered>,
  refused: (refusal: Refusal) => Rendered,
): Promise<Outcome> {
  const earlier = await parts.store.transaction((tx) => take(tx, parts, key, Date.now() + TASK_LEASE))
  if (earlier) return { answer: earlier, replayed: true }
  try {
    const answer = await work()
    await parts.store.transaction((tx) => keep(tx, parts, key, answer))
    return { answer, replayed: false }
  } catch (error) {
    await parts.store.transaction((tx) => release(tx, key))
    return keepRefusal(parts, key, error, refused)
  }
}

/** Keeps a refusal. It has rolled the key back; if another request with the key was answered in the meantime, both get that answer. */
async function keepRefusal(
  parts: Parts,
  key: IdempotencyKey,
  error: unknown,
  refused: (refusal: Refusal) => Rendered,
): Promise<Outcome> {
  // A refusal that asks for a later retry would be repeated for as long as the key is kept.
  if (!(error instanceof Refusal) || error.details.retry_after !== undefined) throw error
  if (error.code.startsWith('idempotency_')) throw error
  const answer = refused(error)
  return parts.store.transaction(async (tx) => {
    const earlier = await take(tx, parts, key, 0)
    if (earlier) return { answer: earlier, replayed: true }
    await keep(tx, parts, key, answer)
    return { answer, replayed: false }
  })
}

async function take(
  tx: Tx,
  { sealer, now }: Parts,
  { fingerprint, ...named }: IdempotencyKey,
  leaseUntil: number,
): Promise<Rendered | undefined> {
  const row = { ...rowKey(named), fingerprint, lease_until: leaseUntil, expires_at: now() + KEPT }
  const [taken] = await takeKey(tx, { ...row, now: now(), realNow: Date.now() })
  if (taken) return undefined
  const earlier = await tx
    .selectFrom('idempotency')
    .select(['fingerprint', 'status', 'body'])
    .where('org_id', '=', named.orgId)
    .where('principal', '=', named.principal)
    .where('key', '=', named.key)
    .executeTakeFirstOrThrow()
  if (earlier.fingerprint !== fingerprint) throw new Refusal('idempotency_key_reused')
  if (earlier.status === null) throw new Refusal('idempotency_in_progress', { retry_after: 1 })
  return opened(sealer, { ...earlier, status: earlier.status })
}

const opened = (sealer: Sealer, { status, body }: { status: number; body: string | null }): Rendered => {
  return { status, body: body === null ? undefined : JSON.parse(sealer.open(body, PURPOSE)) }
}

async function keep(tx: Tx, { sealer, now }: Parts, key: IdempotencyKey, { status, body }: Rendered): Promise<void> {
  // An answer can contain a secret that is shown only once.
  const sealed = body === undefined ? null : sealer.seal(JSON.stringify(body), PURPOSE)
  const kept = { status, body: sealed, expires_at: now() + KEPT }
  await keepAnswer(tx, { ...rowKey(key), fingerprint: key.fingerprint, ...kept })
}

type Row = Schema['idempotency']

const takeKey = statement((db, $: Placing<Omit<Row, 'status' | 'body'> & { now: number; realNow: number }>) => {
  const taken = { fingerprint: $('fingerprint'), lease_until: $('lease_until'), expires_at: $('expires_at') }
  const row = { org_id: $('org_id'), principal: $('principal'), key: $('key'), ...taken, status: null, body: null }
  return db
    .insertInto('idempotency')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['org_id', 'principal', 'key'])
        .doUpdateSet(row)
        .where((is) =>
          is.or([
            is('idempotency.expires_at', '<=', $('now')),
            is.and([is('idempotency.status', 'is', null), is('idempotency.lease_until', '<=', $('realNow'))]),
          ]),
        ),
    )
    .returning('key')
})

const keepAnswer = statement((db, $: Placing<Omit<Row, 'lease_until'>>) => {
  const kept = { status: $('status'), body: $('body'), lease_until: 0, expires_at: $('expires_at') }
  return db
    .insertInto('idempotency')
    .values({ org_id: $('org_id'), principal: $('principal'), key: $('key'), fingerprint: $('fingerprint'), ...kept })
    .onConflict((conflict) => conflict.columns(['org_id', 'principal', 'key']).doUpdateSet(kept))
})

async function release(tx: Tx, key: Named): Promise<void> {
  await tx
    .deleteFrom('idempotency')
    .where('org_id', '=', key.orgId)
    .where('principal', '=', key.principal)
    .where('key', '=', key.key)
    .execute()
}

/** Takes a lock timeout for a first request that is still running. Inside a transaction the error is not classified yet. */
function inProgressIfLocked(error: unknown): never {
  if (isLockTimeout(error)) throw new Refusal('idempotency_in_progress', { retry_after: 1 })
  throw error
}

type Named = Omit<IdempotencyKey, 'fingerprint'>

const rowKey = ({ orgId, principal, key }: Named) => ({ org_id: orgId, principal, key })
