import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { stores } from '../support/platform.ts'
import { createDatabase } from '../support/postgres/database.ts'
import { freePort } from '../support/process.ts'
import { ownApp } from '../support/sign-in.ts'
import { authorizationRequest, textOf, Visitor } from '../support/visitor.ts'
import { live, operator } from './operator.ts'

const ADA = ['--email', 'Ada@Example.com', '--name', 'Ada Lovelace', '--organization', 'Engines']
const create = ['admin', 'create', ...ADA]

describe.each(stores())('on %s', (store) => {
  async function installation(more: Record<string, string> = {}) {
    const port = String(await freePort())
    const where: Record<string, string> = { SENDOFF_DATA_DIR: 'data' }
    if (store === 'postgres') {
      const database = await createDatabase(inject('postgresUrl'))
      onTestFinished(() => database.drop())
      where.DATABASE_URL = database.url
    }
    const own = operator(live({ PORT: port, ...where, ...more }))
    return { ...own, base: `http://127.0.0.1:${port}`, serve: () => own.start(/listens/, 'start') }
  }

  /** Opens a printed link at the server itself, without the proxy that the issuer has. */
  const openLink = (visitor: Visitor, printed: string) => {
    const { pathname, search } = new URL(printed)
    return visitor.open(pathname + search)
  }

  /** @returns the page after signing in to the platform's own app */
  async function signIn(base: string, password: string) {
    const visitor = new Visitor(base)
    const asked = authorizationRequest(ownApp, { scope: 'org:read' })
    const page = await visitor.open(asked.path.replace(/^https:\/\/sendoff\.example/, ''))
    return visitor.submit(page, '', { login: 'ada@example.com', password })
  }

  test('S117, S118: the first administrator is created before a server runs, and sets the password by a link, once', {
    timeout: 240_000,
  }, async () => {
    const { run, serve, base } = await installation()
    const created = await run(...create, '--json')
    expect(created).toMatchObject({ code: 0, stderr: '' })
    const { link, org_id, account_id, expires_at } = JSON.parse(created.stdout)
    expect(link).toMatch(/^https:\/\/sendoff\.example\/sign-in\/password\?link=vcd_\w+\.[\w-]{43}$/)
    expect([org_id, account_id]).toEqual([expect.stringMatching(/^org_/), expect.stringMatching(/^acct_/)])
    expect(Date.parse(expires_at) - Date.now()).toBeGreaterThan(23 * 3_600_000)
    const again = await run(...create, '--json')
    expect([again.code, JSON.parse(again.stderr).code]).toEqual([1, 'not_empty'])

    const server = await serve()
    // A newer link ends the older one.
    const newer = JSON.parse((await run('admin', 'link', '--email', 'ada@example.com', '--json')).stdout)
    expect((await openLink(new Visitor(base), link)).status).toBe(410)
    const visitor = new Visitor(base)
    const page = await openLink(visitor, newer.link)
    expect([page.status, page.url.search]).toEqual([200, ''])
    const short = await visitor.submit(page, '', { new_password: 'short' })
    expect([short.status, textOf(short.html)]).toEqual([422, expect.stringContaining('10 to 200')])
    const forged = await visitor.post('/sign-in/password', { token: 'x', new_password: 'a long password' })
    expect(forged.status).toBe(403)
    const done = await visitor.submit(short, '', { new_password: 'a long password' })
    expect([done.status, textOf(done.html)]).toEqual([200, expect.stringContaining('ada@example.com')])
    expect((await openLink(new Visitor(base), newer.link)).status).toBe(410)
    expect((await visitor.open('/sign-in/password')).status).toBe(410)

    expect(textOf((await signIn(base, 'a long password')).html)).toContain('Engines')
    expect((await signIn(base, 'another password')).status).toBe(422)
    const closed = await run('admin', 'link', '--email', 'ada@example.com', '--json')
    expect([closed.code, JSON.parse(closed.stderr).code]).toEqual([1, 'has_password'])
    expect(server.output.stderr + server.output.stdout).not.toContain(newer.link.split('.').at(-1))
  })

  test('S117: beside a running server the password may come from standard input, and --another allows one more', {
    timeout: 240_000,
  }, async () => {
    const { run, pipe, serve, base } = await installation()
    await serve()
    expect((await pipe('short\n', ...create, '--password')).code).toBe(2)
    const made = await pipe('a long password\n', ...create, '--password')
    expect(made.code).toBe(0)
    expect(made.stdout).not.toContain('http')
    expect(textOf((await signIn(base, 'a long password')).html)).toContain('Engines')
    const taken = await run(...create, '--another', '--json')
    expect([taken.code, JSON.parse(taken.stderr).code]).toEqual([1, 'address_taken'])
    const other = ['--email', 'grace@example.com', '--name', 'Grace', '--organization', 'Compilers', '--another']
    expect((await run('admin', 'create', ...other)).stdout).toContain('/sign-in/password?link=')
    const nobody = await run('admin', 'link', '--email', 'nobody@example.com', '--json')
    expect(JSON.parse(nobody.stderr).code).toBe('nobody')
  })

  test('S117: values that the contract refuses, a sandbox and another master key change nothing', {
    timeout: 240_000,
  }, async () => {
    const { run, folder } = await installation()
    for (const [flag, value] of [
      ['--email', 'no address'],
      ['--name', '\u202e'],
      ['--organization', 'Send off'],
    ] as const) {
      const words = create.map((word, at) => (create[at - 1] === flag ? value : word))
      expect(await run(...words), value).toMatchObject({ code: 2, stderr: expect.stringContaining(flag) })
    }
    const sandbox = await operator({ SENDOFF_DATA_DIR: 'other' }, folder).run(...create, '--json')
    expect(JSON.parse(sandbox.stderr).code).toBe('live_mode_only')
    expect((await run(...create)).code).toBe(0)
  })
})
