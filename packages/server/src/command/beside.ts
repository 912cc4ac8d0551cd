import { type Output, outputTo } from '@sendoff/cli/terminal'
import type { Database } from '../store/schema.ts'
import type { Context, GlobalFlags } from './context.ts'

/**
 * Runs a command on the database of an installation, beside its servers.
 *
 * @throws {ConfigurationError | StoreUnavailable}
 */
export async function beside(
  context: Context,
  flags: GlobalFlags,
  work: (db: Database, out: Output) => Promise<void>,
): Promise<void> {
  const [{ readPlace }, { openBeside }] = await Promise.all([
    import('../settings/settings.ts'),
    import('../store/open-beside.ts'),
  ])
  const db = openBeside(readPlace(context.env, flags.config))
  try {
    await work(db, outputTo(context, flags))
  } finally {
    await db.destroy()
  }
}
