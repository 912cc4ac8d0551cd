import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { freePort } from '../servers/free-port.ts'

export type Redis = { url: string; version: string; stop(): Promise<void> }

/**
 * Starts Debian's redis-server, or the one that `REDIS_SERVER` names, on a free port with its data in a directory. Its log of commands
 * is written each second, like BullMQ's documentation recommends: less durable than the others, which write at each commit.
 *
 * @returns undefined if there is none
 */
export async function startRedis(directory: string): Promise<Redis | undefined> {
  const port = await freePort()
  const options = {
    port,
    bind: '127.0.0.1',
    dir: directory,
    appendonly: 'yes',
    save: '',
    'maxmemory-policy': 'noeviction',
  }
  const flags = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)])
  const child = spawn(process.env.REDIS_SERVER ?? 'redis-server', flags, { stdio: ['ignore', 'pipe', 'inherit'] })
  const failed = once(child, 'error').then(
    () => undefined,
    () => undefined,
  )
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  for (let said = ''; ; ) {
    const heard = await Promise.race([once(child.stdout, 'data'), failed, once(child, 'exit').then(() => undefined)])
    if (!heard) return undefined
    said += String(heard[0])
    if (!/Ready to accept connections/.test(said)) continue
    child.stdout.resume()
    return {
      url: `redis://127.0.0.1:${port}`,
      version: /Redis version=([\d.]+)/.exec(said)?.[1] ?? 'unknown',
      async stop() {
        child.kill('SIGTERM')
        await once(child, 'exit')
        process.off('exit', kill)
      },
    }
  }
}
