import { existsSync, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { problemCodes } from '@sendoff/api'
import { type RequestHandler, Router } from 'express'
import { problems } from '../http/problems.ts'
import { type PublicFile, publicFile } from '../public-files.ts'
import { Refusal } from '../refusal.ts'
import { texts } from '../texts/texts.ts'
import { languageOf } from '../web/language.ts'
import { refuseMethod } from '../web/refuse-method.ts'
import { findPages, findPictures, type Pages } from './pages.ts'
import { LONGEST, searchIn } from './search.ts'
import { searchPage } from './search-page.ts'
import { sendKept, serve } from './served.ts'

const policy = (more: string, form = "'none'") =>
  `default-src 'none'; ${more}; base-uri 'none'; form-action ${form}; frame-ancestors 'none'`

/** Pages have no script; their form is the search. */
const PAGE_POLICY = policy("style-src 'self'; img-src 'self'", "'self'")

/** A picture has the style of both colour schemes inside. */
const PICTURE_POLICY = policy("style-src 'unsafe-inline'")

/** The server in the files of the contract, which is the one that `npm start` starts. */
const WRITTEN = 'http://127.0.0.1:8787'

/**
 * The contract as YAML and JSON, which name this server; below `/docs` the guides and the reference, and at `/docs/api` the page of the whole contract; and
 * a page for each problem at its `type`.
 *
 * @param base the origin of the server: tools that read the contract send tokens to it
 */
export function createDocsRoutes(base: string): Router {
  const contract = (file: PublicFile) => readFileSync(publicFile(file), 'utf8').replaceAll(WRITTEN, base)
  const router = Router()
  router.get('/', showTheWay)
  router.get(
    '/openapi.yaml',
    serve('application/yaml; charset=utf-8', () => contract('openapi.yaml')),
  )
  router.get(
    '/openapi.json',
    serve('application/json', () => contract('openapi.json')),
  )
  router.get(
    '/docs/style.css',
    serve('css', () => readFileSync(publicFile('docs/style.css'), 'utf8')),
  )
  router.get('/docs/api', showContract(base))
  router.get('/problems/:code', explainProblem)
  router.all(
    ['/openapi.yaml', '/openapi.json', '/docs/style.css', '/docs/api', '/problems/:code'],
    refuseMethod(['GET']),
  )
  const pages = findPages(pathToFileURL(publicFile('docs/')))
  router.get('/docs/search', search(pages))
  router.all('/docs/search', refuseMethod(['GET']))
  for (const [address, file] of findPictures(pathToFileURL(publicFile('docs/')))) {
    const show = serve('svg', () => readFileSync(file, 'utf8'))
    router.get(address, (req, res, next) => {
      res.set('Content-Security-Policy', PICTURE_POLICY)
      return show(req, res, next)
    })
    router.all(address, refuseMethod(['GET']))
  }
  router.use('/docs', showPages(pages))
  return router
}

/** Shows the pages that are written in Markdown. They have no script, and load their styles only. */
function showPages(pages: Pages): RequestHandler {
  return (req, res, next) => {
    const address = `/docs${req.path}`.replace(/\/$/, '')
    const text = pages.get(address)
    if (text === undefined) return next()
    if (req.method !== 'GET' && req.method !== 'HEAD') return refuseMethod(['GET'])(req, res, next)
    res.set('Content-Security-Policy', PAGE_POLICY)
    return sendKept(req, res, 'html', text)
  }
}

/** Searches the pages, whose sections are read at the first search. */
function search(pages: Pages): RequestHandler {
  let find: ReturnType<typeof searchIn> | undefined
  return (req, res) => {
    const { q } = req.query
    const text = typeof q === 'string' ? q.slice(0, LONGEST).trim() : ''
    find ??= searchIn(pages.sections())
    res.set({ 'Content-Security-Policy': PAGE_POLICY, 'Cache-Control': 'no-store' })
    res.send(String(searchPage(text, find(text))))
  }
}

/** Redirects browsers from `/` to the documentation; other clients get 404. */
const showTheWay: RequestHandler = (req, res, next) => {
  if (req.accepts(['json', 'html']) !== 'html') return next()
  res.vary('Accept').redirect(303, '/docs')
}

/** Shows the whole contract; `not_found` if the page was not built, for example by an installation without development tools. */
function showContract(base: string): RequestHandler {
  let contract: string | undefined
  return (req, res) => {
    const file = publicFile('docs/api.html')
    if (contract === undefined && !existsSync(file)) throw new Refusal('not_found')
    contract ??= readFileSync(file, 'utf8').replaceAll(WRITTEN, base)
    // The page is static and contains its script; nothing is loaded from elsewhere.
    res.set('Content-Security-Policy', policy("script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:"))
    return sendKept(req, res, 'html', contract)
  }
}

/** Explains a problem in a few lines of text; a browser is shown its place in the reference. */
const explainProblem: RequestHandler = (req, res) => {
  const code = problemCodes.find((known) => known === req.params.code)
  if (!code) throw new Refusal('not_found')
  res.vary('Accept')
  if (req.accepts(['text', 'html']) === 'html') return void res.redirect(303, `/docs/reference/problems#${code}`)
  const { title, detail } = texts[languageOf(req)].problems[code]
  res.type('text/plain').send(`${code} (HTTP ${problems[code].status})\n\n${title}\n${detail}\n`)
}
