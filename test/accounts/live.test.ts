import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from '@sendoff/server'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { ConfigurationError, readConfig } from '../../packages/server/src/config.ts'
import { networkOf } from '../../packages/server/src/limits/network.ts'
import { freePort } from '../support/process.ts'
import { ownApp } from '../support/sign-in.ts'
import { authorizationRequest, formOf, Visitor } from '../support/visitor.ts'

type Mail = { to: string[]; from: string; text: string }

const environment = {
  SENDOFF_MODE: 'live',
  SENDOFF_HOST: '127.0.0.1',
  SENDOFF_ISSUER: 'https://sendoff.example',
  SENDOFF_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
  SENDOFF_COOKIE_KEYS: 'a cookie key that is at least 32 characters long',
  SENDOFF_MAIL_FROM: 'Sendoff <no-reply@sendoff.example>',
  SENDOFF_LOG_LEVEL: 'silent',
}

describe('in live mode', () => {
  const mails: Mail[] = []
  let refusals: { responseCode: number }[] = []
  let base: string
  let stop: () => Promise<void>

  beforeAll(async () => {
    const smtp = await startSmtp()
    const directory = await mkdtemp(join(tmpdir(), 'sendoff-test-'))
    const port = await freePort()
    const server = await startServer(
      readConfig({
        ...environment,
        PORT: String(port),
        SENDOFF_DATA_DIR: directory,
        SENDOFF_SMTP_URL: `smtp://127.0.0.1:${smtp.port}`,
        SENDOFF_TRUSTED_PROXIES: '127.0.0.1',
      }),
    )
    base = `http://127.0.0.1:${port}`
    stop = async () => {
      await server.stop()
      await smtp.stop()
      await rm(directory, { recursive: true, force: true })
    }
  })
  beforeEach(() => {
    mails.length = 0
    refusals = []
  })
  afterAll(() => stop?.())

  test('a code comes by email, in English and Chinese, and registers', async () => {
    const email = 'noor@people.example'
    expect((await post('/v1.0/verification-codes', { email, purpose: 'register' })).status).toBe(202)
    const mail = await nextMail()
    expect([mail.to, mail.from]).toEqual([[email], 'no-reply@sendoff.example'])
    const [code, inChinese] = mail.text.match(/(?<!\d)\d{6}(?!\d)/g) ?? []
    expect(inChinese).toBe(code)
    const answer = await post('/v1.0/accounts', { email, code, password: 'long enough 1', name: 'Noor' })
    expect([answer.status, answer.body.email]).toEqual([201, email])
  })

  test('no mail goes to an address without a password to recover, and the answer is the same', async () => {
    const answers = []
    for (const email of ['nobody@people.example', 'noor@people.example']) {
      answers.push(await post('/v1.0/verification-codes', { email, purpose: 'recover' }))
    }
    expect(answers.map(({ status, body }) => [status, Object.keys(body)])).toEqual(
      Array(2).fill([202, ['verification_id', 'expires_at']]),
    )
    expect((await nextMail()).to).toEqual(['noor@people.example'])
    expect(mails).toHaveLength(1)
  })

  test('a person with a new password gets an email in English and Chinese, which says from where it was set', async () => {
    const email = 'mei@people.example'
    const codeFrom = ({ text }: Mail) => /(?<!\d)\d{6}(?!\d)/.exec(text)?.[0]
    const set = async (path: string, purpose: string, rest: object) => {
      mails.length = 0
      const { verification_id } = (await post('/v1.0/verification-codes', { email, purpose })).body
      const code = codeFrom(await nextMail())
      mails.length = 0
      const headers = { 'x-forwarded-for': '198.51.100.9' }
      return post(path, { email, verification_id, code, ...rest }, headers)
    }
    expect((await set('/v1.0/accounts', 'register', { password: 'long enough 1', name: 'Mei' })).status).toBe(201)
    expect((await set('/v1.0/recovery', 'recover', { new_password: 'long enough 2' })).status).toBe(204)
    const mail = await nextMail()
    expect(mail.to).toEqual([email])
    for (const words of [
      'was changed on',
      'from the IP address 198.51.100.9',
      '您的 Sendoff 账号密码已于',
      '重设密码',
    ]) {
      expect(mail.text).toContain(words)
    }
    expect(mail.text).not.toContain('long enough')
    // A second registration is refused and changes nothing, so no mail is sent.
    const again = await set('/v1.0/accounts', 'register', { password: 'long enough 3', name: 'Mei' })
    expect([again.status, again.body.code]).toEqual([409, 'account_exists'])
    await post('/v1.0/verification-codes', { email: 'end@people.example', purpose: 'register' })
    await vi.waitUntil(() => mails.some(({ to }) => to.includes('end@people.example')), 25_000)
    expect(mails.filter(({ text }) => text.includes('was changed'))).toEqual([])
  })

  test('over https the names of cookies have the prefix that prevents others from setting them', async () => {
    const visitor = new Visitor(base)
    const page = await visitor.open(authorizationRequest(ownApp, { scope: 'account:read' }).path)
    await visitor.open(`${page.url.pathname}?lang=zh-CN`)
    const email = 'noor@people.example'
    const accounts = await visitor.submit(page, '', { login: email, password: 'long enough 1' })
    expect(accounts.url.pathname).toMatch(/\/account$/)
    expect(accounts.html).toContain('lang="zh-CN"')
    const names = [...visitor.cookies].map(([name]) => name.split(' ')[0]).sort()
    expect(names).toEqual([
      '__Host-sendoff_language',
      '__Secure-_interaction',
      '__Secure-_interaction.sig',
      '__Secure-_interaction_resume',
      '__Secure-_interaction_resume.sig',
      '__Secure-sendoff_device',
      '__Secure-sendoff_sign_in',
    ])
    const form = formOf(page, '').hidden
    const cookie = [...visitor.cookies].map(([name, { value }]) => `${name.split(' ')[0]}=${value}`).join('; ')
    const answers = [
      await fetch(`${base}${page.url.pathname}?lang=en`, { redirect: 'manual', headers: { cookie } }),
      await fetch(base + page.url.pathname, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie },
        body: new URLSearchParams({ ...form, login: email, password: 'long enough 1' }),
      }),
      await fetch(base + authorizationRequest(ownApp, { scope: 'account:read' }).path, { redirect: 'manual' }),
    ]
    const set = answers.flatMap(({ headers }) => headers.getSetCookie())
    expect(set.length).toBeGreaterThanOrEqual(5)
    for (const line of set) {
      expect(line).toMatch(/^__(Host|Secure)-/)
      expect(line).toMatch(/; secure/i)
      expect(line).not.toMatch(/; domain/i)
      if (line.startsWith('__Host-')) expect(line).toMatch(/; path=\/(;|$)/i)
    }
  })

  test('a mail server that refuses temporarily is asked again', async () => {
    refusals = [{ responseCode: 451 }]
    await post('/v1.0/verification-codes', { email: 'later@people.example', purpose: 'register' })
    expect((await nextMail()).to).toEqual(['later@people.example'])
    expect(refusals).toEqual([])
  })

  test('an address is never read as several', async () => {
    for (const email of [
      'one,two<three>@people.example',
      'one@people.example,two@people.example',
      'one@people.example;two@people.example',
      'One <one@people.example>',
      '"one,two"@people.example',
      'one@people.example\r\nBcc: two@people.example',
    ]) {
      const { status, body } = await post('/v1.0/verification-codes', { email, purpose: 'register' })
      expect([status, body?.code, body?.errors?.[0].pointer]).toEqual([400, 'invalid_request', '/email'])
    }
    const email = 'one{two}|three@people.example'
    expect((await post('/v1.0/verification-codes', { email, purpose: 'register' })).status).toBe(202)
    await post('/v1.0/verification-codes', { email: 'last@people.example', purpose: 'register' })
    // Two messages on two connections: either may arrive first.
    await vi.waitUntil(() => mails.length >= 2, 25_000)
    expect(mails.map(({ to }) => to).sort()).toEqual([['last@people.example'], [email]])
  })

  test('a phone is refused, because it cannot be reached', async () => {
    const { status, body } = await post('/v1.0/verification-codes', { phone: '+4915112345678', purpose: 'register' })
    expect([status, body.code]).toEqual([400, 'invalid_request'])
    expect(body.errors).toEqual([
      { in: 'body', pointer: '/phone', detail: 'must be left out: this server sends nothing to phones; give an email' },
    ])
  })

  test('behind a trusted proxy the limit is that of the caller, not of the proxy', async () => {
    const ask = (i: number, from: string) =>
      post(
        '/v1.0/verification-codes',
        { email: `p${i}@people.example`, purpose: 'recover' },
        { 'x-forwarded-for': from },
      )
    // All of them in one network of 64 bits.
    for (let i = 0; i < 20; i++) expect((await ask(i, `2001:db8::${i + 1}`)).status).toBe(202)
    expect((await ask(20, '2001:db8::ffff')).body.code).toBe('rate_limited')
    expect((await ask(21, '2001:db8:0:1::1')).status).toBe(202)
  })

  test('codes are visible in the mailbox only', async () => {
    const response = await fetch(`${base}/v1.0/sandbox/verification-codes`)
    expect(response.status).toBe(404)
  })

  async function post(path: string, body: object, headers: Record<string, string> = {}) {
    const response = await fetch(base + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
    const text = await response.text()
    return { status: response.status, body: (text === '' ? undefined : JSON.parse(text)) as any }
  }

  async function nextMail(): Promise<Mail> {
    return vi.waitUntil(() => mails[0], { timeout: 25_000 })
  }

  async function startSmtp() {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, session, done) {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', () => {
          const refusal = refusals.shift()
          if (refusal) return done(Object.assign(new Error('try again'), refusal))
          const { mailFrom, rcptTo } = session.envelope
          const text = bodyOf(Buffer.concat(chunks).toString())
          mails.push({ to: rcptTo.map(({ address }) => address), from: mailFrom ? mailFrom.address : '', text })
          done()
        })
      },
    })
    server.on('error', () => {})
    const listener = server.listen(0, '127.0.0.1')
    await once(listener, 'listening')
    const { port } = listener.address() as { port: number }
    return { port, stop: () => new Promise<void>((resolve) => server.close(() => resolve())) }
  }
})

describe('the configuration', () => {
  test('live mode names the variables for mail that are missing', () => {
    const { SENDOFF_MAIL_FROM: _, ...rest } = environment
    expect(() => readConfig({ ...rest, SENDOFF_DATA_DIR: '/tmp/none' })).toThrow(ConfigurationError)
    expect(() => readConfig({ ...rest, SENDOFF_DATA_DIR: '/tmp/none' })).toThrow(
      /SENDOFF_SMTP_URL is needed in live mode: .*\nSENDOFF_MAIL_FROM is needed in live mode: /,
    )
  })

  test.each([
    ['SENDOFF_SMTP_URL', 'https://mail.example'],
    ['SENDOFF_MAIL_FROM', 'Sendoff'],
    ['SENDOFF_TRUSTED_PROXIES', '10.0.0.0/8, everybody'],
  ])('%s is refused when it is %s', (name, value) => {
    const whole = { ...environment, SENDOFF_DATA_DIR: '/tmp/none', SENDOFF_SMTP_URL: 'smtps://u:p@mail.example:465' }
    expect(() => readConfig(whole)).not.toThrow()
    expect(() => readConfig({ ...whole, [name]: value })).toThrow(new RegExp(`^${name} `))
  })

  test('the sandbox needs no mail server', () => {
    expect(readConfig({}).mail).toBeUndefined()
  })

  test.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::'],
    ['fe80::1%eth0', 'fe80::'],
    ['unix', 'unknown'],
    [null, 'unknown'],
  ])('a limit by address counts %s as %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })
})

/** The text of a mail, whichever way it was encoded. */
function bodyOf(mail: string): string {
  const end = mail.indexOf('\r\n\r\n')
  const [head, body] = [mail.slice(0, end), mail.slice(end + 4)]
  if (/content-transfer-encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString()
  const bytes = body
    .replaceAll(/=\r\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}
