import { createServer, type Server } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { asApp, user } from '../support/command.ts'
import { eventually, long, secondsSince } from '../support/environment.ts'
import { Caller } from '../support/platform.ts'
import { freePort, startProcess, temporaryDirectory } from '../support/process.ts'

const KILLS = long ? 20 : 4

/** Seconds after which the server gives up a client that is silent; a laptop that sleeps is silent for longer. */
const LIMIT = 2

/** A consumer on one port, which can be down. It records the events that it confirms. */
async function startConsumer() {
  const port = await freePort()
  const received: { sequence: number; subject: string }[] = []
  let server: Server | undefined
  const up = async () => {
    server = createServer(async (request, response) => {
      let text = ''
      for await (const chunk of request) text += chunk
      const { sequence, data } = JSON.parse(text)
      // Some are refused, and some are confirmed by an answer that is lost with the connection.
      const luck = Math.random()
      if (luck < 0.05) return response.writeHead(503).end()
      received.push({ sequence, subject: String(data.account_id ?? data.dept_id ?? '') })
      return luck < 0.1 ? response.destroy() : response.writeHead(204).end()
    })
    await new Promise<void>((resolve) => server?.listen(port, '127.0.0.1', resolve))
  }
  const down = async () => {
    server?.closeAllConnections()
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)))
  }
  await up()
  onTestFinished(down)
  return { url: `http://127.0.0.1:${port}/webhooks`, received, up, down }
}

test(`sendoff listen loses nothing while its server is killed ${KILLS} times, it sleeps, and its consumer is down`, {
  timeout: 900_000,
}, async () => {
  const start = performance.now()
  const settings = {
    PORT: String(await freePort()),
    SENDOFF_DATA_DIR: temporaryDirectory(),
    SENDOFF_KEEP_ALIVE: String(LIMIT),
    SENDOFF_REQUEST_TIMEOUT: String(LIMIT),
  }
  let server = await startProcess(settings)
  const caller = new Caller(server.base, server.data)
  const consumer = await startConsumer()
  const { start: run } = user(asApp(caller))
  const listen = async (...more: string[]) => {
    const listener = run('listen', '--to', consumer.url, ...more)
    await listener.until(({ stderr }) => stderr.includes('Listening'))
    return listener
  }
  let listener = await listen('--from', 'oldest')
  let [sleeps, outages, restarts] = [0, 0, 0]
  for (let kill = 1; kill <= KILLS; kill++) {
    const facts = makeFacts(caller)
    const isDown = kill % 3 === 0
    const isAsleep = kill % 4 === 0
    if (isDown) {
      outages++
      await consumer.down()
    }
    if (isAsleep) {
      sleeps++
      listener.child.kill('SIGSTOP')
    }
    await delay(300 * Math.random())
    await server.kill('SIGKILL')
    await facts
    server = await startProcess(settings)
    await makeFacts(caller)
    if (isAsleep) {
      await delay((LIMIT + 1) * 1000)
      listener.child.kill('SIGCONT')
    }
    // The listener itself dies, too, and is started again.
    if (kill % 7 === 0) {
      restarts++
      listener.child.kill('SIGKILL')
      await listener.exited
      listener = await listen()
    }
    if (isDown) await consumer.up()
  }
  const scopes = ['event:read', 'org:read', 'member:read', 'org:write'] as const
  const token = await caller.appToken(caller.organization(0).org_id, ...scopes)
  const { last_sequence } = (await caller.get('/v1.0/events?limit=1&since=9999-12-31T00:00:00Z', token)).body
  const all = Array.from({ length: last_sequence }, (_, at) => at + 1)
  const sequences = () => new Set(consumer.received.map(({ sequence }) => sequence))
  await eventually(() => sequences().size >= all.length)
  listener.child.kill('SIGTERM')
  expect((await listener.exited).code).toBe(143)
  expect([...sequences()].toSorted((a, b) => a - b)).toEqual(all)
  const late = new Map<string, number[]>()
  for (const { subject, sequence } of consumer.received) {
    const seen = late.get(subject) ?? []
    if (!seen.includes(sequence)) late.set(subject, [...seen, sequence])
  }
  for (const seen of late.values()) expect(seen).toEqual(seen.toSorted((a, b) => a - b))
  const twice = consumer.received.length - all.length
  console.log(
    `${KILLS} kills of the server, ${sleeps} sleeps of ${LIMIT + 1} s, ${outages} outages of the consumer, ${restarts} kills of the listener, ` +
      `in ${secondsSince(start)} s: ${all.length} events of ${late.size} subjects, none lost, none out of order, ${twice} twice`,
  )
})

/** Makes a dozen facts of several subjects, of which some fail while the server is killed. */
async function makeFacts(caller: Caller): Promise<void> {
  try {
    const token = await caller.appToken(caller.organization(0).org_id, 'org:write')
    const as = caller.as(token)
    for (let round = 0; round < 3; round++) {
      const { dept_id } = await as.call('departments.create', { name: 'A department', parent_dept_id: 1 })
      for (const name of ['One', 'Two', 'Three']) await as.call('departments.update', { dept_id, name })
    }
  } catch {
    // The events that were made are counted in the end.
  }
}
