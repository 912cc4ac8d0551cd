import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from '@sendoff/server'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { readConfig } from '../../packages/server/src/config.ts'
import { freePort } from '../support/process.ts'
import { ownApp } from '../support/sign-in.ts'
import { authorizationRequest, formOf, Visitor } from '../support/visitor.ts'

const SLOW = { timeout: 240_000 }
const KNOWN = 'known@people.example'
const UNKNOWN = 'other@people.example'

/**
 * Measures a used and an unused address, one right after the other and in alternating order, so that other load on the
 * machine affects both alike. Only the order of the two durations counts, not the difference.
 *
 * @returns the share of pairs in which the used one took longer: 0.5 if time reveals nothing
 */
async function shareOfSlower(pairs: number, ask: (email: string, round: number) => Promise<void>): Promise<number> {
  const time = async (email: string, round: number) => {
    const begun = process.hrtime.bigint()
    await ask(email, round)
    return process.hrtime.bigint() - begun
  }
  let slower = 0
  for (let i = 0; i < pairs; i++) {
    const order = i % 2 === 0 ? [KNOWN, UNKNOWN] : [UNKNOWN, KNOWN]
    const [one = 0n, other = 0n] = [await time(order[0] ?? '', 2 * i), await time(order[1] ?? '', 2 * i + 1)]
    if (order[0] === KNOWN ? one > other : other > one) slower++
  }
  return slower / pairs
}

describe('in live mode, time does not reveal whether somebody has an address', () => {
  let base: string
  let stop: () => Promise<void>
  const mails: string[] = []

  beforeAll(async () => {
    const smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, _session, done) {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', () => {
          mails.push(Buffer.concat(chunks).toString())
          done()
        })
      },
    })
    smtp.on('error', () => {})
    const listener = smtp.listen(0, '127.0.0.1')
    await once(listener, 'listening')
    const directory = await mkdtemp(join(tmpdir(), 'sendoff-test-'))
    const port = await freePort()
    const server = await startServer(
      readConfig({
        PORT: String(port),
        SENDOFF_MODE: 'live',
        SENDOFF_HOST: '127.0.0.1',
        SENDOFF_ISSUER: 'https://sendoff.example',
        SENDOFF_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
        SENDOFF_COOKIE_KEYS: 'a cookie key that is at least 32 characters long',
        SENDOFF_MAIL_FROM: 'no-reply@sendoff.example',
        SENDOFF_SMTP_URL: `smtp://127.0.0.1:${(listener.address() as { port: number }).port}`,
        SENDOFF_LOG_LEVEL: 'silent',
        SENDOFF_DATA_DIR: directory,
        SENDOFF_TRUSTED_PROXIES: '127.0.0.1',
      }),
    )
    base = `http://127.0.0.1:${port}`
    stop = async () => {
      await server.stop()
      await new Promise<void>((resolve) => smtp.close(() => resolve()))
      await rm(directory, { recursive: true, force: true })
    }
    await post('/v1.0/verification-codes', 0, { email: KNOWN, purpose: 'register' })
    const mail = await vi.waitUntil(() => mails[0], { timeout: 25_000 })
    const code = /(?<!\d)\d{6}(?!\d)/.exec(mail.slice(mail.indexOf('\r\n\r\n')))?.[0]
    const registered = await post('/v1.0/accounts', 0, { email: KNOWN, code, password: 'long enough 1', name: 'N' })
    expect(registered.status).toBe(201)
  })
  afterAll(() => stop?.())

  /** Sends each request from another network, so that no limit is reached. */
  const from = (round: number) => ({ 'x-forwarded-for': `10.${round >> 16}.${(round >> 8) & 255}.${round & 255}` })

  async function post(path: string, round: number, body: object): Promise<Response> {
    const headers = { 'content-type': 'application/json', ...from(round) }
    const response = await fetch(base + path, { method: 'POST', headers, body: JSON.stringify(body) })
    await response.arrayBuffer()
    return response
  }

  // With 400 pairs, chance alone puts the share outside 0.4 to 0.6 once in 15,000 runs.
  test('when a code is requested', SLOW, async () => {
    let next = 1_000
    const share = await shareOfSlower(400, async (email) => {
      next += 256
      const { status } = await post('/v1.0/verification-codes', next, { email, purpose: 'recover' })
      expect(status).toBe(202)
    })
    expect(share).toBeGreaterThan(0.4)
    expect(share).toBeLessThan(0.6)
  })

  test('when a code is given', SLOW, async () => {
    let next = 500_000
    const share = await shareOfSlower(400, async (email) => {
      next += 256
      const { status } = await post('/v1.0/recovery', next, { email, code: '000000', new_password: 'long enough 2' })
      expect(status).toBe(403)
    })
    expect(share).toBeGreaterThan(0.4)
    expect(share).toBeLessThan(0.6)
  })

  // Comparing a password takes long, so there are fewer pairs, and only an exploitable difference is found.
  test('when somebody signs in', SLOW, async () => {
    const visitor = new Visitor(base)
    const page = await visitor.open(authorizationRequest(ownApp, { scope: 'account:read' }).path)
    const { hidden } = formOf(page, '')
    let next = 1_500_000
    const share = await shareOfSlower(30, async (login) => {
      next += 256
      const answer = await visitor.post(page.url.pathname, { ...hidden, login, password: 'a guess' }, from(next))
      expect(answer.status).toBe(422)
    })
    expect(share).toBeGreaterThan(0.15)
    expect(share).toBeLessThan(0.85)
  })
})
