import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * Runs a command and returns its output.
 *
 * @throws Error with the output, when the command fails
 */
export async function output(command: string, args: string[], cwd: string): Promise<string> {
  try {
    const { stdout } = await run(command, args, { cwd, env: environment(), maxBuffer: 64 << 20, timeout: 300_000 })
    return stdout
  } catch (error) {
    const { message, stdout, stderr } = error as Error & { stdout?: string; stderr?: string }
    throw new Error(`${message}\n${stdout ?? ''}\n${stderr ?? ''}`)
  }
}

export const npm = (args: string[], cwd: string) => output('npm', args, cwd)

/** Our environment without the variables of `npm test`, because a program that is started here belongs to another project. */
export function environment(): NodeJS.ProcessEnv {
  const ofTheScript =
    /^(npm_(package|lifecycle|command|config_(local_prefix|allow_scripts))|NODE_OPTIONS$|VITEST|INIT_CWD$)/
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofTheScript.test(name)))
}
