import type { Logger } from 'pino'
import { type Store, StoreUnavailable } from '../store/store.ts'
import { tables, withTheAccount } from './register.ts'

/** The tables in which an erasure replaces or deletes rows. */
const TOUCHED = [...tables, ...Object.keys(withTheAccount), 'erasure']

/** Scrubs the store after erasures, one after the other. */
export function startScrubber({ store, logger }: { store: Store; logger: Logger }) {
  let running = Promise.resolve()
  let listener: (() => Promise<void>) | undefined

  async function scrub(): Promise<void> {
    try {
      await listener?.()
      await store.scrub(TOUCHED)
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) logger.error({ err: error }, 'the store could not be scrubbed')
    }
  }

  store.onLeft('erasures', () => {
    running = running.then(scrub)
  })
  return {
    /** Calls `run` after each erasure, before the store is scrubbed. */
    before(run: () => Promise<void>): void {
      listener = run
    },
    /** Resolves when everything is scrubbed. */
    idle: () => running,
  }
}
