import { Router } from 'express'
import { refuseMethod } from '../web/refuse-method.ts'
import { serveFiles } from './files.ts'
import { showPage } from './page.ts'
import type { ConsoleParts } from './parts.ts'
import { createSessionRoutes } from './session/routes.ts'

/** The console: its session, its files, and its page at every other path, to be mounted at `/console`. */
export function createConsoleRoutes(parts: ConsoleParts): Router {
  const router = Router({ caseSensitive: true })
  router.use((_req, res, next) => {
    res.locals.operation = 'console'
    next()
  })
  router.use('/session', createSessionRoutes(parts))
  router.get('/assets/:name', serveFiles())
  router.all('/assets/:name', refuseMethod(['GET']))
  router.get('/{*path}', showPage(parts))
  router.all('/{*path}', refuseMethod(['GET']))
  return router
}
