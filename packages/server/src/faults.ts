import type { en } from './texts/en.ts'
import { fill, type Localized, texts } from './texts/texts.ts'
import type { PlaceholderOf } from './texts/translation.ts'

type Texts = typeof en.faults

/** The key of a fault, for example `header.idempotency_key`. */
export type FaultKey = keyof Texts

/** The key of a fault whose text has no placeholder. */
export type PlainFaultKey = { [Key in FaultKey]: [PlaceholderOf<Texts[Key]>] extends [never] ? Key : never }[FaultKey]

/** The values for the placeholders of a fault, if it has any. */
export type FaultValues<Key extends FaultKey> = Key extends PlainFaultKey
  ? []
  : [values: Record<PlaceholderOf<Texts[Key]>, string>]

/** True for the message of a schema that is the key of a fault, and not a sentence of the library. */
export function isFaultKey(message: string): message is PlainFaultKey {
  return Object.hasOwn(texts.en.faults, message)
}

/** A fault in each language. */
export function fault<Key extends FaultKey>(key: Key, ...[values]: FaultValues<Key>): Localized {
  const textIn = (language: keyof Localized) => fill(texts[language].faults[key], values ?? {})
  return { en: textIn('en'), 'zh-CN': textIn('zh-CN') }
}
