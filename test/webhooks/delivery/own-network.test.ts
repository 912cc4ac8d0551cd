import { expect, test } from 'vitest'
import type { Made } from '../../../packages/server/src/webhooks/delivery/pace/made.ts'
import { OwnNetwork } from '../../../packages/server/src/webhooks/delivery/pace/own-network.ts'

const MINUTE = 60_000
const at = (business: number) => ({ business, steady: 0, real: 0 })

function failureOf(endpointId: string): Made {
  const answer = { status: null, error: { code: 'connect', message: '' } }
  return { claimed: { endpointId, probe: false }, answer } as unknown as Made
}

/** A network that failed for ten endpoints at the same time, a minute ago. */
function afterAFailure(): OwnNetwork {
  const network = new OwnNetwork()
  for (let n = 0; n < 10; n++) network.ended(failureOf(`whe_${n}`), at(0))
  expect(network.room).toBe(0)
  network.passed(MINUTE)
  return network
}

test('after a failure of the network five endpoints are tried; attempts beside them leave room for none, and not for less', () => {
  const network = afterAFailure()
  expect(network.room).toBe(5)
  for (let n = 0; n < 7; n++) network.began()
  expect(network.room).toBe(0)
})

test('a trial that was not made gives its place to another', () => {
  const network = afterAFailure()
  for (let n = 0; n < 5; n++) network.began()
  network.notMade()
  expect(network.room).toBe(1)
})

test('a network that fails for six hours spares no endpoint any more', () => {
  const network = afterAFailure()
  let now = MINUTE
  for (let trials = 0; trials < 1000 && network.room === 5; trials++) {
    network.began()
    network.ended(failureOf('whe_0'), at(now))
    now = Math.max(now, network.pausedUntil)
    network.passed(now)
  }
  expect(network.room).toBe(Number.POSITIVE_INFINITY)
  expect(now / MINUTE).toBeGreaterThanOrEqual(6 * 60)
  expect(now / MINUTE).toBeLessThan(6 * 60 + 2)
})
