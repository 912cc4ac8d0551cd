/**
 * Loaded into a server before its own modules: appends each statement that leaves JavaScript to the file in `STATEMENTS`, one JSON
 * line each, with the `x-counted` header of the request for which it runs, and a line with `end` when that request is answered.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { subscribe } from 'node:diagnostics_channel'
import { appendFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { DatabaseSync, StatementSync } from 'node:sqlite'

const { STATEMENTS = '' } = process.env
const request = new AsyncLocalStorage<string | undefined>()
type Asked = { request: { headers: Record<string, string | undefined> } }

const write = (line: object) => appendFileSync(STATEMENTS, `${JSON.stringify(line)}\n`)
const saw = (text: string) => write({ of: request.getStore(), text })

subscribe('http.server.request.start', (message) => {
  request.enterWith((message as Asked).request.headers['x-counted'])
})
subscribe('http.server.response.finish', (message) => {
  const label = (message as Asked).request.headers['x-counted']
  if (label !== undefined) write({ end: label })
})

for (const method of ['run', 'all', 'get'] as const) {
  const original = StatementSync.prototype[method] as (...values: unknown[]) => unknown
  StatementSync.prototype[method] = function (this: StatementSync, ...values: unknown[]) {
    saw(this.sourceSQL)
    return original.apply(this, values)
  } as never
}
const { exec } = DatabaseSync.prototype
DatabaseSync.prototype.exec = function (text) {
  saw(text)
  return exec.call(this, text)
}

const { Client } = createRequire(import.meta.url)('pg')
const { query } = Client.prototype
Client.prototype.query = function (this: unknown, asked: string | { text: string }, ...more: unknown[]) {
  saw(typeof asked === 'string' ? asked : asked.text)
  return query.call(this, asked, ...more)
}
