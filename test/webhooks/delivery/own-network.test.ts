import { expect, test } from 'vitest'
import type { Made } from '../../../packages/server/src/webhooks/delivery/pace/made.ts'
import { OwnNetwork } from '../../../packages/server/src/webhooks/delivery/pace/own-network.ts'

const MINUTE = 60_000

function failureOf(endpointId: string): Made {
  const answer = { status: null, error: { code: 'connect', message: '' } }
  return { claimed: { endpointId, probe: false }, answer } as unknown as Made
}

/** A network that failed for ten endpoints at once, a minute ago. */
function afterAFailure(): OwnNetwork {
  const network = new OwnNetwork()
  for (let n = 0; n < 10; n++) {
    network.observe(failureOf(`whe_${n}`), 0, 0)
  }
  expect(network.room(0)).toBe(0)
  return network
}

test('after a failure of the network five are tried, and what goes out beside them leaves room for none and not for less', () => {
  const network = afterAFailure()
  expect(network.room(MINUTE)).toBe(5)
  for (let n = 0; n < 7; n++) network.began()
  expect(network.room(MINUTE)).toBe(0)
})

test('a trial that was not made gives its place to another', () => {
  const network = afterAFailure()
  expect(network.room(MINUTE)).toBe(5)
  for (let n = 0; n < 5; n++) network.began()
  network.dropped()
  expect(network.room(MINUTE)).toBe(1)
})

test('a network that fails for six hours spares nobody any more', () => {
  const network = afterAFailure()
  let now = 0
  for (let trials = 0; trials < 1000 && network.room(now) === 0; trials++) {
    now = network.pausedUntil
    expect(network.room(now)).toBe(5)
    network.began()
    network.observe(failureOf('whe_0'), 0, now)
  }
  expect(network.room(now)).toBe(Number.POSITIVE_INFINITY)
  expect(now / MINUTE).toBeGreaterThanOrEqual(6 * 60)
  expect(now / MINUTE).toBeLessThan(6 * 60 + 2)
})
