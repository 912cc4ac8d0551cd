import { once } from 'node:events'
import { pino } from 'pino'
import { SMTPServer } from 'smtp-server'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createSmtpNotifier } from '../../packages/server/src/accounts/smtp-notifier.ts'

const message = {
  type: 'code',
  to: { type: 'email', value: 'noor@people.example' },
  purpose: 'recover',
  code: '123456',
} as const

async function open() {
  let connections = 0
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onConnect(_session, done) {
      connections++
      done()
    },
    onData(stream, _session, done) {
      stream.resume().on('end', done)
    },
  })
  smtp.on('error', () => {})
  const listener = smtp.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const { port } = listener.address() as { port: number }
  const notifier = createSmtpNotifier({
    url: `smtp://127.0.0.1:${port}`,
    from: 'no-reply@sendoff.example',
    logger: pino({ level: 'silent' }),
  })
  onTestFinished(async () => {
    await notifier.stop()
    await new Promise<void>((resolve) => smtp.close(() => resolve()))
  })
  return { notifier, connections: () => connections }
}

test('the need for a message is looked up only after the answer, and without it there is no connection', async () => {
  const { notifier, connections } = await open()
  const asked: string[] = []
  const wanted = Promise.withResolvers<void>()
  notifier.send(message, async () => {
    asked.push('not wanted')
    return false
  })
  notifier.send(message, async () => {
    asked.push('wanted')
    wanted.resolve()
    return true
  })
  // Everything in the same turn as the answer, and right after it, is the same for both.
  await new Promise(setImmediate)
  expect(asked).toEqual([])
  await wanted.promise
  await vi.waitUntil(() => asked.length === 2 && connections() === 1, { timeout: 25_000 })
})

test('a stopping server sends its accepted messages immediately', async () => {
  const { notifier, connections } = await open()
  notifier.send(message)
  expect(connections()).toBe(0)
  await notifier.stop()
  expect(connections()).toBe(1)
})
