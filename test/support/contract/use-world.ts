import { afterAll, beforeAll } from 'vitest'
import { rows } from '../database.ts'
import type { StoreName } from '../parts.ts'
import { openPlatform } from '../platform.ts'
import type { Located } from './operations.ts'
import { needsNewWorld } from './order.ts'
import { createWorld, type World } from './world.ts'

/**
 * Starts a server with a world, in which every operation has requests that succeed, before the tests of a block, and stops it after
 * them.
 */
export function useWorld(store: StoreName = 'sqlite') {
  let opened: Awaited<ReturnType<typeof openPlatform>>
  let world: World
  beforeAll(async () => {
    opened = await openPlatform(store)
    world = await createWorld(opened.platform)
  }, 120_000)
  afterAll(() => opened?.close())
  return {
    platform: () => opened.platform,
    world: () => world,

    /** Begins again for an operation that ends what others need. */
    async renewFor(operation: Located): Promise<void> {
      if (!needsNewWorld(operation)) return
      await opened.platform.reset()
      world = await createWorld(opened.platform)
    },

    /** Finishes the due work, and ends the deliveries that would be retried, so that nothing changes by itself. */
    async quiet(): Promise<void> {
      await opened.platform.advance('PT0S')
      await rows(opened.platform, (db) => db.updateTable('delivery').set({ status: 'failed' }).execute())
    },
  }
}
