import { expect, test } from 'vitest'
import { Lane, mayBegin, type Ready } from '../../../packages/server/src/webhooks/delivery/pace/endpoint-pace.ts'
import { waitBeforeProbe } from '../../../packages/server/src/webhooks/delivery/pace/health.ts'
import type { Answer } from '../../../packages/server/src/webhooks/request/send.ts'

const timings = { dnsMs: null, connectMs: null, tlsMs: null, firstByteMs: 1, totalMs: 1 }
const answer = (status: number | null, more: Partial<Answer> = {}): Answer => ({
  ...{ status, headers: {}, body: '', truncated: false, error: null, timings },
  ...more,
})
const timeout = answer(null, { error: { code: 'timeout', message: '' } })
const slow = answer(204, { timings: { ...timings, totalMs: 3000 } })

function laneAfter(...answers: [Answer, number][]): Lane {
  const lane = new Lane('whe_1')
  for (const [one, times] of answers) for (let n = 0; n < times; n++) lane.note(one, false)
  return lane
}

test('a lane begins with four attempts at a time, and has one more after every 20 fast successes, up to 32', () => {
  expect(laneAfter().concurrency).toBe(4)
  expect(laneAfter([answer(204), 19]).concurrency).toBe(4)
  expect(laneAfter([answer(204), 20]).concurrency).toBe(5)
  expect(laneAfter([answer(204), 60]).concurrency).toBe(7)
  expect(laneAfter([answer(204), 5000]).concurrency).toBe(32)
  expect(laneAfter([slow, 200]).concurrency).toBe(4)
})

test.each([
  ['429', answer(429)],
  ['503', answer(503)],
  ['no answer in time', timeout],
])('%s halves it, down to one', (_, throttling) => {
  expect(laneAfter([answer(204), 80], [throttling, 1]).concurrency).toBe(4)
  expect(laneAfter([throttling, 1]).concurrency).toBe(2)
  expect(laneAfter([throttling, 10]).concurrency).toBe(1)
})

test('other failures leave it as it is', () => {
  for (const status of [400, 404, 410, 500]) expect(laneAfter([answer(status), 3]).concurrency).toBe(4)
})

test('after a recovery it is 1, 2, 4, and then grows as ever', () => {
  const lane = laneAfter([answer(500), 5])
  expect(lane.isStopped).toBe(true)
  lane.note(answer(204), true)
  const seen = [lane.concurrency]
  for (let n = 0; n < 23; n++) {
    lane.note(answer(204), false)
    if (seen.at(-1) !== lane.concurrency) seen.push(lane.concurrency)
  }
  expect([lane.isStopped, seen]).toEqual([false, [1, 2, 4, 5]])
})

test('nothing is claimed ahead for an endpoint that has not shown that it is fast', () => {
  expect(laneAfter().wanted(0, false)).toBe(4)
  expect(laneAfter([answer(204), 1]).wanted(0, false)).toBe(8)
  expect(laneAfter([answer(204), 1], [slow, 1]).wanted(0, false)).toBe(4)
})

test('nothing is claimed ahead for one that was fast and whose attempts all hang, until one is over', () => {
  const lane = laneAfter([answer(204), 1])
  for (let n = 0; n < 3; n++) lane.begin(0)
  expect([lane.wanted(1000, false), lane.wanted(1001, false)]).toEqual([5, 1])
  lane.begin(1500)
  expect(lane.wanted(1501, false)).toBe(4)
})

test('while very many attempts hang, whoever has not answered fast has one at a time, and whoever hangs gets nothing more', () => {
  expect([laneAfter(), laneAfter([answer(204), 1], [slow, 1])].map((lane) => lane.wanted(0, true))).toEqual([1, 1])
  const lane = laneAfter([answer(204), 1])
  expect(lane.wanted(0, true)).toBe(8)
  lane.begin(0)
  expect([lane.wanted(1000, true), lane.wanted(1001, true)]).toEqual([7, 0])
})

test('probes come after 5, 15 and 30 seconds, then within a minute each, and after half a day within five', () => {
  const seconds = (probes: number, random: number) => waitBeforeProbe(probes, random) / 1000
  expect([0, 1, 2].map((probes) => seconds(probes, 0.5))).toEqual([5, 15, 30])
  for (const probes of [3, 719]) expect([seconds(probes, 0), seconds(probes, 1)]).toEqual([48, 57])
  for (const probes of [720, 5000]) expect([seconds(probes, 0), seconds(probes, 1)]).toEqual([240, 285])
})

test('what was claimed begins within a second, and only if it can be over while its lease holds; else it is given back', () => {
  const claimed = (beginBy: number) => ({ since: 5000, claimed: { beginBy } }) as Ready
  expect([5000, 6000, 6001].map((now) => mayBegin(claimed(15_000), now))).toEqual([true, true, false])
  expect([5000, 5001].map((now) => mayBegin(claimed(5000), now))).toEqual([true, false])
})
