import { expect, test } from 'vitest'
import { Places } from '../../../packages/server/src/webhooks/delivery/pace/slots.ts'

/** What has been under way for so long hangs. */
const LONG = 2000

function fill(places: Places, count: number, now: number, isRetry = false) {
  return Array.from({ length: count }, () => places.take(isRetry, now))
}

test('1,024 attempts have a place, and what hangs gives its own to another, up to 4,096 in all', () => {
  const places = new Places()
  let now = 0
  for (let round = 1; round <= 4; round++) {
    fill(places, 1024, now)
    expect(places.free).toBe(0)
    now += LONG
    places.look(now)
    expect(places.free).toBe(round < 4 ? 1024 : 0)
  }
  expect(places.taken).toBe(0)
})

test('half of the places, and of all that may be under way, are never for retries', () => {
  const places = new Places()
  let now = 0
  for (let round = 1; round <= 4; round++) {
    expect(places.freeForRetries).toBe(512)
    fill(places, 512, now, true)
    expect([places.freeForRetries, places.free]).toEqual([0, 512])
    now += LONG
    places.look(now)
  }
  expect([places.freeForRetries, places.free]).toEqual([0, 1024])
})

test('an attempt gives back what it had, whether it hung or not', () => {
  const places = new Places()
  const [slow] = fill(places, 1, 0)
  const retries = fill(places, 3, 50, true)
  const fast = fill(places, 2, LONG)
  expect([places.taken, places.free]).toEqual([2, 1022])
  for (const cohort of fast) places.giveBack(cohort, false)
  for (const cohort of retries) places.giveBack(cohort, true)
  if (slow) places.giveBack(slow, false)
  expect([places.taken, places.free, places.freeForRetries, places.isCrowded]).toEqual([0, 1024, 512, false])
})

test('with 1,024 that hang it is crowded, until one of them is over', () => {
  const places = new Places()
  const cohorts = fill(places, 1024, 0)
  expect(places.isCrowded).toBe(false)
  places.look(LONG)
  expect(places.isCrowded).toBe(true)
  const [first] = cohorts
  if (first) places.giveBack(first, false)
  expect(places.isCrowded).toBe(false)
})
