import { outputTo } from '@sendoff/cli/terminal'
import { buildCommand } from '@stricli/core'
import type { Context, GlobalFlags } from './context.ts'
import { refused } from './exit.ts'
import { globalFlags } from './flags.ts'
import type { Texts } from './texts/en.ts'

/**
 * `sendoff-server move-to-postgres`: copies a stopped installation from SQLite. On a terminal its progress is one line, elsewhere a line for
 * each table; with `--json` the lines go to standard error, and the result to standard output.
 */
export const moveToPostgres = (texts: Texts) =>
  buildCommand<GlobalFlags, [], Context>({
    docs: { brief: texts.move.brief, fullDescription: texts.move.description },
    parameters: { flags: globalFlags(texts) },
    async func(flags) {
      const [{ moveToPostgres: move }, { MoveRefused }, { readPlace }] = await Promise.all([
        import('../move/move.ts'),
        import('../move/refused.ts'),
        import('../settings/settings.ts'),
      ])
      const { databaseUrl, dataDirectory } = readPlace(this.env, flags.config)
      if (databaseUrl === undefined) throw refused('target_missing', texts.move.target)
      const stream = flags.json ? this.stderr : this.stdout
      const clear = stream.isTTY ? '\r\u001b[2K' : ''
      const moved = await move(
        { dataDirectory, databaseUrl },
        {
          print: (line) => void (flags.quiet || stream.write(`${clear}${line}\n`)),
          progress: stream.isTTY && !flags.quiet ? (state) => void stream.write(`${clear}${state}`) : undefined,
        },
      ).catch((error: unknown) => {
        throw error instanceof MoveRefused ? refused('move_refused', error.message) : error
      })
      outputTo(this, flags).document(moved, () => [texts.move.done(moved.tables, moved.rows), texts.move.next])
    },
  })
