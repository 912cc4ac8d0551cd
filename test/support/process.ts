import { type ChildProcess, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { SandboxData } from './platform.ts'

type Environment = Record<string, string>
export type Exit = { code: number | null; signal: NodeJS.Signals | null; stdout: string; stderr: string }
export type ServerProcess = Awaited<ReturnType<typeof startProcess>>

const root = join(import.meta.dirname, '../..')

/**
 * Starts the server as `npm start` does, in a process of its own, and waits until it listens. It has a free port and a new data
 * directory unless `environment` says otherwise, and is killed when the test is over.
 *
 * @param directory the repository, or a copy of another version's packages
 */
export async function startProcess(environment: Environment = {}, directory = root) {
  const { child, output, exited, dataDirectory } = launch(environment, directory)
  let base: string | undefined
  while (base === undefined) {
    base = /listens on (\S+)\s/.exec(output.stdout)?.[1]
    if (base !== undefined) break
    const ended = await Promise.race([exited, once(child.stdout, 'data').then(() => undefined)])
    if (ended) throw new Error(`the server ended with ${ended.code ?? ended.signal}:\n${ended.stderr}`)
  }
  return {
    base,
    pid: child.pid ?? 0,
    dataDirectory,
    stdout: () => output.stdout,
    stderr: () => output.stderr,
    exited,
    kill(signal: NodeJS.Signals): Promise<Exit> {
      child.kill(signal)
      return exited
    },
    /** Reads the current content of `sandbox.json`. */
    get data(): SandboxData {
      return JSON.parse(readFileSync(join(dataDirectory, 'sandbox.json'), 'utf8'))
    },
  }
}

/** Runs the server as {@link startProcess} does, where it is expected to end by itself, without a word on its output. */
export function runProcess(environment: Environment = {}): Promise<Exit> {
  const { child, exited } = launch(environment)
  child.stdout.once('data', () => child.kill())
  return exited
}

/**
 * Finds a port on which nothing listens, for a server that does not report its port, or for an address without a server. The port is
 * below those that a system assigns by itself (from 32768 or 49152 on), so that no other process gets it in the meantime.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(10_000, 32_768)
    const server = createServer()
    const isFree = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true))
    })
    if (!isFree) continue
    await new Promise((resolve) => server.close(resolve))
    return port
  }
}

/** A new directory that is removed when the test is over. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'sendoff-test-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  return directory
}

function launch(environment: Environment, directory = root) {
  const dataDirectory = environment.SENDOFF_DATA_DIR ?? temporaryDirectory()
  const child = spawn(
    process.execPath,
    ['--conditions=@sendoff/source', '--disable-warning=ExperimentalWarning', 'packages/server/src/main.ts'],
    {
      cwd: directory,
      stdio: ['ignore', 'pipe', 'pipe'],
      // Nothing of the test's own environment: it may hold a SENDOFF_MODE or a DATABASE_URL.
      env: {
        PATH: process.env.PATH ?? '',
        NODE_COMPILE_CACHE: join(tmpdir(), 'sendoff-test-compile-cache'),
        PORT: '0',
        SENDOFF_DATA_DIR: dataDirectory,
        ...environment,
      },
    },
  )
  const output = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text) => (output.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text) => (output.stderr += text))
  const exited = ended(child).then((exit) => ({ ...exit, ...output }))
  // Tests are cleaned up after in reverse order, so the process is gone before its directory.
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await exited
  })
  return { child, output, exited, dataDirectory }
}

async function ended(child: ChildProcess): Promise<Pick<Exit, 'code' | 'signal'>> {
  const [code, signal] = await once(child, 'close')
  return { code, signal }
}
