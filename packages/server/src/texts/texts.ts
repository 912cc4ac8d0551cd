import { en } from './en.ts'
import type { Translation } from './translation.ts'
import { zhCN } from './zh-cn.ts'

/** A language that the API speaks. */
export type Language = 'en' | 'zh-CN'

/** A text in each language. */
export type Localized = Record<Language, string>

/** The texts of problems and faults, by language. */
export const texts: Record<Language, Translation> = { en, 'zh-CN': zhCN }

/** Replaces the placeholders of a text by their values. */
export function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder)
}
