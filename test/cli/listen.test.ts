import { mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { verify } from '@sendoff/sdk/webhooks'
import { expect, test } from 'vitest'
import { asApp, user } from '../support/command.ts'
import { Caller, onSqlite } from '../support/platform.ts'
import { freePort, startProcess, temporaryDirectory } from '../support/process.ts'
import { startReceiver } from '../support/receiver.ts'

const STATE = join('.local', 'state', 'sendoff', 'listen')

onSqlite((platform) => {
  test('every event reaches every URL, signed, and the place is stored in files that only their owner can read', async () => {
    const first = await startReceiver()
    const second = await startReceiver()
    const { home, run } = user(asApp(platform()))
    await createDepartments(platform(), 3)
    const args = ['listen', '--from', 'oldest', '--to', first.url, '--to', second.url, '--until-idle', '1s', '--json']
    const ran = await run(...args)
    expect(ran.code).toBe(0)
    const secret = (await run('listen', '--print-secret')).stdout.trim()
    for (const { received } of [first, second]) {
      expect(received.map(({ event }) => event.sequence)).toEqual([1, 2, 3])
      for (const { body, headers } of received) {
        const verified = await verify(body, headers as Record<string, string>, { secrets: secret })
        expect(verified.type).toBe('department.created')
      }
    }
    const lines = ran.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)) // prettier-ignore
    expect(lines).toHaveLength(6)
    expect(lines[0]).toMatchObject({ type: 'department.created', sequence: 1, response_status: 204 })
    expect(JSON.parse(readFileSync(join(home, STATE, 'default.json'), 'utf8')).sequence).toBe(3)
    for (const file of ['default.json', 'default.secret']) {
      expect(statSync(join(home, STATE, file)).mode & 0o777).toBe(0o600)
    }
    await createDepartments(platform(), 1)
    await run('listen', '--to', first.url, '--until-idle', '1s')
    expect(first.received.map(({ event }) => event.sequence)).toEqual([1, 2, 3, 4])
  })

  test.each(['cloudevents-binary', 'cloudevents-structured'])(
    'in the format %s an event arrives as the platform sends it to an endpoint',
    async (format) => {
      const [theirs, ours] = [await startReceiver(), await startReceiver()]
      const token = await platform().appToken(platform().organization(0).org_id, 'webhook:write')
      await platform()
        .as(token)
        .call('webhookEndpoints.create', { url: theirs.url, format: format as 'standard' })
      await createDepartments(platform(), 1)
      const { run } = user(asApp(platform()))
      expect(
        (await run('listen', '--from', 'oldest', '--to', ours.url, '--format', format, '--until-idle', '1s')).code,
      ).toBe(0)
      await theirs.until((received) => received.length > 0)
      const secret = (await run('listen', '--print-secret')).stdout.trim()
      const [one, other] = [theirs.received[0], ours.received[0]]
      if (!one || !other) throw new Error('both must have received the event')
      const named = ({ headers }: typeof one) =>
        Object.fromEntries(Object.entries(headers).filter(([name]) => /^(ce-|content-type$)/.test(name)))
      expect(named(other)).toEqual(named(one))
      expect(other.event).toEqual(one.event)
      await verify(other.body, other.headers as Record<string, string>, { secrets: secret })
      expect((await run('listen', '--to', ours.url, '--format', 'xml')).code).toBe(2)
    },
  )

  test('a URL that is down gets each event later, in order, and with stop the command ends with 1 and begins there again', async () => {
    let answers = 0
    const receiver = await startReceiver(() => (answers++ < 2 ? 503 : 204))
    const { run } = user(asApp(platform()))
    await createDepartments(platform(), 2)
    await run('listen', '--from', 'oldest', '--to', receiver.url, '--until-idle', '1s')
    expect(receiver.received.map(({ event }) => event.sequence)).toEqual([1, 1, 1, 2])

    const refusing = await startReceiver(() => 500)
    const stop = ['listen', '--name', 'other', '--on-failure', 'stop', '--to', refusing.url, '--json']
    const stopped = await run(...stop, '--from', 'oldest')
    expect(stopped.code).toBe(1)
    expect(JSON.parse(stopped.stderr.trim().split('\n').at(-1) ?? '')).toMatchObject({ code: 'not_received' })
    await run(...stop)
    expect(refusing.received.map(({ event }) => event.sequence)).toEqual([1, 1])
  })

  test('a second listener of a name is refused with the first, which Ctrl-C ends with 130', async () => {
    const receiver = await startReceiver()
    const { start, run } = user(asApp(platform()))
    const first = start('listen', '--to', receiver.url)
    await first.until(({ stderr }) => stderr.includes('Listening'))
    const second = await run('listen', '--to', receiver.url, '--json')
    expect(second.code).toBe(1)
    const { code, holder } = JSON.parse(second.stderr)
    expect({ code, pid: holder.pid, to: holder.to }).toEqual({
      code: 'listener_exists',
      pid: first.child.pid,
      to: [receiver.url],
    })
    first.child.kill('SIGINT')
    expect((await first.exited).code).toBe(130)
    // A lock whose process was killed is replaced.
    const killed = start('listen', '--to', receiver.url)
    await killed.until(({ stderr }) => stderr.includes('Listening'))
    killed.child.kill('SIGKILL')
    await killed.exited
    expect((await run('listen', '--to', receiver.url, '--until-idle', '1s')).code).toBe(0)
  })

  test('a lock that a full disk left empty is replaced', async () => {
    const receiver = await startReceiver()
    const { home, start } = user(asApp(platform()))
    mkdirSync(join(home, STATE), { recursive: true })
    const lock = join(home, STATE, 'default.lock')
    writeFileSync(lock, '')
    utimesSync(lock, 1, 1)
    const listener = start('listen', '--to', receiver.url)
    await listener.until(({ stderr }) => stderr.includes('Listening'))
    listener.child.kill('SIGINT')
    expect((await listener.exited).code).toBe(130)
  })

  test('wrong uses end with 2, and a place of an earlier sandbox is named', async () => {
    const { run } = user(asApp(platform()))
    expect((await run('listen')).code).toBe(2)
    expect((await run('listen', '--to', 'nowhere')).code).toBe(2)
    expect((await run('listen', '--to', 'http://127.0.0.1:9', '--on-failure', 'retyr')).code).toBe(2)
    const gone = await run('listen', '--to', 'http://127.0.0.1:9', '--from', '4711', '--json')
    expect(gone.code).toBe(1)
    expect(JSON.parse(gone.stderr.trim().split('\n').at(-1) ?? '')).toMatchObject({ code: 'cursor_expired' })
    expect((await user().run('listen', '--to', 'http://127.0.0.1:9')).code).toBe(4)
  })
})

test('nothing is lost while the server is killed and restarted, and while the listener sleeps', async () => {
  const rounds = 4
  const settings = { PORT: String(await freePort()), SENDOFF_DATA_DIR: temporaryDirectory() }
  let server = await startProcess(settings)
  const caller = new Caller(server.base, server.data)
  const receiver = await startReceiver()
  const { start } = user(asApp(caller))
  const listener = start('listen', '--from', 'oldest', '--to', receiver.url)
  await listener.until(({ stderr }) => stderr.includes('Listening'))
  for (let round = 0; round < rounds; round++) {
    await createDepartments(caller, 2)
    await server.kill('SIGKILL')
    if (round === rounds - 1) listener.child.kill('SIGSTOP')
    server = await startProcess(settings)
    await createDepartments(caller, 2)
    if (round < rounds - 1) continue
    // The server has given the sleeping listener up by now, or does so later.
    await delay(1000)
    listener.child.kill('SIGCONT')
  }
  const all = Array.from({ length: rounds * 4 }, (_, at) => at + 1)
  await receiver.until((received) => new Set(received.map(({ event }) => event.sequence)).size === all.length)
  const order = [...new Set(receiver.received.map(({ event }) => event.sequence))]
  expect(order).toEqual(all)
  listener.child.kill('SIGTERM')
  const { code, stderr } = await listener.exited
  expect(code).toBe(143)
  expect(stderr.match(/Listening/g)).toHaveLength(1)
})

/** Makes facts of the first organisation, each with one event. */
async function createDepartments(caller: Caller, count: number): Promise<void> {
  const token = await caller.appToken(caller.organization(0).org_id, 'org:write')
  for (let left = count; left > 0; left--) {
    await caller.as(token).call('departments.create', { name: 'A department', parent_dept_id: 1 })
  }
}
