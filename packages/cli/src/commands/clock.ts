import { buildCommand } from '@stricli/core'
import type { Context, GlobalFlags } from '../context.ts'
import type { Texts } from '../texts/texts.ts'
import { durationOf, isTimestamp } from '../values/duration.ts'
import { localTime } from '../values/local-time.ts'
import { begin } from './begin.ts'
import { globalFlags } from './flags.ts'

/** `sendoff clock`: shows the sandbox's clock, or moves it forward. */
export const clock = (texts: Texts) =>
  buildCommand<GlobalFlags, [string?], Context>({
    docs: { brief: texts.clock.brief },
    parameters: {
      flags: globalFlags(texts),
      positional: {
        kind: 'tuple',
        parameters: [
          {
            brief: texts.clock.to,
            placeholder: '+72h',
            parse: (given: string) => checked(given, texts),
            optional: true,
          },
        ],
      },
    },
    async func(flags, to) {
      const { out, session } = begin(this, flags)
      const { sandbox } = session.patient()
      const moved = to === undefined ? await sandbox.getClock() : await sandbox.advanceClock(stepOf(to))
      out.document(moved, () => [texts.clock.now(localTime(moved.now), moved.offset_ms !== 0)])
    },
  })

function checked(given: string, texts: Texts): string {
  const isStep = given.startsWith('+') && durationOf(given.slice(1)) !== undefined
  if (!isStep && !isTimestamp(given)) throw new Error(texts.clock.wrong)
  return given
}

/** The platform takes durations as ISO 8601 writes them. */
function stepOf(given: string): { by: string } | { to: string } {
  if (!given.startsWith('+')) return { to: given }
  return { by: `PT${Math.round((durationOf(given.slice(1)) ?? 0) / 1000)}S` }
}
