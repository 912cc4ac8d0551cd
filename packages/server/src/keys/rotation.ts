import type { Sealer } from '../crypto/seal.ts'
import type { Step } from '../due-work/due-work.ts'
import { schedule, unschedule } from '../due-work/due-work.ts'
import type { Reader, Tx } from '../store/schema.ts'
import type { Work } from '../store/work.ts'
import { type KeyPurpose, type KeyState, makeKey, sealPurpose } from './key.ts'

/** The time after which keys are rotated without a request, in milliseconds of business time. */
export const ROTATION_PERIOD = 90 * 86_400_000

/** The times that a key stays in its states, in milliseconds of real time. */
export type KeyTimes = {
  /** The time that the next key is published before it signs; longer than anybody may cache the published set. */
  published: number
  /** The time that a retired key still verifies; longer than its last signature is valid. */
  retired: Record<KeyPurpose, number>
}

/** A change of a key by a rotation, for the log. */
export type KeyChange = { kid: string; purpose: KeyPurpose; state: KeyState | 'removed' }

const REQUEST = 'key_rotation_requested'
export const PURPOSES: readonly KeyPurpose[] = ['access_token', 'webhook']

/** Requests a rotation. The next server that reads the request begins; a request while one is under way changes nothing. */
export async function requestRotation(tx: Pick<Tx, 'insertInto'>): Promise<void> {
  await tx
    .insertInto('setting')
    .values({ name: REQUEST, value: '' })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** True if a rotation is requested that no server has begun. */
export async function isRotationRequested(db: Reader): Promise<boolean> {
  const row = await db.selectFrom('setting').select('name').where('name', '=', REQUEST).executeTakeFirst()
  return row !== undefined
}

const SCHEDULED = { orgId: '', kind: 'key_rotation', subjectId: '' } as const

/** Schedules the next rotation, unless one is scheduled. */
export async function scheduleRotation(work: Work): Promise<void> {
  const planned = await work.db
    .selectFrom('due_work')
    .select('work_id')
    .where('kind', '=', SCHEDULED.kind)
    .executeTakeFirst()
  if (!planned) await schedule(work, { ...SCHEDULED, dueAt: work.now + ROTATION_PERIOD })
}

/** Requests the scheduled rotation. */
export const rotationStep: Step = async ({ db }) => {
  await requestRotation(db)
  return 'done'
}

/**
 * Advances the keys as far as their times allow: creates missing ones, publishes the next if a rotation is requested,
 * activates one that was published for long enough, and removes one whose last signature is no longer valid. Only one
 * server at a time may do it.
 *
 * @param realNow real time, in milliseconds; the schedule of rotations uses business time
 * @see docs/decisions/keys.md
 */
export async function advanceKeys(
  work: Work,
  { sealer, times }: { sealer: Sealer; times: KeyTimes },
  realNow: number,
): Promise<KeyChange[]> {
  const { db } = work
  const asked = await takeRequest(db)
  const changes: KeyChange[] = []
  for (const purpose of PURPOSES) {
    const states = await statesOf(db, purpose)
    if (!states.has('active')) changes.push(await addKey(db, sealer, purpose, 'active', realNow, null))
    else if (asked && !states.has('next')) {
      const until = realNow + times.published
      changes.push(await addKey(db, sealer, purpose, 'next', realNow, until))
    }
    changes.push(...(await promote(db, purpose, times.retired[purpose], realNow)))
  }
  changes.push(...(await removeEnded(db, realNow)))
  if (asked) await unschedule(db, SCHEDULED.orgId, SCHEDULED.kind, SCHEDULED.subjectId)
  await scheduleRotation(work)
  return changes
}

async function takeRequest(tx: Tx): Promise<boolean> {
  const taken = await tx.deleteFrom('setting').where('name', '=', REQUEST).returning('name').executeTakeFirst()
  return taken !== undefined
}

async function statesOf(tx: Tx, purpose: KeyPurpose): Promise<ReadonlySet<KeyState>> {
  const rows = await tx.selectFrom('signing_key').select('state').where('purpose', '=', purpose).execute()
  return new Set(rows.map(({ state }) => state))
}

async function addKey(
  tx: Tx,
  sealer: Sealer,
  purpose: KeyPurpose,
  state: KeyState,
  created_at: number,
  until: number | null,
): Promise<KeyChange> {
  const key = await makeKey(purpose)
  const sealed = sealer.seal(JSON.stringify(key), sealPurpose(purpose))
  await tx.insertInto('signing_key').values({ kid: key.kid, purpose, sealed, state, created_at, until }).execute()
  return { kid: key.kid, purpose, state }
}

async function promote(tx: Tx, purpose: KeyPurpose, keep: number, realNow: number): Promise<KeyChange[]> {
  const next = await tx
    .selectFrom('signing_key')
    .select('kid')
    .where('purpose', '=', purpose)
    .where('state', '=', 'next')
    .where('until', '<=', realNow)
    .executeTakeFirst()
  if (!next) return []
  const retired = await tx
    .updateTable('signing_key')
    .set({ state: 'retired', until: realNow + keep })
    .where('purpose', '=', purpose)
    .where('state', '=', 'active')
    .returning('kid')
    .execute()
  await tx.updateTable('signing_key').set({ state: 'active', until: null }).where('kid', '=', next.kid).execute()
  return [
    { kid: next.kid, purpose, state: 'active' },
    ...retired.map(({ kid }) => ({ kid, purpose, state: 'retired' as const })),
  ]
}

async function removeEnded(tx: Tx, realNow: number): Promise<KeyChange[]> {
  const removed = await tx
    .deleteFrom('signing_key')
    .where('state', '=', 'retired')
    .where('until', '<=', realNow)
    .returning(['kid', 'purpose'])
    .execute()
  return removed.map((row) => ({ ...row, state: 'removed' as const }))
}
