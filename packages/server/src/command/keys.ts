import { setTimeout as delay } from 'node:timers/promises'
import { buildCommand } from '@stricli/core'
import { beside } from './beside.ts'
import type { Context, GlobalFlags } from './context.ts'
import { EXIT } from './exit.ts'
import { globalFlags, yesOrNo } from './flags.ts'
import type { Texts } from './texts/en.ts'

type Flags = GlobalFlags & { readonly wait: boolean }

/** `sendoff-server keys rotate`: has the servers rotate their signing keys, and reports the progress. */
export const keysRotate = (texts: Texts) =>
  buildCommand<Flags, [], Context>({
    docs: { brief: texts.keys.rotate },
    parameters: { flags: { ...globalFlags(texts), wait: yesOrNo(texts.keys.wait) } },
    func(flags) {
      return beside(this, flags, async (db, out) => {
        const { followRotation } = await import('../keys/follow-rotation.ts')
        const begun = await followRotation(db, {
          wait: flags.wait,
          print: (step) => out.item(step, () => texts.keys.steps(step)),
          pause: () => delay(200),
          patience: 10_000,
        })
        if (!begun) this.process.exitCode = EXIT.notTakenUp
      })
    },
  })
