import { outputTo } from '@sendoff/cli/terminal'
import { buildCommand } from '@stricli/core'
import type { Context, GlobalFlags } from './context.ts'
import { globalFlags } from './flags.ts'
import type { Texts } from './texts/en.ts'

/** `sendoff-server start`: runs a server until a signal stops it. */
export const start = (texts: Texts) =>
  buildCommand<GlobalFlags, [], Context>({
    docs: { brief: texts.start.brief },
    parameters: { flags: globalFlags(texts) },
    async func({ config }) {
      const [{ runServer }, { readSettings }] = await Promise.all([
        import('../run.ts'),
        import('../settings/settings.ts'),
      ])
      await runServer(() => readSettings(this.env, config))
    },
  })

/** `sendoff-server migrate`: brings the database to this version. */
export const migrate = (texts: Texts) =>
  buildCommand<GlobalFlags, [], Context>({
    docs: { brief: texts.migrate.brief },
    parameters: { flags: globalFlags(texts) },
    async func(flags) {
      const [{ readSettings }, { setUp }] = await Promise.all([
        import('../settings/settings.ts'),
        import('../store/set-up.ts'),
      ])
      const migrations = await setUp(readSettings(this.env, flags.config))
      outputTo(this, flags).document({ migrations }, () => [texts.migrate.done(migrations)])
    },
  })
