import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Platform } from './platform.ts'

const root = join(import.meta.dirname, '../..')

/**
 * Runs one of the operator's programs beside the server, as `npm run` does.
 *
 * @param name the file in `packages/server/src`, without its extension
 * @returns everything that it printed, also if it failed
 */
export async function runProgram({ config }: Platform, name: string, args: string[]): Promise<string> {
  const { dataDirectory, databaseUrl } = config
  const env = { ...process.env, SENDOFF_DATA_DIR: dataDirectory, ...(databaseUrl && { DATABASE_URL: databaseUrl }) }
  const options = ['--disable-warning=ExperimentalWarning', '--conditions=@sendoff/source']
  const run = promisify(execFile)(process.execPath, [...options, `packages/server/src/${name}.ts`, ...args], {
    cwd: root,
    env,
  })
  const { stdout, stderr } = await run.catch((failed: { stdout: string; stderr: string }) => failed)
  return stdout + stderr
}
