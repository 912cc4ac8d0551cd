import type { FlagParametersForType, TypedPositionalParameter } from '@stricli/core'
import type { Context, GlobalFlags } from '../context.ts'
import type { Texts } from '../texts/texts.ts'
import { durationOf, isTimestamp } from '../values/duration.ts'

type Flag<Value> = FlagParametersForType<{ value?: Value }, Context>['value']

/** The flags that every command has. */
export function globalFlags(texts: Texts): FlagParametersForType<GlobalFlags, Context> {
  const t = texts.flags
  return {
    baseUrl: text(t.baseUrl, 'url'),
    profile: text(t.profile, 'name'),
    org: text(t.org, 'id'),
    json: { kind: 'boolean', brief: t.json, default: false },
    quiet: { kind: 'boolean', brief: t.quiet, default: false },
    verbose: { kind: 'boolean', brief: t.verbose, default: false },
    input: { kind: 'boolean', brief: t.input, default: true },
    lang: text(t.lang, 'en|zh-CN'),
    color: { kind: 'enum', values: ['auto', 'always', 'never'], brief: t.color, default: 'auto' },
    timeout: { kind: 'parsed', parse: durationIn(texts), brief: t.timeout, placeholder: '30s', optional: true },
  }
}

/** An optional flag with text. */
export const text = (brief: string, placeholder: string): Flag<string> => ({
  kind: 'parsed',
  parse: String,
  brief,
  placeholder,
  optional: true,
})

/** An optional flag with one of some values. */
export const oneOf = <const Value extends string>(brief: string, values: readonly Value[]) =>
  ({ kind: 'enum', values, brief, optional: true }) as const

/** A flag that is either given or not. */
export const yesOrNo = (brief: string) => ({ kind: 'boolean', brief, default: false }) as const

/** An optional flag with a whole number. */
export const count = (texts: Texts, brief: string, most: number): Flag<number> => ({
  kind: 'parsed',
  parse: (given) => {
    const value = Number(given)
    if (!Number.isInteger(value) || value < 1 || value > most) throw new Error(texts.usage.number(1, most))
    return value
  },
  brief,
  placeholder: 'n',
  optional: true,
})

/** An optional flag with a moment: RFC 3339, or a duration before now. */
export const moment = (texts: Texts, brief: string): Flag<string> => ({
  kind: 'parsed',
  parse: (given) => {
    if (!isTimestamp(given) && durationOf(given) === undefined) throw new Error(texts.usage.moment)
    return given
  },
  brief,
  placeholder: '2h',
  optional: true,
})

export const durationIn = (texts: Texts) => (given: string) => {
  const value = durationOf(given)
  if (value === undefined || value === 0) throw new Error(texts.usage.duration)
  return value
}

/** A positional argument with an id, which becomes a part of a path. */
export const id = (texts: Texts, brief: string, placeholder: string): TypedPositionalParameter<string, Context> => ({
  brief,
  placeholder,
  parse: (given) => {
    if (!/^[\w-]{1,100}$/.test(given)) throw new Error(texts.usage.id)
    return given
  },
})
