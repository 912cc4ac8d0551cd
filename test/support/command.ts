import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Platform } from './platform.ts'
import { temporaryDirectory } from './process.ts'

const entry = join(import.meta.dirname, '../../packages/cli/src/sendoff.ts')
const options = ['--conditions=@sendoff/source', '--disable-warning=ExperimentalWarning']

export type Ran = { code: number | null; stdout: string; stderr: string }
type Environment = Record<string, string>

/** A user of the command, with a home and a current folder of their own, and nothing of the test's environment. */
export function user(environment: Environment = {}) {
  const home = temporaryDirectory()
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: home,
    NODE_COMPILE_CACHE: join(tmpdir(), 'sendoff-test-compile-cache'),
    ...environment,
  }
  const start = (...args: string[]) => spawn(process.execPath, [...options, entry, ...args], { cwd: home, env })
  const onTerminal = (words: string[]) => {
    const flags = ['--quiet', '--return', '--echo', 'never', '--command', words.map(quoted).join(' '), '/dev/null']
    return spawn('script', flags, { cwd: home, env: { ...env, TERM: 'xterm' } })
  }
  return {
    home,
    /** Starts the command, which is killed when the test is over. */
    start: (...args: string[]) => watched(start(...args)),
    /** Runs the command to its end. */
    run: (...args: string[]) => watched(start(...args), '').exited,
    /** Runs the command on a pseudo-terminal, and types. Both of its streams are in `stdout`. */
    type: (typed: string, ...args: string[]) =>
      watched(onTerminal([process.execPath, ...options, entry, ...args]), typed).exited,
    /** Starts any program on a pseudo-terminal, to which the test can type. */
    terminal: (words: string[]) => watched(onTerminal(words)),
  }
}

/** A word as a shell takes it, whatever is in it. */
export const quoted = (word: string) => `'${word.replaceAll("'", `'\\''`)}'`

/** The environment of a user who acts as an organisation's app. */
export function asApp({ base, data }: Pick<Platform, 'base' | 'data'>, index = 0): Environment {
  const app = data.organizations[index]?.apps[0]
  if (!app) throw new Error('the demo data has no such app')
  return {
    SENDOFF_BASE_URL: base,
    SENDOFF_CLIENT_ID: app.client_id,
    SENDOFF_CLIENT_SECRET: app.client_secret,
  }
}

/** Puts the file of a sandbox into a folder, as the server does beside which the command is run. */
export function beside(folder: string, { base, data }: Pick<Platform, 'base' | 'data'>): void {
  mkdirSync(join(folder, '.sendoff'), { mode: 0o700 })
  writeFileSync(join(folder, '.sendoff', 'sandbox.json'), JSON.stringify({ ...data, base_url: base }), { mode: 0o600 })
}

/** The reason why nothing can be typed here; the tests that need a terminal are skipped by it. */
export const noTerminal = existsSync('/usr/bin/script') ? undefined : 'script of util-linux is not installed'

function watched(child: ChildProcess, typed?: string) {
  const output = { stdout: '', stderr: '' }
  child.stdout?.setEncoding('utf8').on('data', (text) => (output.stdout += text))
  child.stderr?.setEncoding('utf8').on('data', (text) => (output.stderr += text))
  if (typed !== undefined) child.stdin?.end(typed)
  const exited = once(child, 'close').then(([code]): Ran => ({ code, ...output }))
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await exited
  })
  return {
    child,
    output,
    exited,
    /** Resolves when the output holds; the test's own time limit is the limit. */
    async until(holds: (output: { stdout: string; stderr: string }) => boolean): Promise<void> {
      while (!holds(output)) {
        const ended = await Promise.race([
          exited,
          once(child.stdout ?? child, 'data').then(() => undefined),
          once(child.stderr ?? child, 'data').then(() => undefined),
        ])
        if (ended && !holds(output)) throw new Error(`the command ended with ${ended.code}: ${ended.stderr}`)
      }
    },
  }
}
