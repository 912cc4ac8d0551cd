import { Router } from 'express'
import { sql } from 'kysely'
import type { Store } from '../store/store.ts'
import { refuseMethod } from '../web/refuse-method.ts'

/** Answers `/healthz` while the process runs, and `/readyz` while it can do its work and is not stopping. */
export function createHealthRoutes(store: Store, isStopping: () => boolean): Router {
  const router = Router()
  router.get('/healthz', (_req, res) => void res.json({ status: 'ok' }))
  router.get('/readyz', async (_req, res) => {
    const problem = isStopping() ? 'stopping' : await storeProblem(store)
    res.status(problem ? 503 : 200).json(problem ? { status: 'unavailable', reason: problem } : { status: 'ready' })
  })
  router.all(['/healthz', '/readyz'], refuseMethod(['GET']))
  return router
}

async function storeProblem(store: Store): Promise<string | undefined> {
  try {
    await sql`select 1`.execute(store.db)
    return undefined
  } catch {
    return 'the database does not answer'
  }
}
