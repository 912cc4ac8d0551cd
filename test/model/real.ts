import { DatabaseSync } from 'node:sqlite'
import type { Scope } from '@sendoff/api'
import pg from 'pg'
import { expect } from 'vitest'
import { rows } from '../support/database.ts'
import { eventually } from '../support/environment.ts'
import { type Answer, must, type Platform } from '../support/platform.ts'
import { type Member, Model, type Organization } from './state.ts'

type Row = Record<string, any>

/** The number of the demo's organisations that take part: few, so that operations meet. */
const ORGANIZATIONS = 3

export const userScopes: Scope[] = [
  'org:unlink',
  'org:policy:write',
  'org:dissolve',
  'org:founder:transfer',
  'org:association:write',
  'member:read',
  'member:write',
  'member:condition:write',
  'member:leave',
  'member:offboard',
  'member:restore',
  'leave_application:review',
  'legal_hold:write',
  'resource:write',
  'account:read',
  'account:write',
  'account:deregister',
]
const appScopes: Scope[] = userScopes.filter(
  (scope) =>
    !['org:dissolve', 'org:founder:transfer', 'member:leave', 'legal_hold:write'].includes(scope) &&
    !scope.startsWith('account:'),
)

/** The policies of an organisation that has set none. */
const DEFAULTS: Organization['policies'] = {
  leaverMayDelete: false,
  windowDays: 30,
  suspend: 'never',
  suspensionHours: 24,
}

/** Reads the data that a refusal must not change, without the counters of wrong passwords. */
const kept = [
  ['organization', 'org_id'],
  ['organization_policy', 'org_id'],
  ['identity', 'identity_id'],
  ['account', 'account_id'],
  ['account_department', 'account_id, dept_id'],
  ['association', 'association_id, org_id'],
  ['association_invitation', 'invitation_id'],
  ['resource', 'resource_id'],
  ['event', 'org_id, sequence'],
  ['departure', 'departure_id'],
  ['handover_item', 'departure_id, resource_id'],
  ['held_handover', 'handover_id'],
  ['leave_application', 'application_id'],
  ['offboarding', 'offboarding_id'],
  ['legal_hold', 'hold_id'],
  ['dissolution', 'dissolution_id'],
  ['notification', 'notification_id'],
  ['audit_log', 'audit_id'],
  ['due_work', 'work_id'],
] as const

/** In steps of less than the time for which events are kept, in milliseconds, so that each of them is seen. */
const FAR = 20 * 24 * 60 * 60 * 1000

/** The platform itself, as its callers and the readers of its database see it. */
export class Real {
  readonly platform: Platform
  readonly read: (statement: string) => Promise<Row[]>
  /** Every event since the beginning, also those that are purged by now. */
  told: { type: string; data: Row }[] = []
  #lastSeen = new Map<string, number>()

  private constructor(platform: Platform, read: (statement: string) => Promise<Row[]>) {
    this.platform = platform
    this.read = read
  }

  static async open(platform: Platform): Promise<Real & AsyncDisposable> {
    const { databaseUrl, dataDirectory } = platform.config
    if (databaseUrl === undefined) {
      const database = new DatabaseSync(`${dataDirectory}/sendoff.sqlite`, { timeout: 5000, readOnly: true })
      const real = new Real(platform, async (statement) => database.prepare(statement).all() as Row[])
      return Object.assign(real, { [Symbol.asyncDispose]: async () => database.close() })
    }
    const client = new pg.Client({ connectionString: databaseUrl })
    await client.connect()
    const real = new Real(platform, async (statement) => (await client.query(statement)).rows)
    return Object.assign(real, { [Symbol.asyncDispose]: () => client.end() })
  }

  /** Starts again with the demo data and its model. */
  async begin(now: number): Promise<Model> {
    await this.platform.reset()
    this.told = []
    this.#lastSeen = new Map()
    const model = new Model(now)
    for (const data of this.platform.data.organizations.slice(0, ORGANIZATIONS)) {
      const { org_id: id, name } = data
      const appToken = await this.platform.appToken(id, ...appScopes)
      const appId = must(data.apps[0]).app_id
      const policy = name.startsWith('Birch') ? 'approval' : 'instant'
      const organization: Organization = {
        id,
        name,
        status: 'active',
        policy,
        policies: { ...DEFAULTS },
        appId,
        appToken,
      }
      model.organizations.push(organization)
      for (const { account_id, name, email, role, condition, password } of data.members) {
        const personal = this.platform.data.personal_accounts.some((one) => one.email === email)
        const person = model.holder(email) ?? { address: email, password, personal }
        const known = { id: account_id, name, organization, email, role, condition, person }
        const member: Member = { ...known, status: 'active', tokens: [], failures: 0, blockedUntil: 0 }
        model.members.push(member)
        await this.issueToken(member)
      }
    }
    for (const known of this.platform.data.associations) {
      const one = model.organizations.find(({ id }) => id === known.org_id)
      const other = model.organizations.find(({ id }) => id === known.associated_org_id)
      if (!one || !other) continue
      model.associations.push({ one, other, oneDept: known.dept_id, otherDept: known.associated_dept_id })
    }
    for (const { resource_id: id, name, kind, account_id } of await this.read('select * from resource')) {
      const owner = model.members.find((member) => member.id === account_id)
      if (owner) model.resources.push({ id, name, kind, owner, status: 'owned', key: undefined })
    }
    return model
  }

  /** Moves the clock, and sees what happens on the way. */
  async advance(from: number, to: number): Promise<Answer> {
    for (let time = from + FAR; time < to; time += FAR) {
      await this.#moveTo(time)
      await this.collect()
    }
    return this.#moveTo(to)
  }

  #moveTo = (time: number): Promise<Answer> =>
    this.platform.post('/v1.0/sandbox/clock/advance', undefined, { to: new Date(time).toISOString() })

  /** Reads the events that are new: each organisation's have the numbers after the last, without a gap. */
  async collect(): Promise<void> {
    for (const { org_id, sequence, type, body } of await this.read(
      'select org_id, sequence, type, body from event order by org_id, sequence',
    )) {
      const last = this.#lastSeen.get(org_id) ?? 0
      if (Number(sequence) <= last) continue
      expect(Number(sequence), 'sequences without a gap').toBe(last + 1)
      this.#lastSeen.set(org_id, last + 1)
      this.told.push({ type, data: JSON.parse(body).data })
    }
    for (const { org_id, last_sequence } of await this.read('select org_id, last_sequence from organization')) {
      expect(Number(last_sequence), 'every number is an event').toBe(this.#lastSeen.get(org_id) ?? 0)
    }
  }

  /**
   * Waits until other organisations have been notified of an address that changed hands, which happens beside the requests. Not with
   * `vi.waitFor`, which moves the clock of the model.
   */
  notified = () =>
    eventually(async () => {
      const waiting = await this.read(`select work_id from due_work where kind = 'identifier_recycled'`)
      return waiting.length === 0
    })

  /** Waits until the work that is due now is done, which happens beside the requests. */
  settled = (now: number) =>
    eventually(async () => {
      const due = await this.read(`select work_id from due_work where due_at <= ${now}`)
      return due.length === 0
    })

  /** Accepts a membership, as its person would by another account. */
  async acceptMembership({ id }: Member): Promise<void> {
    await rows(this.platform, (db) =>
      db
        .updateTable('account')
        .set((set) => ({ accepted_at: set.ref('created_at') }))
        .where('account_id', '=', id)
        .execute(),
    )
  }

  /** Changes the address of a person, with the code that was sent to the new one. */
  async changeAddress(token: string, email: string, password: string): Promise<Answer> {
    const asked = { email, purpose: 'change_address' }
    const { body } = await this.platform.post('/v1.0/verification-codes', undefined, asked)
    const { data } = (await this.platform.get('/v1.0/sandbox/verification-codes?limit=200')).body
    const code = must(data.find((sent: Row) => sent.email === email)).code
    const change = { email, password, code, verification_id: body.verification_id }
    return this.platform.post('/v1.0/me/address', token, change)
  }

  /** Issues another token for an account; earlier ones stay valid. */
  async issueToken(member: Member): Promise<void> {
    member.tokens.push({ text: await this.platform.userToken(member.id, ...userScopes), good: true })
  }

  call = (method: string, path: string, token: string, body?: object): Promise<Answer> =>
    this.platform.call(method, path, { token, ...(body && { body }) })

  departureIds = async (accountId: string): Promise<string[]> =>
    (await this.read(`select departure_id from departure where account_id = '${accountId}' order by 1`)).map(
      ({ departure_id }) => departure_id,
    )

  outcomes = (departureId: string): Promise<Row[]> =>
    this.read(`select resource_id, outcome, recipient_id from handover_item where departure_id = '${departureId}'`)

  /** Everything that a refusal leaves as it is. One statement after the other: there is one connection. */
  async dump(): Promise<Row> {
    const dumped: Row = {}
    for (const [table, key] of kept) dumped[table] = await this.read(`select * from ${table} order by ${key}`)
    return dumped
  }
}
