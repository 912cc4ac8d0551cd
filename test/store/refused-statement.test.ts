import { expect, test } from 'vitest'
import { inDatabase } from '../support/database.ts'
import { opened } from '../support/departures.ts'
import { onEachStore } from '../support/platform.ts'

onEachStore((platform, store) => {
  /** SQLSTATEs of a trigger's own exception, a broken protocol, a limit of the program, and the words of an outage. */
  const refusals =
    store === 'sqlite'
      ? [['', 'timeout exceeded']]
      : [
          ['P0001', 'timeout exceeded, terminated, ECONNRESET'],
          ['08P01', 'refused'],
          ['54000', 'refused'],
        ]

  test.each(refusals)(
    'a statement that the store refuses (%s: %s) is an internal error and no outage',
    async (code, words) => {
      const { create } = await opened(platform())
      await inDatabase(platform(), async (run) => {
        if (store === 'sqlite') {
          await run(`create trigger refusing before insert on account begin select raise(abort, '${words}'); end`)
          return
        }
        await run(
          `create function refuse() returns trigger language plpgsql as 'begin raise ''${words}'' using errcode = ''${code}''; end'`,
        )
        await run('create trigger refusing before insert on account for each row execute function refuse()')
      })
      const token = await platform().appToken(platform().organization(0).org_id, 'member:write')
      const answer = await platform().post('/v1.0/members', token, { name: 'Noor', email: 'noor@aster.example' })
      expect([answer.status, answer.body.code]).toEqual([500, 'internal_error'])
      await inDatabase(platform(), (run) =>
        run(store === 'sqlite' ? 'drop trigger refusing' : 'drop function refuse cascade'),
      )
      await create({ name: 'Noor', email: 'noor@aster.example' })
    },
  )
})
