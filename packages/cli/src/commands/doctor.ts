import { buildCommand } from '@stricli/core'
import type { Context, GlobalFlags } from '../context.ts'
import { checkAccess, oneLine } from '../doctor/access.ts'
import { checkEndpoints } from '../doctor/endpoints.ts'
import { checkEnvironment, usesProxy } from '../doctor/environment.ts'
import { checkFeed } from '../doctor/feed.ts'
import { checkFiles } from '../doctor/files.ts'
import { type Found, of } from '../doctor/found.ts'
import { checkPlatform } from '../doctor/platform.ts'
import { checkPorts } from '../doctor/ports.ts'
import { EXIT } from '../errors/failure.ts'
import { targetsIn } from '../forward/lock.ts'
import { targetIn } from '../forward/target.ts'
import type { Texts } from '../texts/texts.ts'
import { type Begun, begin } from './begin.ts'
import { globalFlags, yesOrNo } from './flags.ts'

type Flags = GlobalFlags & { readonly fix: boolean; readonly to?: readonly string[] }

/** `sendoff doctor`: looks for everything that keeps the command from working. It changes nothing, except modes with `--fix`. */
export const doctor = (texts: Texts) =>
  buildCommand<Flags, [], Context>({
    docs: { brief: texts.doctor.brief, fullDescription: texts.doctor.description },
    parameters: {
      flags: {
        ...globalFlags(texts),
        fix: yesOrNo(texts.doctor.fix),
        to: {
          kind: 'parsed',
          parse: targetIn(texts),
          brief: texts.doctor.to,
          placeholder: 'url',
          optional: true,
          variadic: true,
        },
      },
    },
    async func(flags) {
      const begun = begin(this, flags)
      const { out, folders, paint } = begun
      const colours = { ok: 'green', note: 'yellow', fault: 'red', skipped: 'dim' } as const
      const found: Found[] = []
      const add = (more: readonly Found[]) => {
        found.push(...more)
        if (out.json) return
        for (const one of more) {
          const status = paint(colours[one.status], texts.doctor.status[one.status])
          out.item(one, () => texts.doctor.line(status, texts.doctor.check[one.check], one.detail))
        }
      }
      add(checkFiles(folders, flags.fix, texts))
      const baseUrl = addressOf(begun)
      add(checkEnvironment(this.env, typeof baseUrl === 'string' ? baseUrl : undefined, texts))
      if (typeof baseUrl !== 'string') add([baseUrl])
      else {
        const { found: ofPlatform, reached } = await checkPlatform(baseUrl, { proxied: usesProxy(this.env), texts })
        add(ofPlatform)
        if (reached) {
          const { found: ofAccess, signedIn } = await checkAccess(begun.session, texts)
          add(ofAccess)
          if (signedIn) add(await checkFeed(begun.session, folders, texts))
          if (signedIn) add(await checkEndpoints(begun.session, texts))
        }
      }
      add(await checkPorts([...new Set([...(flags.to ?? []), ...targetsIn(folders)])], texts))
      const faults = found.filter(({ status }) => status === 'fault').length
      if (out.json) out.document({ ok: faults === 0, checks: found }, () => [])
      if (faults === 0) return
      out.note(texts.doctor.faults(faults))
      this.process.exitCode = EXIT.refused
    },
  })

/** The address of the session, or the reason why there is none. */
function addressOf(begun: Begun): string | Found {
  try {
    return begun.session.baseUrl
  } catch (error) {
    return of('address').fault(oneLine(error, begun.texts))
  }
}
