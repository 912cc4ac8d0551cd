import type { Request } from 'express'
import type { Language } from '../texts/texts.ts'

const languages = new WeakMap<Request, Language>()

/** The language in which a caller wants to read, English when it is neither; found out once for a request. */
export function languageOf(req: Request): Language {
  if (req.headers['accept-language'] === undefined) return 'en'
  let language = languages.get(req)
  if (language === undefined) {
    const accepted = req.acceptsLanguages('en', 'zh-CN', 'zh')
    language = accepted === 'zh-CN' || accepted === 'zh' ? 'zh-CN' : 'en'
    languages.set(req, language)
  }
  return language
}
