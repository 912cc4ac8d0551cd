import { describe, expect, test } from 'vitest'
import { dereference, readDocument } from '../support/contract/document.ts'
import { operationsOf } from '../support/contract/operations.ts'
import { inOrder } from '../support/contract/order.ts'
import { useWorld } from '../support/contract/use-world.ts'
import { checkOperation } from './check.ts'

const operations = inOrder(operationsOf(dereference(readDocument())))

// Hundreds of requests for each operation, and years of due work: a machine that runs every suite at the same time needs longer.
describe('the server does with every request what the contract says', { timeout: 600_000 }, () => {
  const { platform, world, renewFor } = useWorld()

  test.each(operations.map((one) => [one.id, one] as const))('%s', async (id, operation) => {
    await renewFor(operation)
    // Operations that empty the sandbox, or move it years ahead, take long.
    const runs = ['sandbox.reset', 'sandbox.advanceClock'].includes(id) ? 5 : 20
    const { failure, seen } = await checkOperation(operation, { base: platform().base, world: world(), runs })
    expect(failure).toBeUndefined()
    expect(seen, 'something was refused').toContain(400)
  })
})
