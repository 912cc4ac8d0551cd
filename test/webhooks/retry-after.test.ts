import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createEndpoint, ping, readDelivery, settle, waitOf, webhookToken } from '../support/endpoints.ts'
import { onEachStore } from '../support/platform.ts'
import { startReceiver } from '../support/receiver.ts'

const DAY = 86_400_000
/** The wait before the second attempt when nothing else is asked for, with its spread. */
const USUAL = { least: 4_000, most: 6_000 }

onEachStore((platform) => {
  // The real time stands still: only the clock that the test moves makes something due.
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  async function waitAfter(retryAfter: string, status = 503) {
    const receiver = await startReceiver(() => ({ status, headers: { 'retry-after': retryAfter } }))
    const token = await webhookToken(platform())
    const { endpoint_id } = await createEndpoint(platform(), token, receiver.url)
    const { delivery_id } = await ping(platform(), token, endpoint_id)
    await settle(platform())
    const delivery = await readDelivery(platform(), token, delivery_id)
    expect(delivery.status).toBe('pending')
    return waitOf(platform(), delivery)
  }
  const inHttp = (ms: number) => new Date(Date.now() + ms).toUTCString()
  const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

  /** The three forms of a date, the current one first (RFC 9110 section 5.6.7). */
  function inEachForm(ms: number): string[] {
    const [weekday = '', day = '', month = '', year = '', time = ''] = inHttp(ms).replace(',', '').split(' ')
    const long = days.find((name) => name.startsWith(weekday))
    return [
      inHttp(ms),
      `${long}, ${day}-${month}-${year.slice(2)} ${time} GMT`,
      `${weekday} ${month} ${day.replace(/^0/, ' ')} ${time} ${year}`,
    ]
  }

  test('an answer that asks for seconds is obeyed exactly', async () => {
    for (const status of [503, 429, 500]) {
      const { atLeast, atMost } = await waitAfter('120', status)
      expect(atLeast).toBeLessThanOrEqual(120_000)
      expect(atMost).toBeGreaterThanOrEqual(120_000)
    }
  })

  test('so is an answer that names a date, by the real time', async () => {
    await platform().advance('P10D')
    const { atLeast, atMost } = await waitAfter(inHttp(2 * 3_600_000))
    expect(atLeast).toBeLessThanOrEqual(2 * 3_600_000)
    // A date has whole seconds.
    expect(atMost).toBeGreaterThan(2 * 3_600_000 - 1000)
  })

  test('a date in any form of HTTP is obeyed, also on a day with one digit', async () => {
    for (const start of ['2026-12-08T23:10:00Z', '2026-12-11T23:10:00Z']) {
      vi.setSystemTime(new Date(start))
      for (const value of inEachForm(2 * 3_600_000)) {
        const { atLeast, atMost } = await waitAfter(value)
        expect(atLeast, value).toBeLessThanOrEqual(2 * 3_600_000)
        expect(atMost, value).toBeGreaterThan(2 * 3_600_000 - 1000)
      }
    }
  })

  test('seconds may have a fraction, and a number beyond any clock is a day', async () => {
    for (const [value, wait] of [
      ['29.73', 29_730],
      ['  120  ', 120_000],
      ['9'.repeat(30), DAY],
    ] as const) {
      const { atLeast, atMost } = await waitAfter(value)
      expect(atLeast, value).toBeLessThanOrEqual(wait)
      expect(atMost, value).toBeGreaterThanOrEqual(wait)
    }
  })

  test('more than a day, in seconds or as a date, counts as a day', async () => {
    for (const value of ['999999', inHttp(3 * DAY)]) {
      const { atLeast, atMost } = await waitAfter(value)
      expect(atLeast).toBeLessThanOrEqual(DAY)
      expect(atMost).toBeGreaterThanOrEqual(DAY)
    }
  })

  test('a shorter wait does not shorten the schedule', async () => {
    for (const value of ['0', '1']) await expectUsual(value)
  })

  test('a value that is neither seconds nor a future date is ignored', async () => {
    for (const value of [
      ...['soon', '-120', '1.5', '120s', '1e3', '0x78', '120, 240', '2099-01-01T00:00:00Z', ''],
      ...['Wed, 21 Oct 2015 07:28:00 GMT', 'Xxx, 99 Xxx 2099 99:99:99 GMT'],
      ...['Sunday, 06-Nov-94 08:49:37 GMT', 'Sun Nov  6 08:49:37 1994', 'Tue, 31 Feb 2099 08:49:37 GMT'],
    ]) {
      await expectUsual(value)
    }
  })

  async function expectUsual(value: string): Promise<void> {
    const { atLeast, atMost } = await waitAfter(value)
    expect(atMost, value).toBeGreaterThanOrEqual(USUAL.least)
    expect(atLeast, value).toBeLessThanOrEqual(USUAL.most)
  }
})
