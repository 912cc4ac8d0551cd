import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Settings } from '../../test/support/database.ts'
import { mainOf } from './checkout.ts'

/** A server in a process of its own. */
export type Running = {
  base: string
  child: ChildProcess
  /** The CPU time that the process has used, in milliseconds, in steps of 10; NaN if the system does not report it. */
  cpu(): number
  /** The memory that the process holds, in MiB; NaN if the system does not report it. */
  memory(): number
  stop(): Promise<void>
}

export const FLAGS = ['--conditions=@sendoff/source', '--disable-warning=ExperimentalWarning']

// An interrupted benchmark leaves no server behind.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

/** The environment of a server on its data, without our variables that would change its behaviour. */
export const environmentOf = (data: Settings): Settings => ({ PATH: process.env.PATH ?? '', PORT: '0', ...data })

/**
 * Starts the platform of a checkout like `npm start`. It logs at the default level, into a file in its directory.
 *
 * @param data `SENDOFF_DATA_DIR`, and `DATABASE_URL` on PostgreSQL
 * @param inside a module of `inside/` that the process loads first
 */
export async function startPlatform(folder: string, data: Settings, inside?: string): Promise<Running> {
  const logFile = join(data.SENDOFF_DATA_DIR ?? '', 'log')
  const log = openSync(logFile, 'a')
  const first = inside === undefined ? [] : ['--import', join(import.meta.dirname, '../inside', inside)]
  const child = spawn(process.execPath, [...profiling(), ...FLAGS, ...first, mainOf(folder)], {
    cwd: folder,
    env: environmentOf(data),
    stdio: ['ignore', 'pipe', log, ...(inside === undefined ? [] : (['ipc'] as const))],
  })
  const out = child.stdout as Readable
  const ended = once(child, 'exit').then(() => undefined)
  for (let said = ''; ; ) {
    const heard = await Promise.race([once(out, 'data'), ended])
    if (!heard) throw new Error(`The server did not start: ${readFileSync(logFile, 'utf8')}`)
    said += String(heard[0])
    const [, base] = /listens on (\S+)\s/.exec(said) ?? []
    out.resume()
    if (base !== undefined) return running(child, base)
  }
}

/** Starts a program of `bare/`, which sends its port when it listens. */
export async function startBare(program: string, ...parameters: string[]): Promise<Running> {
  const child = fork(join(import.meta.dirname, '../bare', program), parameters, { execArgv: FLAGS })
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
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  return {
    base,
    child,
    cpu: () => cpuOf(child.pid ?? 0),
    memory: () => memoryOf(child.pid ?? 0),
    async stop() {
      child.kill('SIGTERM')
      await ended
      process.off('exit', kill)
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

/** Reads the resident memory of `status` (proc(5)). */
function memoryOf(pid: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
  } catch {
    return Number.NaN
  }
}
