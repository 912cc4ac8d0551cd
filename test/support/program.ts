import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Platform } from './platform.ts'

const root = join(import.meta.dirname, '../..')

/** Runs a command as {@link runToEnd}. @returns everything that it printed, also if it failed */
export const runProgram = async (platform: Pick<Platform, 'config'>, name: string, args: string[]): Promise<string> =>
  (await runToEnd(platform, name, args)).output

/**
 * Runs `sendoff-server` beside the server, as `npm run` does.
 *
 * @param name the command, for example `keys rotate`
 * @returns its exit code, and everything that it printed
 */
export async function runToEnd(
  { config }: Pick<Platform, 'config'>,
  name: string,
  args: string[],
): Promise<{ code: number; output: string }> {
  const { dataDirectory, databaseUrl } = config
  const env = { ...process.env, SENDOFF_DATA_DIR: dataDirectory, ...(databaseUrl && { DATABASE_URL: databaseUrl }) }
  const options = ['--disable-warning=ExperimentalWarning', '--conditions=@sendoff/source']
  const run = promisify(execFile)(
    process.execPath,
    [...options, 'packages/server/src/sendoff-server.ts', ...name.split(' '), ...args],
    {
      cwd: root,
      env,
    },
  )
  const ended = run.then((printed) => ({ code: 0, ...printed }))
  const { code, stdout, stderr } = await ended.catch((failed: Failed) => failed)
  return { code, output: stdout + stderr }
}

type Failed = { code: number; stdout: string; stderr: string }
