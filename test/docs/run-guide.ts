import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { freePort } from '../support/process.ts'
import { programOf } from './program.ts'

const root = join(import.meta.dirname, '../..')

export const readGuide = (name: string) => readFileSync(join(root, `docs/guides/${name}.md`), 'utf8')

type Options = { directory: string; environment?: Record<string, string>; onOutput?: (output: string) => void }

/** Runs the program of a guide like its reader, in a checkout beside a running server, and waits until it ends. */
export async function runGuide(markdown: string, { directory, environment = {}, onOutput }: Options) {
  const file = join(directory, 'guide.ts')
  writeFileSync(file, programOf(markdown, join(import.meta.dirname, 'shell.ts')))
  const child = spawn(
    process.execPath,
    ['--conditions=@sendoff/source', '--disable-warning=ExperimentalWarning', '--preserve-symlinks-main', file],
    {
      cwd: directory,
      stdio: ['ignore', 'pipe', 'pipe'],
      // Processes that it leaves running end with it.
      detached: true,
      env: {
        PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
        HOME: directory,
        PORT: String(await freePort()),
        ...environment,
      },
    },
  )
  onTestFinished(() => endGroup(child.pid))
  let [output, errors] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text
    onOutput?.(output)
  })
  child.stderr.setEncoding('utf8').on('data', (text) => (errors += text))
  const [code] = await once(child, 'exit')
  endGroup(child.pid)
  return { code, output, errors }
}

function endGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  } catch {
    // The whole group has ended.
  }
}
