import { existsSync, readFileSync } from 'node:fs'
import type { RequestHandler } from 'express'
import { timestamp } from '../clock.ts'
import { Refusal } from '../refusal.ts'
import { pageHeaders } from '../sign-in/headers.ts'
import { chooseLanguage, textsFor } from '../sign-in/language.ts'
import { cookieOf } from '../web/cookies.ts'
import { folder } from './files.ts'
import type { ConsoleParts } from './parts.ts'

/** Scripts, styles and requests of this origin only; no text ever becomes HTML or a script (Trusted Types). */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

const headers = { ...pageHeaders, 'Content-Security-Policy': POLICY }

const THEMES = ['light', 'dark']

/**
 * Shows the page of the console, whatever its path. Its script needs to know the language, the theme, the mode and the business time
 * at once; they are attributes of the document, because the policy allows no script in the page.
 */
export function showPage({ base, clock, sandbox }: ConsoleParts): RequestHandler {
  let kept: Template | undefined
  return async (req, res) => {
    const elsewhere = otherLoopback(base, req.get('host'))
    if (elsewhere) return void res.redirect(307, `${elsewhere}${req.originalUrl}`)
    if (chooseLanguage(req, res, { base })) return void res.redirect(303, withoutLanguage(req.originalUrl))
    kept ??= readTemplate()
    await clock.refresh()
    const { lang } = textsFor(req)
    const chosen = cookieOf(req, 'sendoff_theme')
    const theme = chosen !== undefined && THEMES.includes(chosen) ? chosen : 'system'
    const attributes = {
      lang,
      'data-theme': theme,
      'data-mode': sandbox ? 'sandbox' : 'live',
      'data-now': timestamp(clock.now()),
    }
    const written = Object.entries(attributes).map(([name, value]) => `${name}="${value}"`)
    res.set(headers).vary('Cookie, Accept-Language')
    res.type('html').send(kept.before + written.join(' ') + kept.between + preload(kept.texts[lang]) + kept.after)
  }
}

/** The page as it was built, apart where the server writes, and the scripts of the texts by language. */
type Template = { before: string; between: string; after: string; texts: Record<string, string | undefined> }

function readTemplate(): Template {
  const file = new URL('index.html', folder)
  // An installation without development tools has no console.
  if (!existsSync(file)) throw new Refusal('not_found')
  const [before = '', rest = ''] = split(readFileSync(file, 'utf8'), 'lang="en"')
  const [between = '', after = ''] = split(rest, '</head>')
  const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', folder), 'utf8'))
  const texts = { en: manifest['src/texts/en.ts']?.file, 'zh-CN': manifest['src/texts/zh-cn.ts']?.file }
  return { before, between, after: `</head>${after}`, texts }
}

const split = (text: string, mark: string) => {
  const at = text.indexOf(mark)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + mark.length)]
}

const preload = (file: string | undefined) =>
  file === undefined ? '' : `<link rel="modulepreload" href="/console/${file}">`

function withoutLanguage(address: string): string {
  const [path = '', query = ''] = address.split('?', 2)
  const rest = new URLSearchParams(query)
  rest.delete('lang')
  return rest.size > 0 ? `${path}?${rest}` : path
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

/**
 * The origin to go to, if a browser came to another name of this machine than the issuer's: cookies of the one are not sent to the
 * other, and the sign-in would not come back.
 */
function otherLoopback(base: string, host = ''): string | undefined {
  const [own, came] = [new URL(base), URL.parse(`http://${host}`)]
  const isOther = came !== null && came.host !== own.host && came.port === own.port
  return isOther && LOOPBACK.includes(own.hostname) && LOOPBACK.includes(came.hostname) ? own.origin : undefined
}
