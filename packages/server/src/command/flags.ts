import type { FlagParametersForType } from '@stricli/core'
import { readFreeText } from '../values/free-text.ts'
import type { Context, GlobalFlags } from './context.ts'
import type { Texts } from './texts/en.ts'

type Flag<Value> = FlagParametersForType<{ value: Value }, Context>['value']

/** The flags that every command has. */
export function globalFlags({ flags: t }: Texts): FlagParametersForType<GlobalFlags, Context> {
  return {
    config: text(t.config, 'file'),
    json: yesOrNo(t.json),
    quiet: yesOrNo(t.quiet),
    lang: text(t.lang, 'en|zh-CN'),
    color: { kind: 'enum', values: ['auto', 'always', 'never'], brief: t.color, default: 'auto' },
  }
}

/** An optional flag with text. */
export const text = (brief: string, placeholder: string) =>
  ({ kind: 'parsed', parse: String, brief, placeholder, optional: true }) as const

/** A flag with text that must be given. */
export const needed = (brief: string, placeholder: string): Flag<string> =>
  ({ kind: 'parsed', parse: String, brief, placeholder }) as Flag<string>

/** A flag that is either given or not. */
export const yesOrNo = (brief: string) => ({ kind: 'boolean', brief, default: false }) as const

/** A flag with the reason for an act of the operator, which others read. */
export const reasonIn = (texts: Texts) => (given: string) => {
  const reading = readFreeText(given.trim())
  if ('fault' in reading || reading.value === '' || reading.value.length > 500) throw new Error(texts.errors.reason)
  return reading.value
}
