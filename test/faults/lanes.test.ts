import { describe, expect, test } from 'vitest'
import { percentiles, startConsumer } from '../support/consumer.ts'
import { environmentOn, long } from '../support/environment.ts'
import { Caller, must, stores } from '../support/platform.ts'
import { startProcess } from '../support/process.ts'
import { commitTimes, owe } from './deliveries.ts'
import { createEndpoints, pingSteadily } from './pings.ts'

const ENDPOINTS = 100
const PER_SECOND = 300
const SECONDS = long ? 60 : 5
const BACKLOG = long ? 10_000 : 1000

const cases: [what: string, hanging: number, backlog: number][] = [
  ['all well', 0, 0],
  [`1 that hangs with ${BACKLOG} behind it`, 1, BACKLOG],
  ['10 that hang, on the same origin', 10, 10],
]

describe.each(stores())('on %s', (store) => {
  test.each(cases)(
    `${PER_SECOND} events a second for ${SECONDS} s to ${ENDPOINTS} endpoints, %s: the others get all of theirs`,
    {
      timeout: 300_000,
    },
    async (what, hanging, backlog) => {
      const settings = await environmentOn(store)
      // All endpoints are on the one origin of the consumer.
      const consumer = await startConsumer(({ endpoint }) => (endpoint < hanging ? 'hang' : 204))
      const server = await startProcess(settings)
      const caller = new Caller(server.base, server.data)
      const endpoints = await createEndpoints(caller, ENDPOINTS, consumer.url)
      const ill = Array.from({ length: hanging }, (_, n) => n)
      const well = Array.from({ length: ENDPOINTS - hanging }, (_, n) => hanging + n)
      if (backlog > 0) {
        await owe(settings, caller.organization(0).org_id, endpoints, ill, backlog)
        await consumer.until(() => ill.every((n) => consumer.calls.some(({ endpoint }) => endpoint === n)))
      }
      const warmUp = { among: well, perSecond: 50, seconds: 2 }
      await pingSteadily(caller, endpoints, warmUp)
      const toTheWell = () => consumer.calls.filter(({ endpoint }) => endpoint >= hanging)
      const before = warmUp.perSecond * warmUp.seconds
      await consumer.until(() => toTheWell().length >= before)
      const pace = await pingSteadily(caller, endpoints, { among: well, perSecond: PER_SECOND, seconds: SECONDS })
      const expected = endpoints.acknowledged.length
      await consumer.until(() => consumer.calls.length >= expected && toTheWell().length >= expected)

      expect(consumer.duplicates - countRepeated(hanging)).toBe(0)
      for (const { endpoint, id } of endpoints.acknowledged) expect(consumer.times(endpoint, id)).toBe(1)
      const measured = toTheWell().slice(before)
      const answered = new Map(endpoints.acknowledged.map(({ id, at }) => [id, at]))
      const afterAnswer = measured.map(({ id, at }) => Math.max(0, at - must(answered.get(id))))
      // The commit is in between: later than the event's own time, and earlier than the answer.
      const committed = await commitTimes(settings)
      const afterCommit = committed && measured.map(({ id, at }) => Math.round(at - must(committed.get(must(id)))))
      console.log(
        `${store}, ${what}: ${pace} events/s, 0 lost; to the first byte from the event's time: ` +
          `${percentiles(measured.map(({ age }) => age))}; from the answer: ${percentiles(afterAnswer)}` +
          (afterCommit ? `; from the commit: ${percentiles(afterCommit)}` : ''),
      )

      /** Retries of hanging endpoints come when their time is over. */
      function countRepeated(ill: number): number {
        const calls = consumer.calls.filter(({ endpoint }) => endpoint < ill)
        return calls.length - new Set(calls.map(({ id }) => must(id))).size
      }
    },
  )
})
