import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { bundle } from '../support/bundle.ts'

/** The conditions in Cloudflare's order; see https://developers.cloudflare.com/workers/wrangler/bundling/ */
const CONDITIONS = ['workerd', 'worker', 'browser', 'import']

const CONFIG = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .main),
    (name = "internet", network = (allow = ["public", "local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
const main :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "worker.js")],
  compatibilityDate = "2026-11-01",
);
`

const WORKER = `import { run } from './program.ts'
export default {
  async fetch(request) {
    try {
      return Response.json(await run(await request.json()))
    } catch (error) {
      return new Response(error.stack, { status: 500 })
    }
  },
}`

/** Runs the program in a worker, bundled as usual, and returns its report. */
export async function runInWorkerd(workerd: string, directory: string, input: unknown): Promise<unknown> {
  const { text } = await bundle(WORKER, directory, CONDITIONS)
  await writeFile(join(directory, 'worker.js'), text)
  await writeFile(join(directory, 'config.capnp'), CONFIG)
  const args = ['serve', '--control-fd=3', 'config.capnp']
  const child = spawn(workerd, args, { cwd: directory, stdio: ['ignore', 'ignore', 'pipe', 'pipe'] })
  let complaint = ''
  child.stderr?.on('data', (text) => (complaint += text))
  try {
    const port = await Promise.race([
      portOf(child.stdio[3] as Readable),
      once(child, 'exit').then(() => {
        throw new Error(`workerd ended: ${complaint}`)
      }),
    ])
    const response = await fetch(`http://127.0.0.1:${port}`, { method: 'POST', body: JSON.stringify(input) })
    if (!response.ok) throw new Error(`in workerd: ${await response.text()}${complaint}`)
    return await response.json()
  } finally {
    child.kill()
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  }
}

/** The port on which it listens, which it reports on a pipe. */
async function portOf(control: Readable): Promise<number> {
  let told = ''
  for await (const chunk of control) {
    told += chunk
    const line = told.split('\n').find((one) => one.includes('"listen"'))
    if (line) return JSON.parse(line).port
  }
  throw new Error('workerd told no port')
}
