import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import express from 'express'
import pg from 'pg'
import { types } from '../../packages/server/src/store/postgres.ts'
import { listen } from './listen.ts'
import { type Command, type Row, unlinkStatements } from './unlink-statements.ts'

/**
 * Bare Express that unlinks: it trusts the request, runs the statements of an unlink in one transaction and answers. Its parameter is
 * the path of a file, for SQLite through `node:sqlite`, or a URL, for PostgreSQL through `pg`.
 */
const [where = ''] = process.argv.slice(2)
const unlink = where.startsWith('postgres') ? onPostgres(where) : onSqlite(where)
const app = express()
app.post('/v1.0/organization/unlink', express.json(), async (req, res) => {
  res.json(await unlink({ ...req.body, org_id: req.get('x-organization'), now: Date.now() }))
})
listen(app)

function onSqlite(path: string) {
  const database = new DatabaseSync(path, { timeout: 5000 })
  database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on')
  const prepared = new Map<string, StatementSync>()
  const run = (sql: string, values: SQLInputValue[]) => {
    const statement = prepared.get(sql) ?? database.prepare(sql)
    prepared.set(sql, statement)
    return statement.all(...values) as Row[]
  }
  return (command: Command) => {
    run('begin immediate', [])
    const statements = unlinkStatements(command)
    let step = statements.next()
    while (!step.done) {
      const [sql, values] = step.value
      step = statements.next(run(sql.replace(' for update', ''), values))
    }
    run('commit', [])
    return step.value
  }
}

function onPostgres(connectionString: string) {
  const pool = new pg.Pool({ connectionString, types, max: 20 })
  // Like on the platform, each statement is prepared once for each connection.
  const named = new Map<string, { name: string; text: string }>()
  const prepare = (sql: string) => {
    let count = 0
    const known = named.get(sql) ?? { name: `bare_${named.size}`, text: sql.replaceAll('?', () => `$${++count}`) }
    named.set(sql, known)
    return known
  }
  return async (command: Command) => {
    const client = await pool.connect()
    try {
      await client.query('begin')
      const statements = unlinkStatements(command)
      let step = statements.next([])
      while (!step.done) {
        const [sql, values] = step.value
        step = statements.next((await client.query({ ...prepare(sql), values })).rows)
      }
      await client.query('commit')
      return step.value
    } finally {
      client.release()
    }
  }
}
