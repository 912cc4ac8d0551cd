import { expect, test } from 'vitest'
import { type Claimed, mayBegin, type Ready } from '../../../packages/server/src/webhooks/delivery/pace/claimed.ts'
import { EndpointPace } from '../../../packages/server/src/webhooks/delivery/pace/endpoint-pace.ts'
import { waitBeforeProbe } from '../../../packages/server/src/webhooks/delivery/pace/health.ts'
import type { Answer } from '../../../packages/server/src/webhooks/request/send.ts'

const timings = { dnsMs: null, connectMs: null, tlsMs: null, firstByteMs: 1, totalMs: 1 }
const answer = (status: number | null, more: Partial<Answer> = {}): Answer => ({
  ...{ status, headers: {}, body: '', truncated: false, error: null, timings },
  ...more,
})
const timeout = answer(null, { error: { code: 'timeout', message: '' } })
const slow = answer(204, { timings: { ...timings, totalMs: 3000 } })
const START = { business: 0, steady: 0, real: 0 }

/** One attempt, from its begin to its record. */
function attempt(pace: EndpointPace, answer: Answer, probe: Claimed['probe'] = false): void {
  const claimed = { eventId: '', type: '', subject: null, probe, beside: false } as Claimed
  pace.began(claimed, 0)
  pace.ended({ claimed, answer, startedAt: 0, endedAt: 0, isBlameless: false }, START)
  pace.recorded()
}

function paceAfter(...answers: [Answer, number][]): EndpointPace {
  const pace = new EndpointPace('whe_1')
  for (const [one, times] of answers) for (let n = 0; n < times; n++) attempt(pace, one)
  return pace
}

test('an endpoint begins with four attempts at a time, and has one more after every 20 fast successes, up to 32', () => {
  expect(paceAfter().concurrency).toBe(4)
  expect(paceAfter([answer(204), 19]).concurrency).toBe(4)
  expect(paceAfter([answer(204), 20]).concurrency).toBe(5)
  expect(paceAfter([answer(204), 60]).concurrency).toBe(7)
  expect(paceAfter([answer(204), 5000]).concurrency).toBe(32)
  expect(paceAfter([slow, 200]).concurrency).toBe(4)
})

test.each([
  ['429', answer(429)],
  ['503', answer(503)],
  ['no answer in time', timeout],
])('%s halves its concurrency, down to one', (_, throttling) => {
  expect(paceAfter([answer(204), 80], [throttling, 1]).concurrency).toBe(4)
  expect(paceAfter([throttling, 1]).concurrency).toBe(2)
  expect(paceAfter([throttling, 10]).concurrency).toBe(1)
})

test('other failures leave its concurrency as it is', () => {
  for (const status of [400, 404, 410, 500]) expect(paceAfter([answer(status), 3]).concurrency).toBe(4)
})

test('after a recovery its concurrency is 1, 2, 4, and then grows as before', () => {
  const pace = paceAfter([answer(500), 5])
  expect(pace.isStopped).toBe(true)
  attempt(pace, answer(204), 'sole')
  const seen = [pace.concurrency]
  for (let n = 0; n < 23; n++) {
    attempt(pace, answer(204))
    if (seen.at(-1) !== pace.concurrency) seen.push(pace.concurrency)
  }
  expect([pace.isStopped, seen]).toEqual([false, [1, 2, 4, 5]])
})

test('nothing is claimed ahead for an endpoint that has not shown that it is fast', () => {
  expect(paceAfter().wanted(0, false)).toBe(4)
  expect(paceAfter([answer(204), 1]).wanted(0, false)).toBe(8)
  expect(paceAfter([answer(204), 1], [slow, 1]).wanted(0, false)).toBe(4)
})

test('nothing is claimed ahead for a fast endpoint while all of its attempts hang', () => {
  const pace = paceAfter([answer(204), 1])
  for (let n = 0; n < 3; n++) pace.began({ beside: false }, 0)
  expect([pace.wanted(1000, false), pace.wanted(1001, false)]).toEqual([5, 1])
  pace.began({ beside: false }, 1500)
  expect(pace.wanted(1501, false)).toBe(4)
})

test('while very many attempts hang, an endpoint that has not answered fast has one at a time, and one that hangs gets nothing more', () => {
  expect([paceAfter(), paceAfter([answer(204), 1], [slow, 1])].map((pace) => pace.wanted(0, true))).toEqual([1, 1])
  const pace = paceAfter([answer(204), 1])
  expect(pace.wanted(0, true)).toBe(8)
  pace.began({ beside: false }, 0)
  expect([pace.wanted(1000, true), pace.wanted(1001, true)]).toEqual([7, 0])
})

test('probes come after 5, 15 and 30 seconds, then within a minute each, and after half a day within five', () => {
  const seconds = (probes: number, random: number) => waitBeforeProbe(probes, random) / 1000
  expect([0, 1, 2].map((probes) => seconds(probes, 0.5))).toEqual([5, 15, 30])
  for (const probes of [3, 719]) expect([seconds(probes, 0), seconds(probes, 1)]).toEqual([48, 57])
  for (const probes of [720, 5000]) expect([seconds(probes, 0), seconds(probes, 1)]).toEqual([240, 285])
})

test('a claimed delivery begins within a second, and only if it can be over while its lease holds', () => {
  const claimed = (beginBy: number) => ({ readAt: 5000, claimed: { beginBy } }) as Ready
  expect([5000, 6000, 6001].map((steady) => mayBegin(claimed(15_000), steady))).toEqual([true, true, false])
  expect([5000, 5001].map((steady) => mayBegin(claimed(5000), steady))).toEqual([true, false])
})
