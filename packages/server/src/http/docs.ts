import { existsSync, readFileSync } from 'node:fs'
import { problemCodes } from '@sendoff/api'
import { Router } from 'express'
import { parse } from 'yaml'
import { Refusal } from '../refusal.ts'
import { languageOf } from './problem.ts'
import { problems } from './problems.ts'
import { refuseMethod } from './refuse-method.ts'

const root = new URL('../../../../', import.meta.url)

/** The contract as YAML and JSON, its pages at `/docs`, and a page for each problem, where its `type` points to. */
export function createDocsRoutes(): Router {
  const yaml = readFileSync(new URL('openapi.yaml', root), 'utf8')
  const json = JSON.stringify(parse(yaml))
  const router = Router()
  router.get('/openapi.yaml', (_req, res) => void res.type('application/yaml').send(yaml))
  router.get('/openapi.json', (_req, res) => void res.type('application/json').send(json))
  router.get('/docs', (_req, res) => {
    // The page is static and brings its script in itself; nothing is loaded from elsewhere.
    res.set(
      'Content-Security-Policy',
      "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    )
    res.type('html').send(readDocs())
  })
  router.get('/problems/:code', (req, res) => {
    const code = problemCodes.find((known) => known === req.params.code)
    if (!code) throw new Refusal('not_found')
    const { status, title, detail } = problems[code]
    const language = languageOf(req)
    res.type('text/plain').send(`${code} (HTTP ${status})\n\n${title[language]}\n${detail[language]}\n`)
  })
  router.all(['/openapi.yaml', '/openapi.json', '/docs', '/problems/:code'], refuseMethod(['GET']))
  return router
}

let page: string | undefined

/** @throws {Refusal} `not_found` where the pages were not built, as by an installation without development tools */
function readDocs(): string {
  const file = new URL('packages/server/dist-docs/index.html', root)
  if (page === undefined && !existsSync(file)) throw new Refusal('not_found')
  page ??= readFileSync(file, 'utf8')
  return page
}
