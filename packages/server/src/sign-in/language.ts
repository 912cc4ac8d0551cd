import type { Request, Response } from 'express'
import { cookieName, cookieOf, isSecure } from '../web/cookies.ts'
import { languageOf } from '../web/language.ts'
import { en, type Texts } from './texts/en.ts'
import { zhCN } from './texts/zh-cn.ts'

const COOKIE = 'sendoff_language'
const YEAR = 365 * 24 * 60 * 60 * 1000

/** The languages of the pages, each by its own name. */
export const languages = [
  { lang: 'en', name: 'English' },
  { lang: 'zh-CN', name: '简体中文' },
] as const

/** The texts in the language that the person chose, or else in the one that the browser prefers. */
export function textsFor(req: Request): Texts {
  // A language is not a secret, so either name of the cookie will do.
  const chosen = cookieOf(req, `__Host-${COOKIE}`) ?? cookieOf(req, COOKIE)
  const language = languages.some(({ lang }) => lang === chosen) ? chosen : languageOf(req)
  return language === 'zh-CN' ? zhCN : en
}

/**
 * Remembers the language that the switch in a page asks for by `?lang=`.
 *
 * @returns true if it asked for one; the page must be loaded again then
 */
export function chooseLanguage(req: Request, res: Response, server: { base: string }): boolean {
  const chosen = languages.find(({ lang }) => lang === req.query.lang)
  if (!chosen) return false
  const secure = isSecure(server)
  const name = cookieName(COOKIE, server, '/')
  res.cookie(name, chosen.lang, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: YEAR })
  return true
}
