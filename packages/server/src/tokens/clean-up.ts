import type { Logger } from 'pino'
import { type Store, StoreUnavailable } from '../store/store.ts'

/** How often what has expired is removed, in milliseconds. */
const EVERY = 60_000
/** How many rows in one transaction, so that nobody waits for it. */
const BATCH = 500

/**
 * Removes what the authorization server kept and has expired. It is refused from its expiry on; this gives its room back.
 *
 * @param now the real time, in milliseconds
 * @returns how many rows
 */
export async function removeExpired(store: Store, now: number): Promise<number> {
  let removed = 0
  for (;;) {
    const batch = await store.write(async (tx) => {
      const rows = await tx
        .selectFrom('oidc_model')
        .select(['kind', 'id_digest'])
        .where('expires_at', '<=', now)
        .orderBy('expires_at')
        .limit(BATCH)
        .forUpdate()
        .skipLocked()
        .execute()
      for (const { kind, id_digest } of rows) {
        await tx.deleteFrom('oidc_model').where('kind', '=', kind).where('id_digest', '=', id_digest).execute()
      }
      return rows.length
    })
    removed += batch
    if (batch < BATCH) return removed
  }
}

/** Removes what has expired now and then. */
export function startCleanUp(store: Store, logger: Logger): { stop(): Promise<void> } {
  let running: Promise<void> | undefined
  const timer = setInterval(() => {
    running ??= removeExpired(store, Date.now())
      .catch((error: unknown) => {
        if (!(error instanceof StoreUnavailable)) logger.error({ err: error }, 'expired tokens could not be removed')
      })
      .then(() => {
        running = undefined
      })
  }, EVERY)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}
