import { en } from './en.ts'
import type { Texts } from './texts.ts'
import { zhCN } from './zh-cn.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** The languages that the command speaks. */
export type Language = 'en' | 'zh-CN'

/**
 * Chooses the language: that of `--lang`, else of the locale of the environment as POSIX orders its variables, else English.
 *
 * @returns `undefined` for a flag that names neither language
 */
export function languageOf(flag: string | undefined, env: Environment): Language | undefined {
  if (flag === undefined) return languageNamed(env.LC_ALL || env.LC_MESSAGES || env.LANG || '') ?? 'en'
  return languageNamed(flag)
}

const languageNamed = (name: string): Language | undefined =>
  /^zh\b|^zh_/i.test(name) ? 'zh-CN' : /^en\b|^en_/i.test(name) ? 'en' : undefined

export const textsOf = (language: Language): Texts => (language === 'en' ? en : zhCN)
