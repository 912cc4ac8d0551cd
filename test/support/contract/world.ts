import { appScopes, userScopes } from '@sendoff/api'
import { consentOf } from '../consents.ts'
import { query } from '../database.ts'
import { waitingReplacement } from '../founder.ts'
import { must, type Platform } from '../platform.ts'
import type { Hints } from './arbitrary.ts'
import { callersOf } from './callers.ts'
import { request } from './request.ts'
import type { Sent } from './send.ts'

/** Existing values, and for each operation requests that succeed, one after the other. */
export type World = {
  hints: (id: string) => Hints
  callers: ReturnType<typeof callersOf>
  sound: Record<string, Sent[]>
}

/**
 * The requests of an operation that succeed, one after the other.
 *
 * @throws for an operation without one, and says where to add it
 */
export function soundRequests({ sound }: World, id: string): [Sent, ...Sent[]] {
  const [first, ...others] = sound[id] ?? []
  if (first) return [first, ...others]
  throw new Error(`${id} has no request that succeeds: add one to \`sound\` in test/support/contract/world.ts`)
}

/** Makes something of everything that the contract can read. */
export async function createWorld(platform: Platform): Promise<World> {
  const { association_id, org_id, dept_id, associated_org_id } = platform.association('upstream')
  const token = await platform.appToken(org_id, ...appScopes)
  // Nobody listens on this port, which is reserved (RFC 6335), so requests to it fail immediately.
  const url = 'http://127.0.0.1:1/webhooks'
  const endpoint = async (more = {}) =>
    (await platform.post('/v1.0/webhook-endpoints', token, { url, ...more })).body.endpoint_id
  const unverified = await endpoint({ challenge: true })
  const [endpoint_id, doomed] = [await endpoint(), await endpoint()]
  const { event_id, delivery_id } = (await platform.post(`/v1.0/webhook-endpoints/${endpoint_id}/test`, token)).body
  const [rotated, disabled] = [await endpoint(), await endpoint()]
  await platform.post(`/v1.0/webhook-endpoints/${rotated}/rotate-secret`, token)
  const { secrets } = (await platform.get(`/v1.0/webhook-endpoints/${rotated}`, token)).body
  await platform.post(`/v1.0/webhook-endpoints/${disabled}/disable`, token)
  const since = '2026-01-01T00:00:00Z'
  const { recovery_id } = (await platform.post(`/v1.0/webhook-endpoints/${endpoint_id}/recover`, token, { since })).body
  const at = { endpoint_id }
  const cursor = (await platform.get('/v1.0/webhook-endpoints?limit=1', token)).body.next_cursor
  const account_id = platform.member(org_id, 'founder').account_id
  const unlink = { dept_id, associated_org_id }

  const more = await createMore(platform, org_id, token)

  return {
    callers: callersOf(platform, org_id, more.firsts),
    hints: (id) => ({
      association_id: [association_id],
      endpoint_id: [id === 'webhookEndpoints.delete' ? doomed : endpoint_id],
      ...(id === 'webhookEndpoints.disable' && { endpoint_id: [disabled] }),
      event_id: [event_id],
      delivery_id: [delivery_id],
      recovery_id: [recovery_id],
      after_event_id: [event_id],
      ...(id !== 'associationInvitations.create' && { associated_org_id: [associated_org_id], dept_id: [dept_id] }),
      ...more.hints,
      ...(id === 'webhookEndpoints.deleteSecret' && { endpoint_id: [rotated], secret_id: [secrets[1].secret_id] }),
      ...(id === 'apps.delete' && { app_id: more.sound[id]?.map(({ path }) => path.app_id) ?? [] }),
      // A cursor is of one list.
      ...(id === 'webhookEndpoints.list' && { cursor: [cursor] }),
      url: [url, 'http://localhost:1/', 'http://[::1]:1/?a=b'],
      by: ['PT1H', 'P1DT0.5S'],
      // In seconds, of which the test has few.
      wait: [0, 1],
    }),
    sound: {
      ...more.sound,
      'organization.get': [request({})],
      'organization.getCounts': [request({})],
      'organization.unlink': [request({ body: { ...unlink, reason_text: 'Ende 👋' } })],
      'organization.previewUnlink': [request({ body: unlink })],
      'associations.list': [request({ query: [['limit', '1']] })],
      'associations.listEnded': [request({ query: [['limit', '1']] })],
      'associations.get': [request({ path: { association_id } })],
      'events.list': [request({ query: [['types', 'ping,app.deauthorized']] })],
      'events.stream': [request({ query: [['types', 'organization.*']] })],
      'events.get': [request({ path: { event_id } })],
      'webhookEndpoints.create': [request({ body: { url, event_types: ['ping'] } })],
      'webhookEndpoints.list': [request({}), request({ query: [['cursor', cursor]] })],
      'webhookEndpoints.get': [request({ path: { endpoint_id } })],
      'webhookEndpoints.delete': [request({ path: { endpoint_id: doomed } })],
      'webhookEndpoints.test': [request({ path: { endpoint_id } })],
      'webhookEndpoints.update': [request({ path: at, body: { event_types: ['member.*', '*'], format: 'standard' } })],
      'webhookEndpoints.verify': [request({ path: { endpoint_id: unverified } })],
      'webhookEndpoints.enable': [request({ path: { endpoint_id: disabled } })],
      'webhookEndpoints.disable': [request({ path: { endpoint_id: disabled } })],
      'webhookEndpoints.rotateSecret': [request({ path: at, body: { overlap_seconds: 0 } })],
      'webhookEndpoints.deleteSecret': [request({ path: { endpoint_id: rotated, secret_id: secrets[1].secret_id } })],
      'webhookEndpoints.getHealth': [request({ path: at })],
      'webhookEndpoints.listDeliveries': [
        request({
          path: at,
          query: [
            ['status', 'failed'],
            ['since', since],
          ],
        }),
      ],
      'webhookEndpoints.recover': [
        request({ path: at, body: { since, dry_run: true } }),
        request({ path: at, body: { after_event_id: event_id } }),
      ],
      'webhookEndpoints.getRecovery': [request({ path: { endpoint_id, recovery_id } })],
      'deliveries.get': [request({ path: { delivery_id } })],
      'deliveries.redeliver': [request({ path: { delivery_id } })],
      'sandbox.getClock': [request({})],
      'sandbox.advanceClock': [
        request({ body: { by: 'PT1H' } }),
        request({ body: { to: '2031-01-01T00:00:00.5+08:00' } }),
      ],
      'sandbox.reset': [request({})],
      'sandbox.createUserToken': [request({ body: { account_id, scopes: ['org:read'] } })],
      'sandbox.getData': [request({ query: [['limit', '2']] })],
      'sandbox.listVerificationCodes': [request({ query: [['limit', '1']] })],
    },
  }
}

/** The requests that people of an organisation can make, and who has to make them. */
async function createMore(platform: Platform, orgId: string, app: string) {
  const [founder, admin] = [platform.member(orgId, 'founder'), platform.member(orgId, 'admin')]
  const people = platform
    .organizationOf(orgId)
    .members.filter(({ role, condition }) => role === 'member' && condition === 'normal')
  const [applicant, leaver] = [must(people[0]), must(people[1])]
  const { org_id: dissolving } = platform.organization(2)
  const made = async (path: string, as: string, body?: unknown, method = 'POST') => {
    const answer = await platform.call(method, `/v1.0/${path}`, { token: as, ...(body !== undefined && { body }) })
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body.errors ?? answer.body)}`)
    return answer.body
  }
  let count = 0
  const newMember = async (): Promise<string> => {
    const name = `Member ${++count}`
    return (await made('members', app, { name, email: `member-${count}@aster.example` })).account_id
  }
  const as = (accountId: string) => platform.userToken(accountId, ...userScopes)
  const boss = await as(founder.account_id)
  const why = { reason_code: 'resignation', reason_text: 'Anderswo 👋' } as const
  const applied = async (accountId: string): Promise<string> =>
    (await made('leave-applications', await as(accountId), why)).application_id
  const offboarded = async (more: object = {}) =>
    made('offboardings', app, { account_id: await newMember(), reason_code: 'other', ...more })
  const now = Date.parse((await platform.get('/v1.0/sandbox/clock')).body.now)
  const effective_at = new Date(now + 7 * 24 * 3_600_000).toISOString()
  const departed = async (): Promise<string> => (await offboarded()).departure_id
  const scheduled = async (): Promise<string> => (await offboarded({ effective_at })).offboarding_id
  const code = async (email: string, purpose: string) => {
    await platform.post('/v1.0/verification-codes', undefined, { email, purpose })
    const { data } = (await platform.get('/v1.0/sandbox/verification-codes?limit=200')).body
    return must(data.find((sent: { email: string }) => sent.email === email)).code as string
  }
  const newAddress = async (email: string) => {
    const asked = { email, purpose: 'change_address' }
    const { body } = await platform.post('/v1.0/verification-codes', undefined, asked)
    const { data } = (await platform.get('/v1.0/sandbox/verification-codes?limit=200')).body
    const sent = must(data.find((one: { email: string }) => one.email === email))
    return { email, verification_id: body.verification_id as string, code: sent.code as string }
  }
  const personal = must(platform.data.personal_accounts[0]).account_id
  /** A new organisation, and what its founder may call with. */
  const founded = async (name: string) => {
    const { organization, account_id } = await made('organizations', await as(personal), { name })
    return { org_id: organization.org_id, token: await as(account_id) }
  }
  const [inviting, hesitating, invited, wanted] = [
    await founded('Eins'),
    await founded('Zwei'),
    await founded('Drei'),
    await founded('Vier'),
  ]
  const invite = async (by: string, to: string): Promise<string> =>
    (await made('association-invitations', by, { associated_org_id: to, type: 'partner', dept_id: 1 })).invitation_id

  const withdrawing = await newMember()
  const leaving = await newMember()
  const applying = await newMember()
  const spare = await newMember()
  const ids = {
    approved: await applied(await newMember()),
    rejected: await applied(await newMember()),
    withdrawn: await applied(withdrawing),
    confirmed: await applied(applicant.account_id),
  }
  await made(`leave-applications/${ids.confirmed}/approve`, boss)
  // Nobody listens there, so its receipts stay open.
  const deprovisioning = { url: 'http://127.0.0.1:1/', event_types: ['member.departed'], deprovisions: true }
  await made('webhook-endpoints', app, deprovisioning)
  const departure_id = await departed()
  const owed = async (departure: string): Promise<any> =>
    must((await made(`departures/${departure}/receipts`, app, undefined, 'GET')).data[0])
  const [receipt, settled, reminded] = [
    await owed(departure_id),
    await owed(await departed()),
    await owed(await departed()),
  ]
  const {
    event_id,
    system: { endpoint_id },
  } = receipt
  const deliveries = await made(`webhook-endpoints/${endpoint_id}/deliveries`, app, undefined, 'GET')
  const delivery = deliveries.data.find((one: { event_id: string }) => one.event_id === event_id)
  const placed = async (): Promise<string> =>
    (await made('legal-holds', boss, { departure_id: await departed(), reason: 'Fall 4711' })).hold_id
  const hold_id = await placed()
  const replaced = { orgId, founder: founder.account_id, successor: admin.account_id }
  const replacement_id = await waitingReplacement(platform, replaced)
  const gone = async (): Promise<string> => (await offboarded()).account_id
  const { erasure_id } = await made('erasures', boss, { account_id: await gone(), confirm: true })
  /** A person who departed from this organisation, and has another account. */
  const elsewhere = await platform.appToken(platform.organization(1).org_id, 'member:write')
  const asker = async () => {
    const account_id = await newMember()
    const person = { name: `Member ${count}`, email: `member-${count}@aster.example` }
    const other = (await made('members', elsewhere, person)).account_id as string
    await query(
      platform,
      `update account set accepted_at = created_at where account_id in ('${account_id}', '${other}')`,
    )
    const departure = await made('offboardings', app, { account_id, reason_code: 'other' })
    return { account_id: other, departure_id: departure.departure_id as string }
  }
  const asking = await asker()
  const erasureRequest = async (): Promise<string> => {
    const { account_id, departure_id } = await asker()
    return (await made('me/erasure-requests', await as(account_id), { departure_id })).erasure_request_id
  }
  const erasure_request_id = await erasureRequest()
  const offboarding_id = await scheduled()
  const resource = { external_id: 'doc-1', kind: 'document', name: 'Handbuch', owner_id: spare }
  const { data: registered } = await made('resources', app, { resources: [resource] })
  const { resource_id } = registered[0]
  const previewed = await newMember()
  await made('resources', app, { resources: [{ ...resource, external_id: 'doc-2', owner_id: previewed }] })
  const held = { by_kind: [{ kind: 'document', action: 'hold' }] }
  const { preview_id } = await made('offboardings/preview', app, { account_id: previewed, handover: held })
  const { preview_id: leave_preview_id } = await made('leave/preview', await as(previewed), { handover: held })
  const item = async () => ({ account_id: await newMember(), reason_code: 'other' })
  const { batch_id } = await made('offboarding-batches', app, { items: [await item()] })
  const { batch_id: running } = await made('offboarding-batches', app, { items: [await item()] })
  await platform.advance('PT0S')
  // As if another item were still to have its turn, of which no due work is left.
  await query(
    platform,
    `update offboarding_batch set status = 'running', total = 2, completed_at = null where batch_id = '${running}'`,
  )
  const newApp = { name: 'Uhrwerk', kind: 'internal', scopes: ['org:read'] }
  const { app_id } = await made('apps', boss, newApp)
  const { app_id: doomedApp } = await made('apps', boss, newApp)
  const { secret_id } = await made(`apps/${app_id}/secrets`, boss)
  const newDepartment = async (): Promise<string> =>
    String((await made('departments', boss, { name: 'Lager' })).dept_id)
  const [department, doomedDepartment, deletedDepartment] = [
    await newDepartment(),
    await newDepartment(),
    await newDepartment(),
  ]
  await made(`departments/${deletedDepartment}`, boss, undefined, 'DELETE')
  const { data: authorizations } = await made('authorizations', boss, undefined, 'GET')
  const { authorization_id } = authorizations[0]
  /** A membership of the person with the personal account, which they have not accepted. */
  const invitedBy = async (index: number): Promise<string> => {
    const { email } = must(platform.data.personal_accounts[0])
    const token = await platform.appToken(platform.organization(index).org_id, 'member:write')
    return (await made('members', token, { name: 'Mei', email })).account_id
  }
  const memberships = { accepted: await invitedBy(2), declined: await invitedBy(3) }
  const dissolver = platform.member(dissolving, 'founder').account_id
  const { name: dissolved } = platform.organizationOf(dissolving)
  await made('organization/dissolution', await as(dissolver), {
    reason_code: 'no_longer_used',
    confirm_name: dissolved,
  })
  const invitations = {
    accepted: await invite(inviting.token, orgId),
    declined: await invite(hesitating.token, orgId),
    revoked: await invite(app, invited.org_id),
  }
  /** An organisation that is a partner of this one, at the root department of both. */
  const linked = async (name: string) => {
    const other = await founded(name)
    const id = await invite(other.token, orgId)
    await made(`association-invitations/${id}/accept`, app, { dept_id: 1 })
    return other
  }
  const unlinking = await linked('Sieben')
  let unlinks = 0
  const scheduledUnlink = async (): Promise<string> => {
    const { org_id } = await linked(`Acht ${++unlinks}`)
    return (await made('scheduled-unlinks', app, { dept_id: 1, associated_org_id: org_id, effective_at }))
      .scheduled_unlink_id
  }
  const scheduled_unlink_id = await scheduledUnlink()
  const [blocked, unblocked] = [await founded('Fünf'), await founded('Sechs')]
  await made('association-blocks', app, { associated_org_id: unblocked.org_id })
  await made('membership-blocks', await as(personal), { org_id: unblocked.org_id })
  const named = (name: string) => request({ body: { name } })
  const listed = () => [request({ query: [['limit', '1']] })]
  const by = (path: Sent['path'], body?: unknown) => [request({ path, ...(body !== undefined && { body }) })]

  return {
    hints: {
      application_id: [ids.approved],
      invitation_id: [invitations.accepted],
      departure_id: [departure_id],
      receipt_id: [receipt.receipt_id],
      hold_id: [hold_id],
      preview_id: [preview_id, leave_preview_id],
      erasure_id: [erasure_id],
      erasure_request_id: [erasure_request_id],
      offboarding_id: [offboarding_id],
      batch_id: [batch_id],
      scheduled_unlink_id: [scheduled_unlink_id],
      resource_id: [resource_id],
      app_id: [app_id],
      secret_id: [secret_id],
      owner_id: [spare],
      account_id: [spare, founder.account_id],
    },
    firsts: {
      'organizations.create': personal,
      'membershipInvitations.accept': personal,
      'membershipInvitations.decline': personal,
      'membershipBlocks.delete': personal,
      'dissolution.get': dissolver,
      'dissolution.cancel': dissolver,
      'leave.create': leaving,
      'leave.preview': leaving,
      'leave.listPreviewResources': previewed,
      'leaveApplications.create': applying,
      'leaveApplications.withdraw': withdrawing,
      'leaveApplications.confirm': applicant.account_id,
      'me.endConsent': spare,
      'me.requestErasure': asking.account_id,
      'me.changeAddress': leaver.account_id,
      'me.deregister': leaver.account_id,
    } as Record<string, string>,
    sound: {
      'organization.update': [named('Aster & Söhne')],
      'organizations.create': [named('Neu')],
      'organization.listAdmins': listed(),
      'organization.getLeavePolicy': [request({})],
      'organization.setLeavePolicy': by({}, { mode: 'instant', fallback_recipient_id: admin.account_id }),
      'organization.getPolicies': [request({})],
      'organization.setPolicies': by(
        {},
        {
          instant_leave: 'only_departments',
          instant_leave_dept_ids: [1],
          fallback_recipient_id: admin.account_id,
          restore_window_days: 60,
        },
      ),
      'dissolution.request': by(
        {},
        { reason_code: 'no_longer_used', confirm_name: platform.organizationOf(orgId).name },
      ),
      'dissolution.preview': [request({})],
      'dissolution.get': [request({})],
      'dissolution.cancel': [request({})],
      'organization.transferFounder': by({}, { account_id: admin.account_id, password: founder.password }),
      'departments.list': listed(),
      'departments.create': by({}, { name: 'Vertrieb', parent_dept_id: 1, head_id: spare }),
      'departments.get': by({ dept_id: department }),
      'departments.update': by({ dept_id: department }, { name: 'Lager Nord', parent_dept_id: 2, head_id: spare }),
      'departments.previewDelete': [request({ path: { dept_id: department }, query: [['move_to', '2']] })],
      'departments.delete': [request({ path: { dept_id: doomedDepartment }, query: [['move_to', '2']] })],
      'departments.getDeletion': by({ dept_id: deletedDepartment }),
      'scheduledUnlinks.create': by(
        {},
        { dept_id: 1, associated_org_id: unlinking.org_id, effective_at, reason_code: 'other', reason_text: 'Ende 👋' },
      ),
      'scheduledUnlinks.list': listed(),
      'scheduledUnlinks.get': by({ scheduled_unlink_id }),
      'scheduledUnlinks.cancel': by({ scheduled_unlink_id: await scheduledUnlink() }),
      'associationInvitations.list': listed(),
      'associationInvitations.create': by(
        {},
        { associated_org_id: wanted.org_id, type: 'partner', dept_id: 3, message: 'Hallo' },
      ),
      'associationInvitations.accept': by({ invitation_id: invitations.accepted }, { dept_id: 1 }),
      'associationInvitations.decline': by({ invitation_id: invitations.declined }),
      'associationInvitations.revoke': by({ invitation_id: invitations.revoked }),
      'associationBlocks.list': listed(),
      'associationBlocks.create': by({}, { associated_org_id: blocked.org_id }),
      'associationBlocks.delete': by({ associated_org_id: unblocked.org_id }),
      'membershipInvitations.list': listed(),
      'membershipInvitations.accept': by({ account_id: memberships.accepted }),
      'membershipInvitations.decline': by({ account_id: memberships.declined }),
      'membershipBlocks.list': listed(),
      'membershipBlocks.create': by({}, { org_id: blocked.org_id }),
      'membershipBlocks.delete': by({ org_id: unblocked.org_id }),
      'members.list': [request({ query: [['q', 'Member']] })],
      'members.create': by(
        {},
        { name: 'Zoë', email: 'zoe@aster.example', phone: '+4915112345678', dept_ids: [1], manager_id: spare },
      ),
      'members.get': by({ account_id: spare }),
      'members.update': by(
        { account_id: spare },
        { name: 'Anders', external_id: null, dept_ids: [1], manager_id: null },
      ),
      'members.setCondition': by({ account_id: await newMember() }, { condition: 'frozen', reason_text: 'Urlaub' }),
      'members.setRole': by({ account_id: await newMember() }, { role: 'admin' }),
      'members.listCreations': [request({ path: { account_id: founder.account_id }, query: [['type', 'app']] })],
      'resources.list': by({ account_id: spare }),
      'resources.upsert': by({}, { resources: [{ ...resource, name: 'Handbuch, 2. Auflage' }] }),
      'resources.get': by({ resource_id }),
      'leave.preview': by({}, { handover: { recipient_id: admin.account_id } }),
      'leave.listPreviewResources': by({ preview_id: leave_preview_id }),
      'leave.create': by({}, { confirm: true, ...why, entry_point: 'mobile_profile', handover: {} }),
      'leaveApplications.list': listed(),
      'leaveApplications.create': by({}, why),
      'leaveApplications.get': by({ application_id: ids.approved }),
      'leaveApplications.approve': by({ application_id: ids.approved }, { comment: 'Alles Gute' }),
      'leaveApplications.reject': by({ application_id: ids.rejected }),
      'leaveApplications.withdraw': by({ application_id: ids.withdrawn }),
      'leaveApplications.confirm': by(
        { application_id: ids.confirmed },
        { confirm: true, password: applicant.password },
      ),
      'offboardings.preview': by({}, { account_id: spare, handover: { recipient_id: admin.account_id } }),
      'offboardings.listPreviewResources': [
        request({ path: { preview_id }, query: [['outcome', 'held']] }),
        request({ path: { preview_id }, query: [['kind', 'document']] }),
      ],
      'offboardings.list': listed(),
      'offboardings.create': by(
        {},
        { account_id: await newMember(), effective_at, handover: { recipient_id: admin.account_id }, ...why },
      ),
      'offboardings.get': by({ offboarding_id }),
      'offboardings.update': by({ offboarding_id }, { effective_at, ...why }),
      'offboardings.cancel': by({ offboarding_id: await scheduled() }),
      'offboardingBatches.create': by({}, { items: [await item()] }),
      'offboardingBatches.createByFilter': [
        request({
          body: {
            filter: {
              dept_ids: [1],
              roles: ['member'],
              manager_ids: [admin.account_id],
              account_ids: [await newMember()],
            },
            reason_code: 'other',
            handover: { recipient_id: admin.account_id, by_kind: [{ kind: 'note', action: 'hold' }] },
            dry_run: true,
          },
        }),
      ],
      'offboardingBatches.list': [request({ query: [['status', 'completed']] })],
      'offboardingBatches.get': by({ batch_id }),
      'offboardingBatches.listItems': by({ batch_id }),
      'offboardingBatches.cancel': by({ batch_id: running }),
      'departures.list': [
        request({
          query: [
            ['restorable', 'true'],
            ['method', 'admin_offboard'],
          ],
        }),
      ],
      'departures.get': by({ departure_id }),
      'departures.getHandover': by({ departure_id }),
      'departures.handOver': by({ departure_id }, { recipient_id: admin.account_id }),
      'departures.listReceipts': by({ departure_id }),
      'receipts.list': [request({ query: [['status', 'awaited']] })],
      'receipts.get': by({ receipt_id: receipt.receipt_id }),
      'receipts.create': [
        request({ body: { event_id, endpoint_id, status: 'failed', reason: 'Gesperrt 👋', details: 'x' } }),
        request({ body: { delivery_id: delivery.delivery_id, status: 'done' } }),
      ],
      'receipts.remind': by({ receipt_id: reminded.receipt_id }),
      'receipts.settle': by({ receipt_id: settled.receipt_id }, { status: 'done', reason: 'Von Hand' }),
      'departures.previewRestore': by({ departure_id }),
      'departures.restore': by({ departure_id: await departed() }, { dept_ids: [2] }),
      'erasures.create': by({}, { account_id: await gone(), confirm: true }),
      'erasures.list': listed(),
      'erasures.get': by({ erasure_id }),
      'erasureRequests.list': [request({ query: [['status', 'open']] })],
      'erasureRequests.grant': by({ erasure_request_id: await erasureRequest() }, { confirm: true }),
      'erasureRequests.refuse': by(
        { erasure_request_id: await erasureRequest() },
        { ground: 'kept_by_law', reason: 'Lohnunterlagen' },
      ),
      'legalHolds.create': by({}, { departure_id, reason: 'Fall 4711 ⚖️' }),
      'legalHolds.list': [request({ query: [['status', 'standing']] })],
      'legalHolds.get': by({ hold_id }),
      'legalHolds.release': by({ hold_id: await placed() }, { reason: 'Abgeschlossen' }),
      'founderReplacements.list': [request({ query: [['status', 'waiting']] })],
      'founderReplacements.get': by({ replacement_id }),
      'founderReplacements.object': by({ replacement_id }, { reason: 'Ich bin erreichbar' }),
      'verificationCodes.create': by({}, { email: 'neu@example.com', purpose: 'register' }),
      'accounts.register': by(
        {},
        {
          email: 'reg@example.com',
          code: await code('reg@example.com', 'register'),
          password: 'ein langes Passwort',
          name: 'Neu',
        },
      ),
      'recovery.create': by(
        {},
        { email: admin.email, code: await code(admin.email, 'recover'), new_password: 'ein neues Passwort' },
      ),
      'members.changeAddress': by({ account_id: await newMember() }, await newAddress('umgezogen@example.com')),
      'me.changeAddress': by({}, { ...(await newAddress('privat@example.com')), password: leaver.password }),
      'me.get': [request({})],
      'me.update': by({}, { name: 'Ada', locale: 'zh-CN' }),
      'me.changePassword': by({}, { password: founder.password, new_password: 'ein anderes Passwort' }),
      'me.listConsents': listed(),
      'me.endConsent': by({ consent_id: await consentOf(platform, spare) }),
      'me.markNotificationsRead': by({}, { notification_ids: ['ntf_1'] }),
      'me.listAccounts': listed(),
      'me.listOrganizations': listed(),
      'me.listDepartures': listed(),
      'me.listErasureRequests': listed(),
      'me.requestErasure': by({}, { departure_id: asking.departure_id, message: 'Bitte alles 👋' }),
      'me.listNotifications': listed(),
      'me.deregister': by({}, { confirm: true, password: leaver.password, ...why }),
      'apps.list': listed(),
      'apps.create': by({}, { ...newApp, kind: 'third_party', redirect_uris: ['https://example.com/back'] }),
      'apps.get': by({ app_id }),
      'apps.update': by({ app_id }, { name: 'Uhr', scopes: ['org:read'] }),
      'apps.delete': by({ app_id: doomedApp }),
      'apps.createSecret': by({ app_id: (await made('apps', boss, newApp)).app_id }),
      'apps.deleteSecret': by({ app_id, secret_id }),
      'authorizations.list': listed(),
      'authorizations.delete': by({ authorization_id }),
      'auditLogs.list': [request({ query: [['action', 'members.create']] })],
      'events.listTypes': [request({})],
    } as Record<string, Sent[]>,
  }
}
