import { once } from 'node:events'
import { SMTPServer } from 'smtp-server'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { addMembers } from '../support/big-organization.ts'
import { rows } from '../support/database.ts'
import { expectRefused, opened, recorded } from '../support/departures.ts'
import { auditOf } from '../support/members.ts'
import { onEachStore } from '../support/platform.ts'
import { runToEnd } from '../support/program.ts'

onEachStore((platform) => {
  let aster: Awaited<ReturnType<typeof opened>>
  let asAdmin: string
  let asFounder: string
  beforeEach(async () => {
    aster = await opened(platform())
    await signIn()
  })
  /** Tokens name the server's address, which changes with a restart. */
  async function signIn() {
    asAdmin = await platform().userToken(aster.admin.account_id, 'org:read', 'org:write', 'account:read')
    asFounder = await platform().userToken(aster.founder.account_id, 'org:read', 'org:write', 'account:read')
  }

  const operator = (...args: string[]) => runToEnd(platform(), 'founder', args)
  const started = ['--reason', 'The founder has died'] as const
  const start = (...more: string[]) =>
    operator('start', '--org', aster.orgId, '--to', aster.admin.account_id, ...started, ...more)

  /** Starts one and returns it. */
  async function begun(...more: string[]) {
    const { code, output } = await start(...more)
    expect([code, output]).toEqual([0, expect.stringContaining('waits')])
    const { body } = await platform().get('/v1.0/founder-replacements?status=waiting', asAdmin)
    expect(body.data).toHaveLength(1)
    return body.data[0]
  }
  const read = async (id: string) => (await platform().get(`/v1.0/founder-replacements/${id}`, asAdmin)).body
  const object = (id: string, token: string, body?: object) =>
    platform().post(`/v1.0/founder-replacements/${id}/object`, token, body)
  const roles = async () => {
    const token = await platform().appToken(aster.orgId, 'member:read')
    const roleOf = async (id: string) => (await platform().get(`/v1.0/members/${id}`, token)).body.role
    return [await roleOf(aster.founder.account_id), await roleOf(aster.admin.account_id)]
  }
  /** The notifications about founder replacements of a person, oldest first. */
  const toldTo = async (token: string) => {
    const { body } = await platform().get('/v1.0/me/notifications?limit=200&order=asc', token)
    return body.data
      .filter(({ type }: { type: string }) => type.startsWith('founder_replacement.'))
      .map(({ type, data }: { type: string; data: { status: string } }) => `${type}: ${data.status}`)
  }

  test('S102: an operator replaces a founder who can’t be reached, after a waiting time in which everybody is told', async () => {
    const { orgId, founder, admin, member } = aster
    const rehearsed = await start('--dry-run')
    expect(rehearsed.code).toBe(0)
    expect(rehearsed.output).toContain('Nothing was changed. After 14 days')
    expect((await platform().get('/v1.0/founder-replacements', asAdmin)).body.data).toEqual([])

    const { replacement_id: id, started_at, effective_at } = await begun()
    expect(Date.parse(effective_at) - Date.parse(started_at)).toBe(14 * 86_400_000)
    expect((await operator('list', '--org', orgId)).output).toContain(`${id} of ${orgId}: waiting`)
    await platform().advance('P13DT23H')
    expect(await roles()).toEqual(['founder', 'admin'])
    await platform().restart()
    await signIn()
    await platform().advance('PT1H')
    expect(await roles()).toEqual(['admin', 'founder'])
    expect(await read(id)).toMatchObject({
      status: 'completed',
      founder_id: founder.account_id,
      successor_id: admin.account_id,
      ended_by: { type: 'system', id: 'sendoff' },
      failure: null,
    })
    const told = [
      'founder_replacement.started: waiting',
      'founder_replacement.reminder: waiting',
      'founder_replacement.reminder: waiting',
      'founder_replacement.ended: completed',
    ]
    expect(await toldTo(asFounder)).toEqual(told)
    expect(await toldTo(asAdmin)).toEqual(told)
    expect(await toldTo(await platform().userToken(member.account_id, 'account:read'))).toEqual([])
    const events = await recorded(platform(), orgId)
    expect(events.map(({ type, actor }) => [type, actor.type])).toEqual([
      ['organization.founder_replacement_started', 'system'],
      ['organization.founder_transferred', 'system'],
      ['member.role_changed', 'system'],
      ['member.role_changed', 'system'],
      ['organization.founder_replacement_ended', 'system'],
    ])
    expect(await auditOf(platform(), orgId, 'system')).toContainEqual({
      actor_id: 'sendoff',
      target_id: orgId,
      before: { founder_id: founder.account_id },
      after: { founder_id: admin.account_id },
    })
    expect((await operator('list', '--all')).output).toContain(`${id} of ${orgId}: completed, ended at`)
    expect((await operator('list')).output).toBe('No founder replacement waits.\n')
  })

  test('S103: the objection of the founder or an administrator ends it, is recorded, and everybody is told', async () => {
    const { orgId, founder, admin, member } = aster
    for (const [by, token] of [
      [founder, asFounder],
      [admin, asAdmin],
    ] as const) {
      const { replacement_id: id } = await begun('--days', '7')
      const answer = await object(id, token, by === founder ? { reason: 'I am on leave' } : undefined)
      expect([answer.status, answer.body]).toEqual([
        200,
        expect.objectContaining({
          status: 'objected',
          ended_by: { type: 'user', id: by.account_id },
          end_reason: by === founder ? 'I am on leave' : null,
        }),
      ])
      await expectRefused(platform(), orgId, [409, 'founder_replacement_ended'], () => object(id, token))
    }
    await platform().advance('P8D')
    expect(await roles()).toEqual(['founder', 'admin'])
    const [one, two] = ['founder_replacement.started: waiting', 'founder_replacement.ended: objected']
    expect(await toldTo(asFounder)).toEqual([one, two, one, two])
    expect(await toldTo(asAdmin)).toEqual([one, two, one, two])
    const entries = await auditOf(platform(), orgId, 'founderReplacements.object')
    expect(entries.map(({ actor_id }) => actor_id)).toEqual([founder.account_id, admin.account_id])
    const ended = await recorded(platform(), orgId, 'organization.founder_replacement_ended')
    expect(ended.map(({ data }) => data.status)).toEqual(['objected', 'objected'])
    const reader = await platform().userToken(member.account_id, 'org:read')
    expect((await platform().get('/v1.0/founder-replacements', reader)).body.code).toBe('admin_required')
  })

  test('S103: members, other organisations and apps neither see nor end a founder replacement', async () => {
    const { orgId, member } = aster
    const { replacement_id: id } = await begun()
    await aster.role(member.account_id, 'admin')
    const lowered = await platform().userToken(member.account_id, 'org:read', 'org:write')
    await aster.role(member.account_id, 'member')
    const birch = await opened(platform(), 1)
    const foreign = await platform().userToken(birch.admin.account_id, 'org:read', 'org:write')
    await expectRefused(platform(), orgId, [404, 'founder_replacement_not_found'], () => object(id, foreign))
    await expectRefused(platform(), orgId, [403, 'admin_required'], () => object(id, lowered))
    const app = await platform().appToken(orgId, 'org:read', 'org:write')
    await expectRefused(platform(), orgId, [403, 'user_required'], () => object(id, app))
    expect((await platform().get(`/v1.0/founder-replacements/${id}`, foreign)).status).toBe(404)
    expect((await read(id)).status).toBe('waiting')
  })

  test('S102: at its time everything is checked again, and a transfer that has become impossible fails and is told', async () => {
    const { orgId, founder, admin, named } = aster
    const failures: string[] = []
    const run = async (change: () => Promise<unknown>, undo: () => Promise<unknown>) => {
      const { replacement_id: id } = await begun('--days', '7')
      await change()
      await platform().advance('P7D')
      const { status, failure } = (await platform().get(`/v1.0/founder-replacements/${id}`, await freshToken())).body
      failures.push(`${status}: ${failure}`)
      await undo()
    }
    const freshToken = () => platform().userToken(founder.account_id, 'org:read')
    const condition = (value: string) =>
      rows(platform(), (db) =>
        db
          .updateTable('account')
          .set({ condition: value as 'normal' })
          .where('account_id', '=', admin.account_id)
          .execute(),
      )
    const other = named('Alan').account_id
    await aster.role(other, 'admin')
    await run(
      () => condition('frozen'),
      () => condition('normal'),
    )
    await run(
      () => aster.role(admin.account_id, 'member'),
      () => aster.role(admin.account_id, 'admin'),
    )
    let offboarding = ''
    await run(
      async () => {
        const asked = await aster.offboard(admin.account_id, { effective_at: '2099-01-01T00:00:00Z' })
        offboarding = asked.body.offboarding_id
      },
      () => aster.cancel(offboarding),
    )
    expect(failures).toEqual(['failed: recipient_invalid', 'failed: admin_required', 'failed: offboarding_exists'])
    expect(await roles()).toEqual(['founder', 'admin'])
    const ended = await recorded(platform(), orgId, 'organization.founder_replacement_ended')
    expect(ended.map(({ data }) => `${data.status}: ${data.failure}`)).toEqual(failures)
    expect((await toldTo(asFounder)).filter((line: string) => line.includes('ended'))).toHaveLength(3)
  })

  test('S102: a founder who transfers in person ends it at that moment', async () => {
    const { founder, named } = aster
    const { replacement_id: id } = await begun()
    const to = { account_id: named('Alan').account_id, password: founder.password }
    const token = await platform().userToken(founder.account_id, 'org:founder:transfer')
    expect((await platform().post('/v1.0/organization/founder-transfer', token, to)).status).toBe(200)
    expect(await read(id)).toMatchObject({ status: 'failed', failure: 'founder_changed' })
    await platform().advance('P20D')
    expect(await roles()).toEqual(['admin', 'admin'])
  })

  test('S102: an operator takes one back, and starts another only then', async () => {
    const { orgId } = aster
    const { replacement_id: id } = await begun()
    const second = await start()
    expect([second.code, second.output]).toEqual([1, expect.stringContaining(id)])
    const cancel = () => operator('cancel', '--org', orgId, '--id', id, '--reason', 'The founder has called')
    expect(await cancel()).toEqual({ code: 0, output: `${id} is canceled; the founder stays.\n` })
    expect((await cancel()).code).toBe(1)
    expect(await read(id)).toMatchObject({ status: 'canceled', end_reason: 'The founder has called' })
    expect(await toldTo(asFounder)).toEqual([
      'founder_replacement.started: waiting',
      'founder_replacement.ended: canceled',
    ])
    await begun()
  })

  test('S102: of operators who start at the same moment, one succeeds', async () => {
    const codes = (await Promise.all([start(), start(), start()])).map(({ code }) => code)
    expect(codes.toSorted()).toEqual([0, 1, 1])
  })

  test('S102: a request that can’t be carried out is refused with its reason and an exit code, and changes nothing', async () => {
    const { orgId, founder, admin, member } = aster
    const to = (id: string, ...more: string[]) => operator('start', '--org', orgId, '--to', id, ...started, ...more)
    for (const [asked, code, words] of [
      [to(founder.account_id), 1, 'must be an administrator'],
      [to(member.account_id), 1, 'must be an administrator'],
      [to(aster.frozen.account_id), 1, 'must be an administrator'],
      [to('acct_unknown'), 1, 'no member acct_unknown'],
      [operator('start', '--org', 'org_unknown', '--to', admin.account_id, ...started), 1, 'no organisation'],
      [to(admin.account_id, '--days', '6'), 2, 'from 7 to 30'],
      [to(admin.account_id, '--days', '31'), 2, 'from 7 to 30'],
      [to(admin.account_id, '--days', '7.5'), 2, 'from 7 to 30'],
      [operator('start', '--org', orgId, '--to', admin.account_id), 2, '--reason'],
      [operator('start', '--org', orgId, '--to', admin.account_id, '--reason', 'a\u0007b'), 2, 'control characters'],
      [operator('cancel', '--org', orgId, '--id', 'frp_unknown', '--reason', 'x'), 1, 'frp_unknown'],
      [operator('list', '--days', '7'), 2, '--days'],
      [operator('begin'), 2, 'See sendoff-server --help'],
      [operator('start', '--force'), 2, 'force'],
      [operator('--help'), 0, 'transfer'],
    ] as const) {
      const { code: given, output } = await asked
      expect([given, output]).toEqual([code, expect.stringContaining(words)])
    }
    const unreachable = { config: { ...platform().config, dataDirectory: '/tmp/nowhere', databaseUrl: undefined } }
    expect((await runToEnd(unreachable, 'founder', ['list'])).code).toBe(3)
    expect((await platform().get('/v1.0/founder-replacements', asAdmin)).body.data).toEqual([])
    expect(await recorded(platform(), orgId)).toEqual([])
  }, 120_000)

  test('S102: the founder and every administrator get a mail in their language, however many they are', async () => {
    const { orgId, founder } = aster
    const mails = await withMail()
    await rows(platform(), (db) =>
      db.updateTable('identity').set({ locale: 'zh-CN' }).where('email', '=', founder.email).execute(),
    )
    // Restricted administrators are told as well.
    await rows(platform(), (db) =>
      db
        .updateTable('account')
        .set({ role: 'admin' })
        .where('org_id', '=', orgId)
        .where('role', '=', 'member')
        .execute(),
    )
    const { replacement_id: id } = await begun()
    const people = await rows(platform(), (db) =>
      db
        .selectFrom('account')
        .innerJoin('identity', 'identity.identity_id', 'account.identity_id')
        .select('identity.email')
        .where('org_id', '=', orgId)
        .where('status', '=', 'active')
        .where('accepted_at', 'is not', null)
        .execute(),
    )
    const addresses = people.flatMap(({ email }) => email ?? [])
    await vi.waitUntil(() => addresses.every((email) => mails.some(({ to }) => to === email)), { timeout: 25_000 })
    const toFounder = mails.find(({ to }) => to === founder.email)?.text ?? ''
    expect(toFounder).toContain('如有异议')
    expect(toFounder).not.toContain("can't be reached")
    const toAnother = mails.find(({ to }) => to !== founder.email)?.text ?? ''
    expect(toAnother).toContain("can't be reached")
    expect(toAnother).toContain('如有异议')
    expect(toAnother).not.toContain('has died')

    mails.length = 0
    expect((await object(id, asFounder)).status).toBe(200)
    await vi.waitUntil(() => mails.some(({ to }) => to === founder.email), { timeout: 25_000 })
    expect(mails.find(({ to }) => to === founder.email)?.text).toContain('已提出异议')
  })

  test('S102: hundreds of administrators are told, each once', async () => {
    const { orgId } = aster
    await addMembers(platform(), orgId, 250)
    await rows(platform(), (db) =>
      db
        .updateTable('account')
        .set({ role: 'admin' })
        .where('org_id', '=', orgId)
        .where('role', '=', 'member')
        .execute(),
    )
    const { replacement_id: id } = await begun()
    await platform().advance('PT1M')
    const told = await rows(platform(), (db) =>
      db
        .selectFrom('notification')
        .select(['account_id', 'data'])
        .where('type', '=', 'founder_replacement.started')
        .execute(),
    )
    const [{ people } = { people: 0 }] = await rows(platform(), (db) =>
      db
        .selectFrom('account')
        .select((count) => count.fn.countAll<number>().as('people'))
        .where('org_id', '=', orgId)
        .where('status', '=', 'active')
        .where('accepted_at', 'is not', null)
        .execute(),
    )
    expect(Number(people)).toBeGreaterThan(200)
    expect(told).toHaveLength(Number(people))
    expect(new Set(told.map(({ account_id }) => account_id)).size).toBe(told.length)
    expect(told.every(({ data }) => JSON.parse(data).replacement_id === id)).toBe(true)
  })

  test('S102: people who were told late have the whole waiting time, and nobody is replaced before all were told', async () => {
    const { orgId } = aster
    const { replacement_id: id, effective_at } = await begun('--days', '7')
    await platform().advance('PT1H')
    // As if the step that tells had failed since the start.
    await rows(platform(), (db) =>
      db
        .updateTable('founder_replacement')
        .set({ telling: 'started', told_up_to: '' })
        .where('replacement_id', '=', id)
        .execute(),
    )
    await platform().advance('P8D')
    expect(await roles()).toEqual(['founder', 'admin'])
    await rows(platform(), (db) =>
      db
        .insertInto('due_work')
        .values({ org_id: orgId, work_id: 'wrk_again', kind: 'founder_replacement_notice', subject_id: id, due_at: 0 })
        .execute(),
    )
    await platform().advance('PT1S')
    const later = await read(id)
    expect(later.status).toBe('waiting')
    expect(Date.parse(later.effective_at) - Date.parse(effective_at)).toBeGreaterThan(7 * 86_400_000)
    await platform().advance('P7D')
    expect(await roles()).toEqual(['admin', 'founder'])
  })

  /** Starts the server with a mail server; the mails in their order. */
  async function withMail() {
    const mails: { to: string; text: string }[] = []
    const smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, session, done) {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', () => {
          const text = decoded(Buffer.concat(chunks).toString())
          mails.push(...session.envelope.rcptTo.map(({ address }) => ({ to: address, text })))
          done()
        })
      },
    })
    smtp.on('error', () => {})
    const listener = smtp.listen(0, '127.0.0.1')
    await once(listener, 'listening')
    const { port } = listener.address() as { port: number }
    await platform().server.stop()
    const mail = { url: `smtp://127.0.0.1:${port}`, from: 'no-reply@sendoff.example' }
    const server = await platform().startBeside({ mail })
    platform().server = server
    platform().base = server.base
    await signIn()
    onTestFinished(async () => {
      await platform().restart()
      await new Promise<void>((resolve) => smtp.close(() => resolve()))
    })
    return mails
  }
})

/** The text of a mail, which nodemailer sends as quoted-printable or base64. */
function decoded(mail: string): string {
  const [head = '', ...rest] = mail.split('\r\n\r\n')
  const body = rest.join('\r\n\r\n')
  if (/encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString()
  const bytes = body
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  return /quoted-printable/i.test(head) ? Buffer.from(bytes, 'latin1').toString() : body
}
