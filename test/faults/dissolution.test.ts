import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { addMembers } from '../support/big-organization.ts'
import { rows, type Settings } from '../support/database.ts'
import { environmentOn, long } from '../support/environment.ts'
import { Caller, stores } from '../support/platform.ts'
import { startProcess } from '../support/process.ts'
import { watchMemory } from './memory.ts'
import { describeLatencies, watchOthers } from './others.ts'

/** The number of members of the organisation; the large ones are for `npm run test:faults`. */
const sizes = { sqlite: long ? [2_000, 20_000] : [1_500], postgres: long ? [2_000, 20_000] : [400] }
/** Events of each member who departs with the organisation: `member.departed`, `handover.completed`, `member.purged`. */
const EVENTS = 3
/** By how much the memory may differ between an organisation and one of ten times its members, in MiB. */
const MORE_MEMORY = 128

describe.each(stores())('on %s', (store) => {
  const highest = new Map<number, number>()

  test.each(sizes[store])(
    'an organisation of %i members dissolves, killed with -9 in the middle: every member departs once',
    {
      timeout: 300_000 + Math.max(...sizes[store]) * 60,
    },
    async (members) => {
      const settings = await environmentOn(store)
      const first = await startProcess(settings)
      const before = new Caller(first.base, first.data)
      const { org_id, members: demo } = before.organization(2)
      await addMembers(settings, org_id, members - demo.length)
      await requestDissolution(before)

      const memory = watchMemory(first)
      const others = watchOthers(before)
      await others.rounds(50)
      const quiet = others.take()
      const began = performance.now()
      // Its answer never comes: the server is killed before.
      const advanced = before.advance('PT72H').catch(() => {})
      let watched = memory
      const progress = watchProgress(settings, org_id, began, () => watched.now())
      const loaded = others.keepOn()
      const sequence = await progress.until((done) => done > (members * EVENTS) / 2)
      await loaded.stop()
      const busy = others.take()
      await first.kill('SIGKILL')
      await advanced
      expect(await statusOf(settings, org_id)).toBe('dissolving')
      const killed = performance.now()

      const second = await startProcess(settings)
      const resumed = performance.now()
      const rest = watchMemory(second)
      watched = rest
      await progress.until(
        () => false,
        async () => (await statusOf(settings, org_id)) === 'dissolved',
      )
      const ended = performance.now()
      const rss = Math.max(memory.stop(), rest.stop())
      await new Caller(second.base, second.data).advance('PT0S')

      const events = await eventsOf(settings, org_id)
      expect(events.map(({ sequence }) => Number(sequence))).toEqual(events.map((_, i) => i + 1))
      const departed = events.filter(({ type }) => type === 'member.departed').map(({ body }) => JSON.parse(body).data)
      expect(departed).toHaveLength(members)
      expect(new Set(departed.map(({ account_id }) => account_id)).size).toBe(members)
      expect(events.filter(({ type }) => type === 'member.purged')).toHaveLength(members)
      expect(events.at(-1)?.type).toBe('organization.dissolved')
      expect(JSON.parse(events.at(-1)?.body ?? '{}').data).toMatchObject({ members })
      expect(await remaining(settings, org_id)).toEqual({ active: 0, named: 0, resources: 0 })
      for (const { answered, asked } of [quiet, busy]) expect(answered).toBe(asked)
      expect(busy.asked).toBeGreaterThan(10)
      highest.set(members, rss)
      const [small, big] = [highest.get(2_000), highest.get(20_000)]
      if (small !== undefined && big !== undefined) expect(big - small).toBeLessThan(MORE_MEMORY)

      const took = killed - began + ended - resumed
      console.log(
        [
          `${store}, ${members} members: ${(took / members).toFixed(2)} ms a member (${progress.quarters(members * EVENTS)}),`,
          `killed at event ${sequence}; RSS at most ${rss} MiB (${progress.memory(members * EVENTS)}).`,
          `Another organisation meanwhile: ${describeLatencies(busy)}; before: ${describeLatencies(quiet)}`,
        ].join(' '),
      )
    },
  )
})

async function requestDissolution(caller: Caller): Promise<void> {
  const { org_id, name } = caller.organization(2)
  const token = await caller.userToken(caller.member(org_id, 'founder').account_id, 'org:dissolve')
  const request = { reason_code: 'no_longer_used', confirm_name: name }
  expect((await caller.post('/v1.0/organization/dissolution', token, request)).status).toBe(202)
}

/** Watches how far the events of an organisation are, which is how far its dissolution is, and the memory meanwhile, in MiB. */
function watchProgress(settings: Settings, orgId: string, began: number, memory: () => number) {
  const samples: { at: number; sequence: number; rss: number }[] = []
  return {
    async until(enough: (sequence: number) => boolean, ended = async () => false): Promise<number> {
      for (;;) {
        const sequence = await sequenceOf(settings, orgId)
        samples.push({ at: performance.now() - began, sequence, rss: memory() })
        if (enough(sequence) || (await ended())) return sequence
        await delay(100)
      }
    },
    /** The pace in the first and in the last quarter, which are before the kill and after it. */
    quarters(total: number): string {
      const pace = (from: number, to: number) => {
        const within = samples.filter(({ sequence }) => sequence >= total * from && sequence <= total * to)
        const [first, last] = [within[0], within.at(-1)]
        if (!first || !last || first.sequence === last.sequence) return '–'
        return ((last.at - first.at) / ((last.sequence - first.sequence) / EVENTS)).toFixed(2)
      }
      return `first quarter ${pace(0, 0.25)}, last ${pace(0.75, 1)}`
    },
    /** The memory at each tenth of the events; the second process has it from the kill on. */
    memory(total: number): string {
      const tenths = Array.from({ length: 11 }, (_, i) => samples.find(({ sequence }) => sequence >= (total * i) / 10))
      return `at each tenth ${tenths.map((sample) => sample?.rss ?? '–').join(' ')}`
    },
  }
}

const sequenceOf = async (settings: Settings, orgId: string) =>
  Number((await organizationRow(settings, orgId)).last_sequence)

const statusOf = async (settings: Settings, orgId: string) => (await organizationRow(settings, orgId)).status

const organizationRow = (settings: Settings, orgId: string) =>
  rows(settings, (db) =>
    db
      .selectFrom('organization')
      .select(['last_sequence', 'status'])
      .where('org_id', '=', orgId)
      .executeTakeFirstOrThrow(),
  )

const eventsOf = (settings: Settings, orgId: string) =>
  rows(settings, (db) =>
    db
      .selectFrom('event')
      .select(['sequence', 'type', 'body'])
      .where('org_id', '=', orgId)
      .orderBy('sequence')
      .execute(),
  )

/** Counts the remaining members of an organisation. */
const remaining = (settings: Settings, orgId: string) =>
  rows(settings, async (db) => {
    const accounts = await db.selectFrom('account').select(['status', 'email']).where('org_id', '=', orgId).execute()
    const resources = await db.selectFrom('resource').select('resource_id').where('org_id', '=', orgId).execute()
    return {
      active: accounts.filter(({ status }) => status === 'active').length,
      named: accounts.filter(({ email }) => email !== null).length,
      resources: resources.length,
    }
  })
