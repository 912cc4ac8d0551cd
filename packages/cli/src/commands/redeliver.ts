import type { Scope } from '@sendoff/sdk'
import { buildCommand } from '@stricli/core'
import type { Context, GlobalFlags } from '../context.ts'
import { errorAsJson, errorAsText } from '../errors/describe.ts'
import { EXIT, usage } from '../errors/failure.ts'
import { EVENT_SCOPES } from '../feed/feed.ts'
import { type Delivered, deliver, isOk } from '../forward/deliver.ts'
import { secretOf } from '../forward/secret.ts'
import { targetIn } from '../forward/target.ts'
import { confirm } from '../output/ask.ts'
import type { Texts } from '../texts/texts.ts'
import { type Begun, begin } from './begin.ts'
import { newestDeliveries } from './deliveries.ts'
import { globalFlags, id, text, yesOrNo } from './flags.ts'

type Flags = GlobalFlags & {
  readonly failed: boolean
  readonly app?: string
  readonly endpoint?: string
  readonly to?: string
  readonly name?: string
  readonly yes: boolean
}

/** The most deliveries that `--failed` sends again at once; `recover` is for more. */
const MOST = 1000

/** `sendoff redeliver`: has deliveries sent again by the platform, or sends their events to a local URL. */
export const redeliver = (texts: Texts) =>
  buildCommand<Flags, string[], Context>({
    docs: { brief: texts.redeliver.brief },
    parameters: {
      flags: {
        ...globalFlags(texts),
        failed: yesOrNo(texts.redeliver.failed),
        app: text(texts.flags.app, 'id'),
        endpoint: text(texts.flags.endpoint, 'id'),
        to: { kind: 'parsed', parse: targetIn(texts), brief: texts.redeliver.to, placeholder: 'url', optional: true },
        name: text(texts.flags.name, 'default'),
        yes: yesOrNo(texts.flags.yes),
      },
      positional: { kind: 'array', parameter: id(texts, texts.deliveries.id, 'delivery') },
    },
    async func(flags, ...given) {
      const begun = begin(this, flags)
      const { out, asking } = begun
      if (flags.failed === given.length > 0) throw usage(texts.redeliver.needsOne)
      const found = flags.failed ? await newestDeliveries(begun, flags, { status: 'failed' }, MOST) : []
      const ids = flags.failed ? found.map(({ delivery_id }) => delivery_id) : given
      if (ids.length === 0) return out.note(texts.deliveries.none)
      if (flags.failed) await confirm(texts.redeliver.question(ids.length), flags.yes, asking)
      const send = flags.to === undefined ? byPlatform(begun) : await toTarget(begun, flags.to, flags.name)
      let failed = 0
      let last: unknown
      for (const delivery_id of ids) {
        try {
          const done = await send(delivery_id)
          out.item(done, () => texts.redeliver.done(delivery_id, done))
          if (isRefused(done)) failed++
        } catch (error) {
          if (ids.length === 1) throw error
          failed++
          last = error
          this.stderr.write(
            `${flags.json ? errorAsJson(error, texts) : `${delivery_id} ${errorAsText(error, texts)}`}\n`,
          )
        }
      }
      if (failed === ids.length && ids.length > 1 && last !== undefined) throw last
      if (failed > 0) this.process.exitCode = failed === ids.length ? EXIT.refused : EXIT.inPart
    },
  })

const isRefused = (done: object) => 'response_status' in done && !isOk(done as Delivered)

function byPlatform({ session }: Begun) {
  const { deliveries } = session.client(['webhook:write'])
  return (delivery_id: string) => deliveries.redeliver({ delivery_id })
}

async function toTarget({ session, folders, texts }: Begun, url: string, name: string | undefined) {
  const scopes: readonly Scope[] = await session.granted(['event:read'], EVENT_SCOPES)
  const client = session.client([...scopes, 'webhook:read'] as unknown as ['event:read', 'webhook:read'])
  const secret = secretOf(folders, name ?? 'default', texts)
  return async (delivery_id: string) => {
    const { event_id } = await client.deliveries.get({ delivery_id })
    const event = await client.events.get({ event_id })
    return { delivery_id, ...(await deliver(event, { url, secret })) }
  }
}
