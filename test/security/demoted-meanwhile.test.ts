import { beforeAll, describe, expect, test } from 'vitest'
import { dereference, readDocument } from '../support/contract/document.ts'
import { codesOf, type Located, operationsOf } from '../support/contract/operations.ts'
import { send } from '../support/contract/send.ts'
import { useWorld } from '../support/contract/use-world.ts'
import { soundRequests } from '../support/contract/world.ts'
import { query } from '../support/database.ts'
import { claimsOf } from '../support/oauth.ts'
import { must } from '../support/platform.ts'
import { hold } from '../support/postgres/hold.ts'

/** The refusals of a person for their role. */
const BY_ROLE = ['admin_required', 'founder_required', 'ordinary_user_not_allowed']

/** Operations that write by their method and only show something, which the person was allowed to see when they asked. */
const ONLY_SHOW = ['organization.previewUnlink', 'departures.previewRestore']

/** The code with which an operation refuses an ordinary member, from the contract. */
const refusedWith = (operation: Located) => codesOf(operation, 403).find((code) => BY_ROLE.includes(code))

const writes = operationsOf(dereference(readDocument())).flatMap((operation) => {
  const forUsers = (operation.security ?? []).some((alternative) => 'user' in alternative)
  const code = refusedWith(operation)
  const changes = operation.method !== 'GET' && !ONLY_SHOW.includes(operation.id)
  return changes && forUsers && code ? [[operation.id, code, operation] as const] : []
})

// On SQLite nothing happens in between: a writer has the database alone, and the caller is resolved before that.
describe('a request of a person who is demoted in the meantime has no effect', { timeout: 180_000 }, () => {
  const { platform: own, world, quiet } = useWorld('postgres')
  beforeAll(quiet)

  test.each(writes)('%s: %s', async (id, code, operation) => {
    const platform = own()
    const databaseUrl = must(platform.config.databaseUrl)
    const caller = must((await world().callers(operation)).right.find(({ name }) => /who has to|founder/.test(name)))
    const { account_id } = claimsOf(must(caller.authorization))
    const made = () =>
      query(platform, 'select (select count(*) from event) as events, (select count(*) from audit_log) as entries')
    const before = await made()
    const demotion = await hold(databaseUrl, `update account set role = 'member' where account_id = '${account_id}'`)
    const answering = send(platform.base, operation, caller, soundRequests(world(), id)[0])
    await demotion.waited(1, answering)
    await demotion.release()
    const { status, text } = await answering
    await query(platform, `update account set role = 'founder' where account_id = '${account_id}'`)
    expect([status, text && JSON.parse(text).code]).toEqual([403, code])
    expect(await made()).toEqual(before)
  })
})
