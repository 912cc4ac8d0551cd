import { getHttpOperationsFromSpec } from '@stoplight/prism-http'
import { createServer } from '@stoplight/prism-http-server'
import pino from 'pino'
import { callThrough } from './through.mjs'

/** @param {import('./shared.ts').Input} input */
export async function run(input) {
  const checks = { validateRequest: true, validateResponse: true, checkSecurity: true, errors: true }
  const server = createServer(await getHttpOperationsFromSpec(`${input.base}/openapi.json`), {
    cors: false,
    config: { ...checks, isProxy: true, upstream: new URL(input.base), mock: {} },
    components: { logger: pino({ level: 'silent' }) },
  })
  try {
    return await callThrough(input, await server.listen(0, '127.0.0.1'))
  } finally {
    await server.close()
  }
}
