import { expect, vi } from 'vitest'
import type { Platform } from './platform.ts'

export const DAY = 24 * 60 * 60 * 1000
export const HOUR = 60 * 60 * 1000

/** Stops the real clock, so that the sandbox's has an exact time. End it with `vi.useRealTimers()`. */
export const freeze = () => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })

export async function advanceTo(platform: Platform, time: number): Promise<void> {
  const { status, body } = await platform.post('/v1.0/sandbox/clock/advance', undefined, {
    to: new Date(time).toISOString(),
  })
  expect([status, body.code]).toEqual([200, undefined])
}

/** A time at the given distance from the sandbox's clock, in milliseconds. */
export async function fromNow(platform: Platform, milliseconds: number): Promise<string> {
  const { body } = await platform.get('/v1.0/sandbox/clock')
  return new Date(Date.parse(body.now) + milliseconds).toISOString()
}

/** Waits until nothing is due: the clock's answer comes after that. */
export const settle = (platform: Platform) => platform.advance('PT0S')
