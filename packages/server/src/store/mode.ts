import type { Config } from '../config.ts'
import { lockName } from './lock-name.ts'
import type { Tx } from './schema.ts'
import type { Store } from './store.ts'

type Mode = Config['mode']

/** The database was set up in the other mode. */
export class WrongMode extends Error {
  override name = 'WrongMode'
  constructor(actual: Mode) {
    const of = { sandbox: 'of a sandbox, whose tokens and passwords are for tests', live: 'of a live installation' }
    super(
      `The database is that ${of[actual]}. Set DATABASE_URL or SENDOFF_DATA_DIR to another one, or SENDOFF_MODE to ${actual}.`,
    )
  }
}

/** The name of the setting with the mode of a database; a reset keeps it. */
export const MODE_SETTING = 'mode'

/**
 * Binds a database to the mode in which it is first used, so that demo data is never exposed and a sandbox's reset never hits live data.
 *
 * @throws {WrongMode} if it is bound to the other mode
 */
export async function bindToMode(store: Store, mode: Mode): Promise<void> {
  const bound = await store.transaction(async (tx) => {
    await lockName(store, tx, MODE_SETTING)
    const row = await tx.selectFrom('setting').select('value').where('name', '=', MODE_SETTING).executeTakeFirst()
    if (row) return row.value as Mode
    const actual = (await modeOfOlder(tx)) ?? mode
    await tx.insertInto('setting').values({ name: MODE_SETTING, value: actual }).execute()
    return actual
  })
  if (bound !== mode) throw new WrongMode(bound)
}

/** Infers the mode of a database that is older than the setting. */
async function modeOfOlder(tx: Tx): Promise<Mode | undefined> {
  const ofSandbox = await tx
    .selectFrom('setting')
    .select('name')
    .where('name', 'in', ['sandbox_data', 'clock_offset'])
    .executeTakeFirst()
  if (ofSandbox) return 'sandbox'
  return (await tx.selectFrom('identity').select('identity_id').limit(1).executeTakeFirst()) && 'live'
}
