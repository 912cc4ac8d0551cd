import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { inject, onTestFinished } from 'vitest'
import { createDatabase } from '../support/postgres/database.ts'

const root = join(import.meta.dirname, '../..')

export type Places = { SENDOFF_DATA_DIR: string; DATABASE_URL: string }

/** A database without data for the move, removed when the test is over. */
export async function emptyTarget(): Promise<string> {
  const database = await createDatabase(inject('postgresUrl'))
  onTestFinished(() => database.drop())
  return database.url
}

/** Runs `sendoff-server move-to-postgres` as a process, in English. `killAfter` ends it with SIGKILL after that many lines of its output. */
export async function runMove(places: Partial<Places>, { args = [] as string[], killAfter = Infinity } = {}) {
  const options = ['--disable-warning=ExperimentalWarning', '--conditions=@sendoff/source']
  const child = spawn(
    process.execPath,
    [...options, 'packages/server/src/sendoff-server.ts', 'move-to-postgres', ...args],
    {
      cwd: root,
      env: { PATH: process.env.PATH ?? '', ...places },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let output = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
    if (output.split('\n').length > killAfter) child.kill('SIGKILL')
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
  const [code, signal] = await once(child, 'close')
  return { code, signal, output, errors }
}

/** Changes the database of a stopped server. */
export function inSqlite<Result>(directory: string, work: (database: DatabaseSync) => Result): Result {
  const database = new DatabaseSync(join(directory, 'sendoff.sqlite'))
  try {
    return work(database)
  } finally {
    database.close()
  }
}

/** Adds rows to a stopped installation, in a table that nothing else of the test uses. */
export function addRows(directory: string, count: number): void {
  inSqlite(directory, (database) =>
    database.exec(`with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count})
      insert into counter (subject, count, window_ends_at) select 'move:' || i, i, 9007199254740993 + i from n`),
  )
}
