import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { fromNow, HOUR } from '../support/clock.ts'
import { query, tablesOf } from '../support/database.ts'
import { expectRefused, opened, recorded } from '../support/departures.ts'
import { contractSchema } from '../support/events.ts'
import { must, onEachStore } from '../support/platform.ts'

const NAME = 'Zebediah Quillfeather'
const EMAIL = 'zebediah.q@aster.example'
const PHONE = '+4915199887766'
const NUMBER = 'EMP-774411'
const REASON = 'Pilfered the ornamental walrus'
const WISH = 'Wants to breed alpacas in Peru'
const COMMENT = 'Farewell dear alpaca friend'
const EVERYTHING = [NAME, EMAIL, PHONE, NUMBER, REASON, WISH, COMMENT, NAME.toLowerCase()]

onEachStore((platform, store) => {
  let aster: Awaited<ReturnType<typeof opened>>
  let asAdmin: string
  beforeEach(async () => {
    aster = await opened(platform())
    asAdmin = await platform().userToken(aster.admin.account_id, 'erasure:read', 'erasure:write', 'legal_hold:write')
  })

  /** Makes somebody depart whose texts are in as many places as there are operations for it. */
  async function departed() {
    const account_id = await aster.create({ name: 'Zeb', email: EMAIL, phone: PHONE, external_id: NUMBER })
    const token = await platform().appToken(aster.orgId, 'member:write', 'leave_application:review', 'webhook:write')
    await platform().call('PATCH', `/v1.0/members/${account_id}`, { token, body: { name: NAME } })
    await platform().post('/v1.0/webhook-endpoints', token, { url: 'http://127.0.0.1:1/' })
    await aster.register(account_id, 'note', 2, `${NAME}, private`)
    const own = await platform().userToken(account_id, 'member:leave')
    const applied = await platform().post('/v1.0/leave-applications', own, {
      reason_code: 'other',
      reason_text: WISH,
    })
    expect(applied.status).toBe(201)
    const path = `/v1.0/leave-applications/${applied.body.application_id}/reject`
    expect((await platform().post(path, token, { comment: COMMENT })).status).toBe(200)
    const handover = { by_kind: [{ kind: 'note', action: 'hold' }] }
    const departure_id = await aster.departed(account_id, { reason_text: REASON, handover })
    return { account_id, departure_id }
  }

  const erase = (account_id: string, token = asAdmin) =>
    platform().post('/v1.0/erasures', token, { account_id, confirm: true })

  test('S100, S101: after an erasure no table and no file holds a name, an address, a number or a reason of the person', async () => {
    const { account_id, departure_id } = await departed()
    expect(await found()).toEqual(expect.arrayContaining([NAME, EMAIL, PHONE, NUMBER, REASON, WISH, COMMENT]))
    const { status, body } = await erase(account_id)
    expect([status, body.status]).toEqual([202, 'running'])
    await platform().advance('PT1S')
    const erasure = (await platform().get(`/v1.0/erasures/${body.erasure_id}`, asAdmin)).body
    expect(erasure).toMatchObject({ status: 'completed', sign_in: 'removed' })
    for (const one of erasure.proof) expect(one).toMatchObject({ found: 0, mentions: 0 })
    const changed = (table: string) => erasure.proof.find((one: any) => one.table === table).changed
    for (const table of ['departure', 'event', 'audit_log', 'leave_application', 'handover_item'])
      expect([table, changed(table) > 0]).toEqual([table, true])
    expect(await found()).toEqual([])
    if (store === 'sqlite') expect(inFiles()).toEqual([])

    const departure = await aster.departure(departure_id)
    expect(departure).toMatchObject({ status: 'purged', reason_code: 'other', reason_text: '[erased]' })
    expect(departure.snapshot).toMatchObject({ name: erasure.pseudonym, email: null, phone: null })
    expect((await aster.restore(departure_id)).body.code).toBe('restore_window_expired')
  })

  test('S101: consumers are told to erase, and the events that stay keep their order and shape', async () => {
    const { account_id } = await departed()
    const before = await recorded(platform(), aster.orgId)
    const { erasure_id } = (await erase(account_id)).body
    await platform().advance('PT1S')
    const after = await recorded(platform(), aster.orgId)
    expect(after.slice(0, before.length).map(({ id, sequence }) => [id, sequence])).toEqual(
      before.map(({ id, sequence }) => [id, sequence]),
    )
    expect(after.at(-1)).toMatchObject({ type: 'account.erased', data: { erasure_id, account_id } })
    const faults = await contractSchema('Event')
    for (const event of after) expect([event.type, faults(event)]).toEqual([event.type, []])
  })

  test('S113: words that a person wrote for the organisation are erased, and those that others wrote of them are counted', async () => {
    const { orgId, admin, founder } = aster
    const words = { mine: 'Wished away by the walrus keeper', later: 'Not before the alpacas arrive' }
    const others = `Ended for the sake of ${NAME}`
    const [first, second] = platform().data.associations.filter(({ org_id }) => org_id === orgId)
    const end = async (path: string, by: string, association = must(first), more: object = {}) => {
      const token = await platform().userToken(by, 'org:unlink')
      const { dept_id, associated_org_id } = association
      const answer = await platform().post(path, token, { dept_id, associated_org_id, ...more })
      expect([path, answer.status, answer.body.errors]).toMatchObject([
        path,
        path.endsWith('unlink') ? 200 : 201,
        undefined,
      ])
    }
    const rename = await platform().appToken(orgId, 'member:write')
    await platform().call('PATCH', `/v1.0/members/${admin.account_id}`, { token: rename, body: { name: NAME } })
    await end('/v1.0/organization/unlink', admin.account_id, must(first), { reason_text: words.mine })
    const effective_at = await fromNow(platform(), HOUR)
    await end('/v1.0/scheduled-unlinks', admin.account_id, must(second), { effective_at, reason_text: words.later })
    await end('/v1.0/organization/unlink', founder.account_id, must(second), { reason_text: others })
    await aster.role(aster.named('Alan').account_id, 'admin')
    await aster.departed(admin.account_id)
    const asFounder = await platform().userToken(founder.account_id, 'erasure:read', 'erasure:write')
    const { erasure_id } = (await erase(admin.account_id, asFounder)).body
    await platform().advance('PT1S')
    const { proof } = (await platform().get(`/v1.0/erasures/${erasure_id}`, asFounder)).body
    for (const text of Object.values(words)) expect([text, await tablesWith(text)]).toEqual([text, []])
    const tally = (table: string) => proof.find((one: any) => one.table === table)
    expect(tally('association')).toMatchObject({ changed: 1, found: 0, mentions: 1 })
    expect(tally('scheduled_unlink')).toMatchObject({ changed: 1, found: 0, mentions: 0 })
    expect(await tablesWith(others)).toEqual(['association', 'audit_log', 'event'])
  })

  test('S113: a batch loses the reason that it gave for everybody, the numbers that its filter names and the address of whoever asked for it', async () => {
    const account_id = await aster.create({ name: NAME, email: EMAIL, external_id: NUMBER })
    const filter = { external_ids: [NUMBER, 'EMP-1'] }
    const asApp = await platform().userToken(aster.admin.account_id, 'member:offboard')
    const byFilter = (body: object) =>
      platform().post('/v1.0/offboarding-batches/by-filter', asApp, { filter, reason_code: 'other', ...body })
    const { revision } = (await byFilter({ dry_run: true, reason_text: REASON })).body
    expect((await byFilter({ revision, reason_text: REASON })).status).toBe(202)
    await platform().advance('PT1M')
    expect(await tablesWith(REASON)).toContain('offboarding_batch')
    expect((await erase(account_id)).status).toBe(202)
    await platform().advance('PT1M')
    expect(await found()).toEqual([])
    const actors = () => query(platform(), `select actor from offboarding_batch where actor like '%127.0.0.1%'`)
    expect(await actors()).toHaveLength(2)

    const asFounder = await platform().userToken(aster.founder.account_id, 'erasure:write')
    await aster.role(aster.named('Alan').account_id, 'admin')
    await aster.departed(aster.admin.account_id)
    expect((await erase(aster.admin.account_id, asFounder)).status).toBe(202)
    await platform().advance('PT1M')
    expect(await actors()).toEqual([])
  })

  test('S113: an erasure waits for the batches that still run, which need their reasons', async () => {
    const { account_id } = await departed()
    const items = [aster.named('Alan'), aster.named('Aiko')].map((one) => ({
      account_id: one.account_id,
      reason_code: 'other',
      reason_text: 'All of us',
    }))
    await aster.batch(items)
    const { erasure_id } = (await erase(account_id)).body
    await platform().advance('PT5M')
    expect((await platform().get(`/v1.0/erasures/${erasure_id}`, asAdmin)).body.status).toBe('completed')
    for (const { account_id } of items) {
      const { data } = (await platform().get(`/v1.0/departures?account_id=${account_id}`, aster.token)).body
      expect(data).toMatchObject([{ reason_text: 'All of us' }])
    }
  })

  test('S100: others keep their texts, also a namesake and the person with another account', async () => {
    const birch = await opened(platform(), 1)
    const elsewhere = await birch.create({ name: NAME, email: EMAIL })
    const { account_id } = await departed()
    const other = await aster.create({ name: NAME, email: 'namesake@aster.example' })
    const { erasure_id } = (await erase(account_id)).body
    await platform().advance('PT1S')
    const erasure = (await platform().get(`/v1.0/erasures/${erasure_id}`, asAdmin)).body
    expect(erasure.sign_in).toBe('kept')
    expect(erasure.proof.find((one: any) => one.table === 'event')).toMatchObject({ found: 0, mentions: 1 })
    expect((await aster.readMember(other)).name).toBe(NAME)
    expect(await birch.readMember(elsewhere)).toMatchObject({ name: NAME, email: EMAIL })
  })

  test('S100: only a departed account is erased, once, by others, and not under a legal hold', async () => {
    const { orgId, member } = aster
    await expectRefused(platform(), orgId, [409, 'account_not_departed'], () => erase(member.account_id))
    const { account_id, departure_id } = await departed()
    const place = () => platform().post('/v1.0/legal-holds', asAdmin, { departure_id, reason: 'Case 4711' })
    const { hold_id } = (await place()).body
    await expectRefused(platform(), orgId, [409, 'legal_hold_standing'], () => erase(account_id))
    await platform().post(`/v1.0/legal-holds/${hold_id}/release`, asAdmin, { reason: 'Closed' })
    const asMember = await platform().userToken(member.account_id, 'erasure:write')
    await expectRefused(platform(), orgId, [403, 'admin_required'], () => erase(account_id, asMember))
    const birch = await opened(platform(), 1)
    const foreign = await platform().userToken(birch.admin.account_id, 'erasure:write')
    await expectRefused(platform(), orgId, [404, 'member_not_found'], () => erase(account_id, foreign))
    expect((await erase(account_id)).status).toBe(202)
    await platform().advance('PT1S')
    await expectRefused(platform(), orgId, [409, 'erasure_exists'], () => erase(account_id))
    await expectRefused(platform(), orgId, [409, 'erasure_exists'], place)
  })

  test('S100: a member of the demo is in the file of the sandbox no more', async () => {
    const { member } = aster
    await aster.departed(member.account_id)
    await erase(member.account_id)
    await platform().advance('PT1S')
    expect(readFileSync(join(platform().config.dataDirectory, 'sandbox.json'), 'utf8')).not.toContain(member.account_id)
  })

  async function tablesWith(text: string): Promise<string[]> {
    const tables: string[] = []
    for (const table of await tablesOf(platform())) {
      const contents = JSON.stringify(await query(platform(), `select * from "${table}"`))
      if (contents.includes(text)) tables.push(table)
    }
    return tables.toSorted()
  }

  /** The texts that are in a table, or in a statistic of PostgreSQL. */
  async function found(): Promise<string[]> {
    const tables = await tablesOf(platform())
    const contents: string[] = []
    for (const table of tables) contents.push(JSON.stringify(await query(platform(), `select * from "${table}"`)))
    if (store === 'postgres')
      contents.push(
        JSON.stringify(await query(platform(), 'select most_common_vals::text, histogram_bounds::text from pg_stats')),
      )
    return EVERYTHING.filter((text) => contents.some((content) => content.includes(text)))
  }

  function inFiles(): string[] {
    const { dataDirectory } = platform().config
    const files = readdirSync(dataDirectory, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
    const contents = files.map((one) => readFileSync(join(one.parentPath, one.name), 'utf8'))
    return EVERYTHING.filter((text) => contents.some((content) => content.includes(text)))
  }
})
