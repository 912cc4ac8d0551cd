import { createHash, timingSafeEqual } from 'node:crypto'
import { type Request, Router } from 'express'
import { classOf, type Metrics } from '../metrics/metrics.ts'
import { Refusal } from '../refusal.ts'
import { refuseMethod } from '../web/refuse-method.ts'
import { fromLoopback } from './loopback.ts'
import type { Preparation } from './prepare.ts'

/**
 * The access to metrics: from this machine, or with a token. Behind a proxy every request seems to come from this machine, so in live
 * mode only a token counts, and without one there are no metrics.
 */
export type MetricsAccess = 'loopback' | { token: string | undefined }

/** Serves `/metrics` in the text format of Prometheus. */
export function createMetricsRoute(metrics: Metrics, access: MetricsAccess): Router {
  const router = Router()
  router.get('/metrics', async (req, res) => {
    requireAccess(req, access)
    res.set('Content-Type', metrics.contentType).send(await metrics.text())
  })
  router.all('/metrics', refuseMethod(['GET']))
  return router
}

/** @throws {Refusal} `not_found` if the caller can't have metrics; `token_missing`, `token_invalid` */
function requireAccess(req: Request, access: MetricsAccess): void {
  if (access === 'loopback') {
    if (!fromLoopback(req)) throw new Refusal('not_found')
    return
  }
  if (access.token === undefined) throw new Refusal('not_found')
  const header = req.get('authorization')
  if (header === undefined) throw new Refusal('token_missing')
  const [, token = ''] = /^Bearer +(\S+)$/i.exec(header) ?? []
  const digest = (text: string) => createHash('sha256').update(text).digest()
  if (!timingSafeEqual(digest(token), digest(access.token))) throw new Refusal('token_invalid')
}

/** Counts each request by its operation when it ends. */
export function countRequests(metrics: Metrics): Preparation {
  return (_req, res) => {
    const started = performance.now()
    res.on('close', () => {
      const status = res.headersSent ? classOf(res.statusCode) : 'aborted'
      metrics.answered(String(res.locals.operation ?? 'other'), status, (performance.now() - started) / 1000)
    })
  }
}
