import { type Scope, SendoffError } from '@sendoff/sdk'
import { buildCommand } from '@stricli/core'
import type { Context, GlobalFlags } from '../context.ts'
import { EXIT, Failure, usage } from '../errors/failure.ts'
import { EVENT_SCOPES, followFeed } from '../feed/feed.ts'
import { cursorOf } from '../forward/cursor.ts'
import { type Delivered, isOk } from '../forward/deliver.ts'
import { feedmarkOf } from '../forward/feedmark.ts'
import { forward, ON_FAILURE, type OnFailure } from '../forward/forward.ts'
import { takeName } from '../forward/lock.ts'
import { FORMATS, type Format } from '../forward/message.ts'
import { secretOf } from '../forward/secret.ts'
import { targetIn } from '../forward/target.ts'
import type { Texts } from '../texts/texts.ts'
import { begin } from './begin.ts'
import { lineOf, typesOf } from './events.ts'
import { durationIn, globalFlags, oneOf, text, yesOrNo } from './flags.ts'
import { checkedStart, startOf } from './listen-start.ts'

type Flags = GlobalFlags & {
  readonly to?: readonly string[]
  readonly types?: string
  readonly from?: string
  readonly name?: string
  readonly onFailure?: OnFailure
  readonly format?: Format
  readonly showBody: boolean
  readonly printSecret: boolean
  readonly untilIdle?: number
}

/** `sendoff listen`: sends every event to URLs, from a stored place on, which moves when all of them have received it. */
export const listen = (texts: Texts) =>
  buildCommand<Flags, [], Context>({
    docs: { brief: texts.listen.brief, fullDescription: texts.listen.description },
    parameters: {
      flags: {
        ...globalFlags(texts),
        to: {
          kind: 'parsed',
          parse: targetIn(texts),
          brief: texts.listen.to,
          placeholder: 'url',
          optional: true,
          variadic: true,
        },
        types: text(texts.flags.types, 'member.*'),
        from: {
          kind: 'parsed',
          parse: (given: string) => checkedStart(given, texts),
          brief: texts.listen.from,
          placeholder: 'now',
          optional: true,
        },
        name: text(texts.listen.name, 'default'),
        onFailure: oneOf(texts.listen.onFailure, ON_FAILURE),
        format: oneOf(texts.listen.format, FORMATS),
        showBody: yesOrNo(texts.listen.showBody),
        printSecret: yesOrNo(texts.listen.printSecret),
        untilIdle: {
          kind: 'parsed',
          parse: durationIn(texts),
          brief: texts.listen.untilIdle,
          placeholder: '5s',
          optional: true,
        },
      },
    },
    async func(flags) {
      const begun = begin(this, flags)
      const { out, folders, paint } = begun
      const { name = 'default', to: targets = [], onFailure = 'retry', format = 'standard', untilIdle } = flags
      const secret = secretOf(folders, name, texts)
      if (flags.printSecret) return out.document({ name, secret }, () => [secret])
      if (targets.length === 0) throw usage(texts.listen.needsTo, { flag: '--to' })
      const { session } = begun
      const types = typesOf(flags.types)
      const scopes: readonly Scope[] = await session.granted(['event:read'], EVENT_SCOPES)
      const client = session.client(scopes as ['event:read'], { maxRetries: 0 })
      const release = takeName(folders, name, targets, texts)
      try {
        const { signal, exitCode } = this.stopped()
        const feed = feedmarkOf(session.baseUrl, session.credentials)
        const cursor = cursorOf(folders, name, texts)
        const after = await startOf(begun, client, flags.from, feed, name)
        cursor.set({ ...feed, sequence: after })
        out.note(texts.listen.ready(after, targets, name))
        const sending = {
          targets,
          secret,
          format,
          baseUrl: session.baseUrl,
          onFailure,
          signal,
          report: (result: Delivered) => report(result),
        }
        let current: Parameters<typeof lineOf>[0] | undefined
        const report = (result: Delivered) => {
          const { type, sequence } = current ?? {}
          out.item({ type, sequence, ...result }, () => {
            const status = String(result.response_status ?? result.error)
            const colour = isOk(result) ? 'green' : 'red'
            const line = `${paint(colour, status)}  ${result.duration_ms} ms  ${current ? lineOf(current) : ''}  ${result.url}`
            return flags.showBody && result.response_body ? `${line}\n    ${result.response_body}` : line
          })
        }
        let quietSince = performance.now()
        const tell = {
          lost: () => out.note(texts.feed.lost),
          back: () => {
            quietSince = performance.now()
            out.note(texts.feed.back)
          },
        }
        const wait = untilIdle === undefined ? 20 : Math.min(20, Math.max(1, Math.floor(untilIdle / 1000)))
        try {
          for await (const { events, end } of followFeed(client, { after, types, signal, wait, tell })) {
            for (const event of events) {
              current = event
              const outcome = await forward(event, sending)
              if (outcome === 'failed') throw new Failure(EXIT.refused, 'not_received', texts.listen.stopped(event.id))
              if (outcome === 'skipped') out.note(texts.listen.skipped(event.id))
              cursor.set({ ...feed, sequence: event.sequence })
            }
            if (events.length > 0) quietSince = performance.now()
            // Past events of other types, so that the place does not expire while there are none of these.
            else if (end > (cursor.get()?.sequence ?? 0)) cursor.set({ ...feed, sequence: end })
            if (events.length === 0 && untilIdle !== undefined && performance.now() - quietSince >= untilIdle) return
          }
        } catch (error) {
          if (!signal.aborted) throw expired(error, texts)
        }
        this.process.exitCode = exitCode()
      } finally {
        release()
      }
    },
  })

/** Says what to do when the stored place is no longer kept. */
function expired(error: unknown, texts: Texts): unknown {
  if (!(error instanceof SendoffError) || error.code !== 'cursor_expired') return error
  return new Failure(EXIT.refused, 'cursor_expired', texts.listen.expired, { flag: '--from' })
}
