import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { temporaryDirectory } from '../support/process.ts'

const entry = join(import.meta.dirname, '../../packages/server/src/sendoff-server.ts')
const options = ['--conditions=@sendoff/source', '--disable-warning=ExperimentalWarning']

type Environment = Record<string, string>
export type Ran = { code: number | null; stdout: string; stderr: string }

/** The settings of a live installation with SQLite that nothing outside of this machine needs. */
export const live = (more: Environment = {}): Environment => ({
  SENDOFF_MODE: 'live',
  SENDOFF_ISSUER: 'https://sendoff.example',
  SENDOFF_MASTER_KEY: randomBytes(32).toString('base64'),
  SENDOFF_COOKIE_KEYS: randomBytes(32).toString('base64'),
  SENDOFF_SMTP_URL: 'smtp://127.0.0.1:9',
  SENDOFF_MAIL_FROM: 'no-reply@sendoff.example',
  SENDOFF_HOST: '127.0.0.1',
  ...more,
})

/** An operator with a working folder of their own, and nothing of the test's environment. */
export function operator(environment: Environment = {}, folder = temporaryDirectory()) {
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: folder,
    NODE_COMPILE_CACHE: join(tmpdir(), 'sendoff-test-compile-cache'),
    ...environment,
  }
  const begin = (args: readonly string[], input = '') => {
    const child = spawn(process.execPath, [...options, entry, ...args], { cwd: folder, env })
    const output = { stdout: '', stderr: '' }
    child.stdout.setEncoding('utf8').on('data', (text) => (output.stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text) => (output.stderr += text))
    child.stdin.on('error', () => {}).end(input)
    const exited = once(child, 'close').then(([code]): Ran => ({ code, ...output }))
    onTestFinished(async () => {
      child.kill('SIGKILL')
      await exited
    })
    return { child, output, exited }
  }
  return {
    folder,
    /** Runs the command to its end. */
    run: (...args: string[]) => begin(args).exited,
    /** Runs it with text on its standard input. */
    pipe: (input: string, ...args: string[]) => begin(args, input).exited,
    /** Starts it; resolves when its output holds. */
    async start(holds: RegExp, ...args: string[]) {
      const started = begin(args)
      while (!holds.test(started.output.stdout)) {
        const ended = await Promise.race([started.exited, once(started.child.stdout, 'data').then(() => undefined)])
        if (ended && !holds.test(ended.stdout)) throw new Error(`it ended with ${ended.code}: ${ended.stderr}`)
      }
      return started
    },
  }
}
