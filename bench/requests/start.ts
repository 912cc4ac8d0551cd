import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { get } from 'node:http'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { environmentOf, FLAGS, MAIN } from './process.ts'

/** Starts the platform on an empty directory. @returns seconds until the first 200 of `/readyz` */
export async function startToReady(): Promise<number> {
  const directory = mkdtempSync(join(tmpdir(), 'sendoff-bench-'))
  const port = await freePort()
  const environment = environmentOf(directory, { PORT: String(port) })
  const begun = performance.now()
  const child = spawn(process.execPath, [...FLAGS, MAIN], { env: environment, stdio: 'ignore' })
  const ended = once(child, 'exit')
  while (!(await isReady(port))) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}`)
    await delay(5)
  }
  const seconds = (performance.now() - begun) / 1000
  child.kill('SIGTERM')
  await ended
  rmSync(directory, { recursive: true, force: true })
  return seconds
}

async function isReady(port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const asked = get({ host: '127.0.0.1', port, path: '/readyz' }, (answer) => {
    answer.resume()
    resolve(answer.statusCode === 200)
  })
  asked.on('error', () => resolve(false))
  return promise
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
