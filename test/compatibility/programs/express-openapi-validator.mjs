import { once } from 'node:events'
import express from 'express'
import { middleware } from 'express-openapi-validator'
import { callThrough } from './through.mjs'

/** @param {import('./shared.ts').Input} input */
export async function run(input) {
  const apiSpec = await (await fetch(`${input.base}/openapi.json`)).json()
  const app = express()
  app.use(express.json())
  // The server checks tokens itself.
  app.use(middleware({ apiSpec, validateRequests: true, validateResponses: true, validateSecurity: false }))
  app.use(async (req, res) => {
    const { authorization, 'content-type': type = 'application/json' } = req.headers
    const body = req.method === 'GET' ? {} : { body: JSON.stringify(req.body) }
    const headers = { authorization, 'content-type': type }
    const answer = await fetch(input.base + req.originalUrl, { method: req.method, headers, ...body })
    res
      .status(answer.status)
      .type(answer.headers.get('content-type'))
      .json(await answer.json())
  })
  app.use((error, _req, res, _next) => res.status(error.status ?? 500).json({ message: error.message }))
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    return await callThrough(input, `http://127.0.0.1:${server.address().port}`)
  } finally {
    server.close()
  }
}
