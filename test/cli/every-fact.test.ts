import { eventTypes } from '@sendoff/api'
import { expect, test } from 'vitest'
import { endOfFeed, eventAfter } from '../../packages/cli/src/feed/feed.ts'
import { openSession } from '../../packages/cli/src/session/session.ts'
import { en } from '../../packages/cli/src/texts/en.ts'
import { facts } from '../../packages/cli/src/trigger/facts.ts'
import { openWorld } from '../../packages/cli/src/trigger/world.ts'
import { onSqlite } from '../support/platform.ts'

/** The types that no operation of the API makes. */
const WITHOUT_FACT = [
  'app.authorized',
  'organization.due_work_stalled',
  'organization.founder_replacement_ended',
  'organization.founder_replacement_started',
]

/** The types whose fact takes the founder away who reads the feed here. */
const ALONE = ['organization.founder_transferred', 'organization.dissolved']

onSqlite((platform) => {
  test('every type that the API can make is made', { timeout: 600_000 }, async () => {
    const without = Object.keys(eventTypes).filter((type) => !Object.hasOwn(facts, type))
    expect(without.sort()).toEqual(WITHOUT_FACT)
    const credentials = { kind: 'nobody', from: '-' } as const
    const session = openSession({ baseUrl: platform().base, credentials, language: 'en', texts: en })
    let world = await openWorld(session, { org: undefined, moved: () => undefined, texts: en })
    const missing: unknown[] = []
    for (const [type, fact] of Object.entries(facts)) {
      if (ALONE.includes(type)) continue
      const { events } = world.founder
      const after = await endOfFeed({ events })
      try {
        await fact(world)
        if (!(await eventAfter({ events }, after, type as 'ping'))) missing.push(type)
      } catch (error) {
        missing.push([type, error instanceof Error && 'problem' in error ? error.problem : error])
      }
      if (type !== 'organization.dissolution_scheduled') continue
      await world.founder.dissolution.cancel()
      world = await openWorld(session, { org: undefined, moved: () => undefined, texts: en })
    }
    expect(missing).toEqual([])
  })
})
