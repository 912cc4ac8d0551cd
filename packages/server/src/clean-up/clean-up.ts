import { setImmediate as aTurn } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Logger } from 'pino'
import type { Clock } from '../clock.ts'
import { type Store, StoreUnavailable } from '../store/store.ts'
import { type Expiring, expiring, type Times } from './expiring.ts'
import { fillSearch } from './fill-search.ts'

/** The interval between removals of expired rows, in milliseconds. */
const EVERY = 60_000
/** The most rows that one transaction removes, so that other transactions do not wait for it. */
const BATCH = 500

/**
 * Removes every expired row. Expired rows are already refused; removing them frees their space and deletes the sealed contents. Several
 * servers do not wait for each other.
 *
 * @returns the number of removed rows
 */
export async function removeExpired(store: Store, times: Times): Promise<number> {
  let removed = 0
  for (const table of expiring) {
    for (;;) {
      const batch = await removeBatch(store, table, times)
      removed += batch
      if (batch < BATCH) break
      await aTurn()
    }
  }
  return removed
}

async function removeBatch(store: Store, { table, key, until, clock, unlessNeeded }: Expiring, times: Times) {
  const columns = sql.join(key.map((column) => sql.ref(column)))
  const needed = unlessNeeded ? sql`and ${unlessNeeded(times)}` : sql``
  const passingOthers = store.dialect === 'postgres' ? sql`for update skip locked` : sql``
  const { numAffectedRows } = await store.transaction(
    (tx) =>
      sql`with expired as materialized (
        select ${columns} from ${sql.table(table)} where ${sql.ref(until)} <= ${times[clock]} ${needed}
        order by ${sql.ref(until)} limit ${BATCH} ${passingOthers}
      )
      delete from ${sql.table(table)} where (${columns}) in (select ${columns} from expired)`.execute(tx),
    { isLong: true },
  )
  return Number(numAffectedRows ?? 0)
}

/** Removes expired rows at intervals, and makes the folded texts of accounts again where they are missing. */
export function startCleanUp(store: Store, clock: Clock, logger: Logger): { stop(): Promise<void> } {
  let running: Promise<void> | undefined
  const timer = setInterval(() => {
    running ??= look()
      .catch((error: unknown) => {
        if (!(error instanceof StoreUnavailable)) logger.error({ err: error }, 'could not remove expired rows')
      })
      .then(() => {
        running = undefined
      })
  }, EVERY)
  timer.unref()

  async function look(): Promise<void> {
    await clock.refresh()
    await removeExpired(store, { real: Date.now(), business: clock.now() })
    await fillSearch(store)
  }

  return {
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}
