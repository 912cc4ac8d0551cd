import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { onTestFinished } from 'vitest'

const root = new URL('../../', import.meta.url)

/** Runs an npm script of the repository like a user, beside a running server. */
export function run(script: string, dataDirectory: string, environment: Record<string, string> = {}) {
  const child = spawn('npm', ['run', '--silent', script], {
    cwd: root,
    env: { ...process.env, SENDOFF_DATA_DIR: dataDirectory, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  let output = ''
  const waiting: (() => void)[] = []
  child.stdout.on('data', (chunk) => {
    output += chunk
    for (const check of waiting) check()
  })
  onTestFinished(() => stop(child))
  return {
    child,
    output: () => output,
    until: (text: RegExp) =>
      new Promise<void>((resolve) => {
        const check = () => void (text.test(output) && resolve())
        waiting.push(check)
        check()
      }),
  }
}

/** npm starts the script in its own process group, so the signal goes to the group. */
export async function stop(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM') {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  process.kill(-child.pid, signal)
  await once(child, 'exit')
}
