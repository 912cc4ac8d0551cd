import { expect, test } from 'vitest'
import { Slots } from '../../../packages/server/src/webhooks/delivery/pace/slots.ts'

/** An attempt that has been under way for so long hangs, in milliseconds. */
const LONG = 2000

function fill(slots: Slots, count: number, now: number, isRetry = false) {
  return Array.from({ length: count }, () => slots.take(isRetry, now))
}

test('1,024 attempts have a slot, and one that hangs gives its slot to another, up to 4,096 in all', () => {
  const slots = new Slots()
  let now = 0
  for (let round = 1; round <= 4; round++) {
    fill(slots, 1024, now)
    expect(slots.free).toBe(0)
    now += LONG
    slots.passed(now)
    expect(slots.free).toBe(round < 4 ? 1024 : 0)
  }
  expect(slots.taken).toBe(0)
})

test('half of the slots, and half of everything that may be under way, is never for retries', () => {
  const slots = new Slots()
  let now = 0
  for (let round = 1; round <= 4; round++) {
    expect(slots.freeForRetries).toBe(512)
    fill(slots, 512, now, true)
    expect([slots.freeForRetries, slots.free]).toEqual([0, 512])
    now += LONG
    slots.passed(now)
  }
  expect([slots.freeForRetries, slots.free]).toEqual([0, 1024])
})

test('an attempt gives its slot back, whether it hung or not', () => {
  const slots = new Slots()
  const [slow] = fill(slots, 1, 0)
  const retries = fill(slots, 3, 50, true)
  const fast = fill(slots, 2, LONG)
  expect([slots.taken, slots.free]).toEqual([2, 1022])
  for (const cohort of fast) slots.giveBack(cohort, false)
  for (const cohort of retries) slots.giveBack(cohort, true)
  if (slow) slots.giveBack(slow, false)
  expect([slots.taken, slots.free, slots.freeForRetries, slots.isCrowded]).toEqual([0, 1024, 512, false])
})

test('with 1,024 hanging attempts it is crowded, until one of them is over', () => {
  const slots = new Slots()
  const cohorts = fill(slots, 1024, 0)
  expect(slots.isCrowded).toBe(false)
  slots.passed(LONG)
  expect(slots.isCrowded).toBe(true)
  const [first] = cohorts
  if (first) slots.giveBack(first, false)
  expect(slots.isCrowded).toBe(false)
})
