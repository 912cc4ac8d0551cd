import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dereference, readDocument } from '../support/contract/document.ts'
import { operationsOf } from '../support/contract/operations.ts'
import { inOrder, needsNewWorld } from '../support/contract/order.ts'
import { createWorld, type World } from '../support/contract/world.ts'
import { openPlatform } from '../support/platform.ts'
import { checkOperation } from './check.ts'

const operations = inOrder(operationsOf(dereference(readDocument())))

// Hundreds of requests for each operation, and years of due work: a machine that runs every suite at the same time needs longer.
describe('the server does with every request what the contract says', { timeout: 600_000 }, () => {
  let opened: Awaited<ReturnType<typeof openPlatform>>
  let world: World
  beforeAll(async () => {
    opened = await openPlatform('sqlite')
    world = await createWorld(opened.platform)
  })
  afterAll(() => opened?.close())

  test.each(operations.map((one) => [one.id, one] as const))('%s', async (id, operation) => {
    if (needsNewWorld(operation)) {
      await opened.platform.reset()
      world = await createWorld(opened.platform)
    }
    // Operations that empty the sandbox, or move it years ahead, take long.
    const runs = ['sandbox.reset', 'sandbox.advanceClock'].includes(id) ? 5 : 20
    const { failure, seen } = await checkOperation(operation, { base: opened.platform.base, world, runs })
    expect(failure).toBeUndefined()
    expect(seen, 'something was refused').toContain(400)
  })
})
