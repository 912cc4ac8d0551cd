import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dereference, readDocument } from '../contract/document.ts'
import { codesOf, type Located, operationsOf } from '../contract/operations.ts'
import { send } from '../contract/send.ts'
import { createWorld, type World } from '../contract/world.ts'
import { select } from '../support/members.ts'
import { must, openPlatform } from '../support/platform.ts'
import { hold } from '../support/postgres/hold.ts'
import { claimsOf } from '../tokens/support.ts'

/** What a person is refused with for their role. */
const BY_ROLE = ['admin_required', 'founder_required', 'ordinary_user_not_allowed']

/** Writes by their method that only show something: what they show was theirs to see when they asked. */
const ONLY_SHOW = ['organization.previewUnlink', 'departures.previewRestore']

/** With what an operation refuses an ordinary member, as the contract documents it. */
const refusedWith = (operation: Located) => codesOf(operation, 403).find((code) => BY_ROLE.includes(code))

const writes = operationsOf(dereference(readDocument())).flatMap((operation) => {
  const forUsers = (operation.security ?? []).some((alternative) => 'user' in alternative)
  const code = refusedWith(operation)
  const changes = operation.method !== 'GET' && !ONLY_SHOW.includes(operation.id)
  return changes && forUsers && code ? [[operation.id, code, operation] as const] : []
})

// On SQLite there is no meanwhile: who writes has the database for themself, and looks at who calls before that.
describe('who is demoted while a request of theirs is under way does nothing any more', { timeout: 180_000 }, () => {
  let opened: Awaited<ReturnType<typeof openPlatform>>
  let world: World
  beforeAll(async () => {
    opened = await openPlatform('postgres')
    world = await createWorld(opened.platform)
    await opened.platform.advance('PT0S')
  }, 120_000)
  afterAll(() => opened?.close())

  test.each(writes)('%s: %s', async (id, code, operation) => {
    const { platform } = opened
    const databaseUrl = must(platform.config.databaseUrl)
    const caller = must((await world.callers(operation)).right.find(({ name }) => /who has to|founder/.test(name)))
    const { account_id } = claimsOf(must(caller.authorization))
    const made = () =>
      select(platform, 'select (select count(*) from event) as events, (select count(*) from audit_log) as entries')
    const before = await made()
    const demotion = await hold(databaseUrl, `update account set role = 'member' where account_id = '${account_id}'`)
    const answering = send(platform.base, operation, caller, must(world.sound[id]?.[0]))
    await demotion.waited(1, answering)
    await demotion.release()
    const { status, text } = await answering
    await select(platform, `update account set role = 'founder' where account_id = '${account_id}'`)
    expect([status, text && JSON.parse(text).code]).toEqual([403, code])
    expect(await made()).toEqual(before)
  })
})
