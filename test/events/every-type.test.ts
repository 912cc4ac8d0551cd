import { eventTypes, type Scope } from '@sendoff/api'
import { expect, test } from 'vitest'
import { codeFor, registered } from '../support/accounts.ts'
import { DAY, fromNow, HOUR, settle } from '../support/clock.ts'
import { query } from '../support/database.ts'
import { opened, recorded } from '../support/departures.ts'
import { contractSchema } from '../support/events.ts'
import { waitingReplacement } from '../support/founder.ts'
import { answerAs, requestOf, thirdPartyClient } from '../support/oauth.ts'
import { must, onEachStore, type Platform } from '../support/platform.ts'
import { poison } from '../support/poison.ts'

onEachStore((platform) => {
  test('every type of event that the contract has is made by what is done, and is as it says', {
    timeout: 180_000,
  }, async () => {
    const faults = await contractSchema('Event')
    const seen = new Set<string>()
    for (const live of [departures, receipts, purge, applications, associations, apps, organization, people, stalled]) {
      await live(platform())
      for (const { org_id } of platform().data.organizations) {
        for (const event of await recorded(platform(), org_id)) {
          expect([event.type, faults(event)]).toEqual([event.type, []])
          seen.add(event.type)
        }
      }
    }
    expect([...seen].sort()).toEqual(Object.keys(eventTypes).sort())
  })
})

/** Does something as an account, and answers what came of it; it has to succeed. */
async function as(platform: Platform, accountId: string, scope: Scope, request: string, body?: object): Promise<any> {
  const [method = '', path] = request.split(' ')
  const token = await platform.userToken(accountId, scope)
  const answer = await platform.call(method, `/v1.0/${path}`, { token, ...(body && { body }) })
  expect([request, answer.status < 300, answer.body?.code]).toEqual([request, true, undefined])
  return answer.body
}

async function departures(platform: Platform): Promise<void> {
  const org = await opened(platform)
  const { admin, named, create, register, departed, restore, offboard, update, cancel, role, batch } = org
  const account_id = await create({ name: 'Noor', email: 'noor@aster.example', manager_id: admin.account_id })
  for (const kind of ['note', 'survey']) await register(account_id, kind, 1)
  const gone = await departed(account_id, { handover: { by_kind: [{ kind: 'survey', action: 'delete' }] } })
  expect((await restore(gone)).status).toBe(200)
  const path = `PUT members/${account_id}/condition`
  await as(platform, admin.account_id, 'member:condition:write', path, { condition: 'banned' })
  await as(platform, admin.account_id, 'member:write', `PATCH members/${account_id}`, { manager_id: null })
  const soon = await fromNow(platform, HOUR)
  const { offboarding_id } = (await offboard(account_id, { effective_at: soon })).body
  await update(offboarding_id, { effective_at: await fromNow(platform, DAY) })
  await cancel(offboarding_id)
  // One whose requester may no longer offboard by its time, and one that is purged in the end.
  const alan = named('Alan').account_id
  await role(alan, 'admin')
  const asAlan = await platform.userToken(alan, 'member:offboard')
  await offboard(account_id, { effective_at: soon }, asAlan)
  await role(alan, 'member')
  await platform.advance('PT1H')
  await departed(account_id)
  const token = await platform.userToken(admin.account_id, 'member:offboard')
  const { batch_id } = (await batch([{ account_id, reason_code: 'other' }], token)).body
  await settle(platform)
  // As if another item were still to have its turn.
  await query(platform, `update offboarding_batch set status = 'running', total = 2 where batch_id = '${batch_id}'`)
  expect((await platform.post(`/v1.0/offboarding-batches/${batch_id}/cancel`, token)).status).toBe(200)
  const departure_id = await departed(await create({ name: 'Ola', email: 'ola@aster.example' }))
  const why = { reason: 'Case 4711' }
  const hold = { departure_id, ...why }
  const { hold_id } = await as(platform, admin.account_id, 'legal_hold:write', 'POST legal-holds', hold)
  await as(platform, admin.account_id, 'legal_hold:write', `POST legal-holds/${hold_id}/release`, why)
  const erased = { account_id: await create({ name: 'Ida', email: 'ida@aster.example' }), confirm: true }
  await departed(erased.account_id)
  await as(platform, admin.account_id, 'erasure:write', 'POST erasures', erased)
  const asking = { departure_id: await departed(named('Mei').account_id) }
  const { account_id: personal } = must(platform.data.personal_accounts[0])
  await as(platform, personal, 'account:write', 'POST me/erasure-requests', asking)
  // Events are kept for as long.
  await platform.advance('P29D')
}

async function receipts(platform: Platform): Promise<void> {
  const { orgId, create, departed } = await opened(platform)
  const token = await platform.appToken(orgId, 'webhook:write', 'receipt:write', 'receipt:read')
  const asked = async (path: string, body: object) => {
    const answer = await platform.post(`/v1.0/${path}`, token, body)
    expect(answer.status).toBeLessThan(300)
    return answer.body
  }
  const { endpoint_id } = await asked('webhook-endpoints', { url: 'http://127.0.0.1:9/', deprovisions: true })
  const gone = await departed(await create({ name: 'Rui', email: 'rui@aster.example' }))
  await platform.advance('PT25H')
  const { data } = (await platform.get(`/v1.0/departures/${gone}/receipts`, token)).body
  const answer = (more: object) => asked('receipts', { event_id: must<any>(data[0]).event_id, ...more })
  await answer({ status: 'done' })
  await answer({ status: 'failed', reason: 'Locked' })
  await platform.advance('PT11M')
  expect((await platform.call('DELETE', `/v1.0/webhook-endpoints/${endpoint_id}`, { token })).status).toBe(204)
}

const purge = (platform: Platform) => platform.advance('P2D')

async function applications(platform: Platform): Promise<void> {
  const { orgId, admin, member, named } = await opened(platform, 1)
  const reason = { reason_code: 'other', reason_text: 'Away' }
  const apply = async ({ account_id }: { account_id: string }): Promise<string> =>
    (await as(platform, account_id, 'member:leave', 'POST leave-applications', reason)).application_id
  const review = async (id: string, decision: string) =>
    as(platform, admin.account_id, 'leave_application:review', `POST leave-applications/${id}/${decision}`, {})
  const { account_id, password } = member
  await review(await apply(member), 'reject')
  const withdrawn = await apply(member)
  await as(platform, account_id, 'member:leave', `POST leave-applications/${withdrawn}/withdraw`)
  const confirmed = await apply(member)
  await review(confirmed, 'approve')
  const body = { confirm: true, password }
  await as(platform, account_id, 'member:leave', `POST leave-applications/${confirmed}/confirm`, body)
  await review(await apply(named('Bo')), 'approve')
  await platform.advance('P15D')
  // Two approvals, of which the manager's is asked of somebody else.
  const app = await platform.appToken(orgId, 'org:policy:write', 'member:write')
  const patch = (path: string, body: object) => platform.call('PATCH', `/v1.0/${path}`, { token: app, body })
  await patch('organization/policies', { reviewers: 'manager_and_administrator' })
  await patch(`members/${named('Bo').account_id}`, { manager_id: named('Mei').account_id })
  await review(await apply(named('Bo')), 'approve')
  await patch(`members/${named('Bo').account_id}`, { manager_id: admin.account_id })
  await platform.advance('PT1S')
}

async function associations(platform: Platform): Promise<void> {
  const [own, other] = [await opened(platform), await opened(platform, 3)]
  const command = { associated_org_id: other.orgId, type: 'partner', dept_id: 1 }
  const act = (by: typeof own, request: string, body?: object) =>
    as(platform, by.founder.account_id, 'org:association:write', `POST association-invitations${request}`, body)
  const invite = async () => (await act(own, '', command)).invitation_id
  await act(other, `/${await invite()}/decline`)
  await act(own, `/${await invite()}/revoke`)
  await invite()
  await platform.advance('P15D')
  const department = await as(platform, own.founder.account_id, 'org:write', 'POST departments', { name: 'Allies' })
  command.dept_id = department.dept_id
  await act(other, `/${await invite()}/accept`, { dept_id: 1 })
  const path = `departments/${department.dept_id}`
  await as(platform, own.founder.account_id, 'org:write', `PATCH ${path}`, { name: 'Partners' })
  await as(platform, own.founder.account_id, 'org:write', `DELETE ${path}?move_to=1`)
  const { token } = { token: await platform.userToken(own.admin.account_id, 'org:unlink') }
  const schedule = async () => {
    const effective_at = await fromNow(platform, HOUR)
    const body = { dept_id: 1, associated_org_id: other.orgId, effective_at }
    return (await platform.post('/v1.0/scheduled-unlinks', token, body)).body.scheduled_unlink_id
  }
  await platform.post(`/v1.0/scheduled-unlinks/${await schedule()}/cancel`, token)
  await schedule()
  await query(platform, `update account set condition = 'frozen' where account_id = '${own.admin.account_id}'`)
  await platform.advance('PT2H')
  const unlinked = { dept_id: 1, associated_org_id: other.orgId }
  await as(platform, own.founder.account_id, 'org:unlink', 'POST organization/unlink', unlinked)
}

async function apps(platform: Platform): Promise<void> {
  const { orgId, admin } = await opened(platform, 1)
  const client = thirdPartyClient(platform)
  await answerAs(platform, requestOf(client).parameters, admin)
  const { data } = await as(platform, admin.account_id, 'app:read', 'GET authorizations')
  await as(platform, admin.account_id, 'app:write', `DELETE authorizations/${must<any>(data[0]).authorization_id}`)
  const token = await platform.appToken(orgId, 'webhook:write')
  const url = 'http://127.0.0.1:9/'
  const endpoint = async () => (await platform.post('/v1.0/webhook-endpoints', token, { url })).body.endpoint_id
  const [one] = [await endpoint(), await endpoint()]
  for (const verb of ['test', 'disable', 'enable']) {
    expect((await platform.post(`/v1.0/webhook-endpoints/${one}/${verb}`, token)).status).toBeLessThan(300)
  }
}

async function organization(platform: Platform): Promise<void> {
  const { orgId, founder, admin } = await opened(platform, 2)
  const dissolution = { reason_code: 'no_longer_used', confirm_name: 'Cedar & Sons' }
  const dissolve = (by: string) => as(platform, by, 'org:dissolve', 'POST organization/dissolution', dissolution)
  await as(platform, founder.account_id, 'org:write', 'PATCH organization', { name: 'Cedar & Sons' })
  await as(platform, founder.account_id, 'org:policy:write', 'PUT organization/leave-policy', { mode: 'approval' })
  await dissolve(founder.account_id)
  await as(platform, founder.account_id, 'org:dissolve', 'DELETE organization/dissolution')
  const to = { account_id: admin.account_id, password: founder.password }
  await as(platform, founder.account_id, 'org:founder:transfer', 'POST organization/founder-transfer', to)
  const people = { orgId, founder: admin.account_id, successor: founder.account_id }
  await as(
    platform,
    founder.account_id,
    'org:write',
    `POST founder-replacements/${await replacement(platform, people)}/object`,
  )
  await dissolve(admin.account_id)
  await platform.advance('PT72H')
}

/** Has the server begin a founder replacement, as the operator's program does. */
async function replacement(platform: Platform, people: { orgId: string; founder: string; successor: string }) {
  const id = await waitingReplacement(platform, people)
  await query(platform, `update founder_replacement set status = 'requested' where replacement_id = '${id}'`)
  await query(
    platform,
    `insert into due_work (org_id, work_id, kind, subject_id, due_at)
      values ('${people.orgId}', 'wrk_begin', 'founder_replacement', '${id}', 0)`,
  )
  await platform.advance('PT1S')
  return id
}

async function people(platform: Platform): Promise<void> {
  const { named, departed } = await opened(platform)
  const { email, account_id } = named('Alan')
  await departed(account_id)
  await registered(platform, { email: must(email) })
  const personal = must(platform.data.personal_accounts[0])
  const invited = await (await opened(platform, 3)).create({ name: 'Mei', email: personal.email })
  await as(platform, personal.account_id, 'account:write', `POST membership-invitations/${invited}/accept`)
  const email2 = 'mei@home.example'
  await platform
    .post('/v1.0/verification-codes', undefined, { email: email2, purpose: 'change_address' })
    .then(async ({ body: { verification_id } }) => {
      const code = await codeFor(platform, { email: email2 }, 'change_address')
      const change = { email: email2, verification_id, code, password: personal.password }
      await as(platform, personal.account_id, 'account:write', 'POST me/address', change)
    })
  const body = { confirm: true, password: personal.password }
  await as(platform, personal.account_id, 'account:deregister', 'POST me/deregister', body)
}

/** Lets an offboarding fall due that the database refuses. */
async function stalled(platform: Platform): Promise<void> {
  const { create, offboard } = await opened(platform)
  const account_id = await create({ name: 'Sol', email: 'sol@aster.example' })
  await poison(platform, { table: 'departure', when: 'insert', where: `new.account_id = '${account_id}'` })
  await offboard(account_id, { effective_at: await fromNow(platform, HOUR) })
  await platform.advance('PT2H')
}
