import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { RequestHandler } from 'express'
import { publicFile } from '../public-files.ts'
import { Refusal } from '../refusal.ts'

/** The folder that `npm run console` builds. */
export const folder = pathToFileURL(publicFile('console/'))

const TYPES: Record<string, string> = { js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8' }

/** The encodings in which files are kept, the best first, with the endings of their names. */
const ENCODINGS = { br: '.br', gzip: '.gz' } as const

/** A year: the name of a file changes with its content. */
const FOREVER = 'public, max-age=31536000, immutable'

/**
 * Serves the scripts and styles of the console, in the encoding that they were built in. A missing one is `not_found`, and never the
 * page: a script that is HTML would hide that the browser has an old page.
 */
export function serveFiles(): RequestHandler {
  const names = new Set(existsSync(new URL('assets', folder)) ? readdirSync(new URL('assets', folder)) : [])
  const kept = new Map<string, Buffer>()
  const read = (name: string) => {
    const content = kept.get(name) ?? readFileSync(new URL(`assets/${name}`, folder))
    kept.set(name, content)
    return content
  }
  return (req, res) => {
    const name = String(req.params.name)
    const type = TYPES[name.split('.').at(-1) ?? '']
    if (!names.has(name) || type === undefined) throw new Refusal('not_found')
    res.set({ 'Cache-Control': FOREVER, 'Cross-Origin-Resource-Policy': 'same-origin' }).vary('Accept-Encoding')
    for (const [encoding, ending] of Object.entries(ENCODINGS)) {
      if (!names.has(name + ending) || req.acceptsEncodings(encoding) !== encoding) continue
      res.set({ 'Content-Type': type, 'Content-Encoding': encoding })
      return void res.send(read(name + ending))
    }
    res.set('Content-Type', type).send(read(name))
  }
}
