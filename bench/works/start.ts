import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, rmSync } from 'node:fs'
import { get } from 'node:http'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Bench } from '../run/bench.ts'
import type { Row } from '../run/row.ts'
import { median } from '../run/statistics.ts'
import { inTurns } from '../run/turns.ts'
import { mainOf } from '../servers/checkout.ts'
import { freePort } from '../servers/free-port.ts'
import { environmentOf, FLAGS } from '../servers/process.ts'

const PACKED = 'start to ready, empty SQLite, packed server'

/** The command of a start: the arguments of Node. */
export type Command = readonly string[]

/** The start of a checkout's source, like `npm start`. */
export const sourceOf = (folder: string): Command => [...FLAGS, mainOf(folder)]

/** The start of the packed server, if `npm run build` has made it. */
export function packedOf(folder: string): Command | undefined {
  const program = join(folder, 'packages/server/dist/bin/sendoff-server.js')
  return existsSync(program) ? [program, 'start'] : undefined
}

/** Measures the time from start to ready on an empty SQLite beside `node -e 0`, of the source and of the packed server. */
export async function compareStarts(bench: Bench): Promise<Row[]> {
  const row = (title: string) => ({ title, unit: 'ms' as const, beside: 'node -e 0' })
  const [after] = bench.checkouts.slice(-1)
  const before = bench.checkouts.find(({ name }) => name === 'before')
  const source = {
    ...(before && { before: sourceOf(before.folder) }),
    ...(after && { after: sourceOf(after.folder) }),
  }
  const packed = after && packedOf(after.folder)
  const figures = await measureStarts(bench, source)
  const rows: Row[] = [{ ...row('start to ready, empty SQLite, source'), figures, note: bareNote(figures.bare) }]
  if (packed) {
    const { before } = source
    const figures = await measureStarts(bench, { ...(before && { before }), after: packed })
    // Node starts in 40 ms on the machine of the second limit, so it is a multiple of that.
    const goals = [{ to: 'before', most: 0.5 } as const, { to: 'bare', most: 25 } as const]
    rows.push({ ...row(PACKED), figures, goals })
  } else
    rows.push({ ...row(PACKED), figures: {}, goals: [{ to: 'before', most: 0.5 }], note: 'npm run build packs it' })
  return rows
}

const bareNote = (bare: readonly number[] = []) => `node -e 0 takes ${median(bare).toFixed(0)} ms`

async function measureStarts({ options, directory }: Bench, commands: Record<string, Command>) {
  return inTurns(
    ['bare', ...Object.keys(commands)] as ('before' | 'after' | 'bare')[],
    options.rounds,
    async (name) => {
      const command = commands[name]
      return command ? startToReady(command, directory()) : nodeAlone()
    },
  )
}

/** Starts the platform on an empty directory. @returns milliseconds until the first 200 of `/readyz` */
export async function startToReady(command: Command, directory: string): Promise<number> {
  const port = await freePort()
  const env = environmentOf({ SENDOFF_DATA_DIR: directory, PORT: String(port) })
  const begun = performance.now()
  const child = spawn(process.execPath, command, { env, stdio: 'ignore' })
  const ended = once(child, 'exit')
  while (!(await isReady(port))) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}: ${command.join(' ')}`)
    await delay(5)
  }
  const milliseconds = performance.now() - begun
  child.kill('SIGTERM')
  await ended
  rmSync(directory, { recursive: true, force: true })
  return milliseconds
}

async function nodeAlone(): Promise<number> {
  const begun = performance.now()
  await once(spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' }), 'exit')
  return performance.now() - begun
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
