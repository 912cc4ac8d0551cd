import type { JWK } from 'jose'
import type { Logger } from 'pino'
import type { Clock } from '../clock.ts'
import type { Sealer } from '../crypto/seal.ts'
import { lockName } from '../store/lock-name.ts'
import { type Store, StoreUnavailable } from '../store/store.ts'
import { type KeyPurpose, type PrivateKey, sealPurpose } from './key.ts'
import { advanceKeys, isRotationRequested, type KeyTimes } from './rotation.ts'
import { POLL } from './times.ts'

/** The current signing keys, in this process. */
export interface KeyRing {
  /** The private keys of a purpose, the active one first. */
  keys(purpose: KeyPurpose): readonly PrivateKey[]
  /** Their public halves, as they are published (RFC 7517). */
  published(purpose: KeyPurpose): { keys: JWK[] }
  /** Calls `listener` after each change of the keys. */
  onChange(listener: () => void): void
  /**
   * Reads the keys again, and advances a rotation that is due.
   *
   * @throws {StoreUnavailable}
   */
  refresh(): Promise<void>
  /** Reads the keys again if they are older than a number of milliseconds; if the store does not answer, nothing changes. */
  refreshAfter(milliseconds: number): Promise<void>
  stop(): Promise<void>
}

type Parts = { store: Store; sealer: Sealer; clock: Clock; logger: Logger; times: KeyTimes }
type Rings = Record<KeyPurpose, PrivateKey[]>

const ORDER = { active: 0, next: 1, retired: 2 }

/**
 * Opens the signing keys, which are stored encrypted, and creates the first ones if there are none. From then on they are read again
 * every second, so that all processes sign and verify with the same keys.
 *
 * @throws {WrongMasterKey} if they were encrypted under another master key
 */
export async function openKeyRing({ store, sealer, clock, logger, times }: Parts): Promise<KeyRing> {
  const listeners: (() => void)[] = []
  const opened = new Map<string, PrivateKey>()
  let rings: Rings = { access_token: [], webhook: [] }
  let state = ''
  let readAt = 0
  let reading: Promise<void> | undefined

  await advance()
  await refresh()
  const timer = setInterval(() => void refreshAfter(0), POLL)
  timer.unref()

  function refresh(): Promise<void> {
    reading ??= read().finally(() => {
      reading = undefined
    })
    return reading
  }

  async function refreshAfter(milliseconds: number): Promise<void> {
    if (Date.now() - readAt < milliseconds) return
    await refresh().catch((error: unknown) => {
      if (!(error instanceof StoreUnavailable)) logger.error({ err: error }, 'the signing keys could not be read')
    })
  }

  async function read(): Promise<void> {
    const began = Date.now()
    let rows = await readRows()
    if (await isWorkDue(rows, began)) {
      await advance()
      rows = await readRows()
    }
    readAt = began
    const current = rows.map((row) => `${row.kid} ${row.state}`).join()
    if (current === state) return
    const next: Rings = { access_token: [], webhook: [] }
    for (const { kid, purpose, sealed } of rows) {
      const key = opened.get(kid) ?? (JSON.parse(sealer.open(sealed, sealPurpose(purpose))) as PrivateKey)
      opened.set(kid, key)
      next[purpose].push(key)
    }
    for (const kid of opened.keys()) if (!rows.some((row) => row.kid === kid)) opened.delete(kid)
    rings = next
    state = current
    for (const listener of listeners) listener()
  }

  async function readRows() {
    const rows = await store.db.selectFrom('signing_key').selectAll().orderBy('kid', 'desc').execute()
    return rows.sort((a, b) => ORDER[a.state] - ORDER[b.state])
  }

  async function isWorkDue(rows: Awaited<ReturnType<typeof readRows>>, realNow: number): Promise<boolean> {
    const lacking = (['access_token', 'webhook'] as const).some(
      (purpose) => !rows.some((row) => row.purpose === purpose && row.state === 'active'),
    )
    return lacking || rows.some(({ until }) => (until ?? Infinity) <= realNow) || isRotationRequested(store.db)
  }

  async function advance(): Promise<void> {
    await clock.refresh()
    const changes = await store.write({ now: clock.now() }, async (work) => {
      await lockName(store, work.db, 'signing_key')
      return advanceKeys(work, { sealer, times }, Date.now())
    })
    for (const change of changes) logger.info(change, 'a signing key changed its state')
  }

  return {
    keys: (purpose) => rings[purpose],
    published: (purpose) => ({ keys: rings[purpose].map(publicHalf) }),
    onChange: (listener) => void listeners.push(listener),
    refresh,
    refreshAfter,
    async stop() {
      clearInterval(timer)
      await reading?.catch(() => {})
    },
  }
}

/** An allowlist, so that a member added to the private JWK later is never published. */
function publicHalf({ kty, crv, x, y, kid, alg, use }: PrivateKey): JWK {
  return { kty, crv, x, ...(y !== undefined && { y }), kid, alg, use } as JWK
}
