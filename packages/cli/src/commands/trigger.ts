import type { Event, EventType } from '@sendoff/sdk'
import { buildCommand } from '@stricli/core'
import type { Context, GlobalFlags } from '../context.ts'
import { usage } from '../errors/failure.ts'
import { FORMATS, type Format } from '../forward/message.ts'
import { targetIn } from '../forward/target.ts'
import type { Texts } from '../texts/texts.ts'
import { eventTypes, facts, isEventType } from '../trigger/facts.ts'
import { type Change, changeIn, sampleOf } from '../trigger/sample.ts'
import { begin } from './begin.ts'
import { lineOf } from './events.ts'
import { count, globalFlags, oneOf, text, yesOrNo } from './flags.ts'
import { makeFacts } from './trigger-fact.ts'
import { sendSample } from './trigger-sample.ts'

type Flags = GlobalFlags & {
  readonly local: boolean
  readonly to?: readonly string[]
  readonly data?: string
  readonly set?: readonly Change[]
  readonly repeat?: number
  readonly corrupt: boolean
  readonly format?: Format
  readonly name?: string
  readonly yes: boolean
}

/** `sendoff trigger`: makes an event in a sandbox by doing what it is about, or sends a signed sample to URLs. */
export const trigger = (texts: Texts) =>
  buildCommand<Flags, [EventType?], Context>({
    docs: { brief: texts.trigger.brief, fullDescription: texts.trigger.description },
    parameters: {
      flags: {
        ...globalFlags(texts),
        local: yesOrNo(texts.trigger.local),
        to: {
          kind: 'parsed',
          parse: targetIn(texts),
          brief: texts.trigger.to,
          placeholder: 'url',
          optional: true,
          variadic: true,
        },
        data: text(texts.trigger.data, 'json|@file'),
        set: {
          kind: 'parsed',
          parse: changeIn(texts),
          brief: texts.trigger.set,
          placeholder: 'path=value',
          optional: true,
          variadic: true,
        },
        repeat: count(texts, texts.trigger.repeat, 1000),
        corrupt: yesOrNo(texts.trigger.corrupt),
        format: oneOf(texts.listen.format, FORMATS),
        name: text(texts.flags.name, 'default'),
        yes: yesOrNo(texts.flags.yes),
      },
      positional: {
        kind: 'tuple',
        parameters: [
          {
            brief: texts.trigger.type,
            placeholder: 'type',
            optional: true,
            parse: (given: string) => {
              if (!isEventType(given)) throw new Error(texts.trigger.unknown)
              return given
            },
            proposeCompletions: (partial: string) => eventTypes.filter((type) => type.startsWith(partial)),
          },
        ],
      },
    },
    async func(flags, type) {
      const begun = begin(this, flags)
      const { out } = begun
      const t = texts.trigger
      const { to: targets = [], set: changes = [], repeat = 1, corrupt } = flags
      if (type === undefined) {
        const rows = eventTypes.map((one) => ({ type: one, fact: Object.hasOwn(facts, one) }))
        return out.list(rows, t.heading, (row) => [row.type, row.fact ? t.fact : t.sampleOnly], '')
      }
      if (flags.local || targets.length > 0) {
        const sample: Event = sampleOf(type, { data: flags.data, changes }, texts)
        if (targets.length > 0) return sendSample(this, begun, sample, { ...flags, targets, repeat })
        if (corrupt || repeat > 1 || flags.format) throw usage(t.needsTo, { flag: '--to' })
        return out.document(sample, () => [lineOf(sample), JSON.stringify(sample, null, 2)])
      }
      if (flags.data !== undefined) throw usage(t.onlySamples('--data'), { flag: '--data' })
      if (changes.length > 0) throw usage(t.onlySamples('--set'), { flag: '--set' })
      if (corrupt) throw usage(t.onlySamples('--corrupt'), { flag: '--corrupt' })
      if (flags.format) throw usage(t.onlySamples('--format'), { flag: '--format' })
      await makeFacts(begun, type, { org: flags.org, repeat, yes: flags.yes })
    },
  })
