import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'

/** A server in a process of its own. */
export type Running = {
  base: string
  /** The CPU time that the process has used, in milliseconds, in steps of 10; NaN if the system does not report it. */
  cpu(): number
  stop(): Promise<void>
}

export const MAIN = join(import.meta.dirname, '../../packages/server/src/main.ts')
export const FLAGS = ['--conditions=@sendoff/source', '--disable-warning=ExperimentalWarning']

// An interrupted benchmark leaves no server behind.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

/** The environment of the server, without our variables that would change its behaviour. */
export const environmentOf = (directory: string, more: Record<string, string> = {}) => ({
  PATH: process.env.PATH ?? '',
  PORT: '0',
  SENDOFF_DATA_DIR: directory,
  ...more,
})

/** Starts the platform like `npm start`. It logs at the default level, into a file in its directory. */
export async function startPlatform(directory: string, more: Record<string, string> = {}): Promise<Running> {
  const log = openSync(join(directory, 'log'), 'a')
  const child = spawn(process.execPath, [...profiling(), ...FLAGS, MAIN], {
    env: environmentOf(directory, more),
    stdio: ['ignore', 'pipe', log],
  })
  const out = child.stdout as Readable
  const ended = once(child, 'exit').then(() => undefined)
  for (let said = ''; ; ) {
    const heard = await Promise.race([once(out, 'data'), ended])
    if (!heard) throw new Error(`The server did not start: ${readFileSync(join(directory, 'log'), 'utf8')}`)
    said += String(heard[0])
    const [, base] = /listens on (\S+)\s/.exec(said) ?? []
    out.resume()
    if (base !== undefined) return running(child, base)
  }
}

/** Starts a program of `bare/`, which sends its port when it listens. */
export async function startBare(program: string, ...parameters: string[]): Promise<Running> {
  const child = fork(join(import.meta.dirname, 'bare', program), parameters, { execArgv: FLAGS })
  const [port] = (await once(child, 'message')) as [number]
  return running(child, `http://127.0.0.1:${port}`)
}

/** The options by which the platform writes CPU profiles into the directory in `BENCH_PROFILE`. */
function profiling(): string[] {
  const { BENCH_PROFILE } = process.env
  return BENCH_PROFILE ? ['--cpu-prof', `--cpu-prof-dir=${BENCH_PROFILE}`] : []
}

function running(child: ChildProcess, base: string): Running {
  const ended = once(child, 'exit')
  process.once('exit', () => child.kill('SIGKILL'))
  return {
    base,
    cpu: () => cpuOf(child.pid ?? 0),
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** Reads the 14th and 15th field of `stat` (proc(5)), in ticks of 10 ms; the second field, a name, may contain spaces. */
function cpuOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return Number.NaN
  }
}
