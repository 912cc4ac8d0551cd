import { expect, test } from 'vitest'
import { OwnNetwork } from '../../packages/server/src/webhooks/delivery/own-network.ts'
import type { Made } from '../../packages/server/src/webhooks/delivery/record.ts'

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

test('a network that fails for a day and longer spares nobody any more', () => {
  const network = afterAFailure()
  let now = 0
  while (now < 30 * 24 * 60 * MINUTE && network.room(now) !== Number.POSITIVE_INFINITY) {
    now += 5 * MINUTE
    if (network.room(now) !== 5) break
    network.began()
    network.observe(failureOf('whe_0'), 0, now)
  }
  expect(network.room(now)).toBe(Number.POSITIVE_INFINITY)
  expect(now / (60 * MINUTE)).toBeGreaterThan(20)
  expect(now / (60 * MINUTE)).toBeLessThan(30)
})
