import { appScopes, userScopes } from '@sendoff/api'
import { newId } from '../../packages/server/src/ids.ts'
import { consentOf } from '../support/consents.ts'
import { query, rows } from '../support/database.ts'
import { waitingReplacement } from '../support/founder.ts'
import { must, type Platform } from '../support/platform.ts'

/**
 * Creates one of everything that has an id in an organisation, and returns the ids by the names of the parameters and members that
 * take them.
 */
export async function createForeign(platform: Platform, orgId: string): Promise<Record<string, unknown>> {
  const app = await platform.appToken(orgId, ...appScopes)
  const member = platform.member(orgId, 'member').account_id
  const [founder, own] = [
    await platform.userToken(platform.member(orgId, 'founder').account_id, ...userScopes),
    await platform.userToken(member, ...userScopes),
  ]
  const made = async (path: string, as: string, body?: unknown) => {
    const answer = await platform.post(`/v1.0/${path}`, as, body)
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  let count = 0
  const newMember = async () => {
    const body = { name: 'Foreign', email: `foreign-${++count}@elsewhere.example` }
    return (await made('members', app, body)).account_id as string
  }
  const reason_code = 'other'
  const { account_id } = { account_id: await newMember() }
  const personal = await platform.userToken(must(platform.data.personal_accounts[0]).account_id, ...userScopes)
  const third = await made('organizations', personal, { name: 'A third' })
  const thirdFounder = await platform.userToken(third.account_id, ...userScopes)
  const invite = async (type: string) => {
    const body = { associated_org_id: third.organization.org_id, type, dept_id: 1 }
    return (await made('association-invitations', app, body)).invitation_id
  }
  const { association_id } = await made(`association-invitations/${await invite('partner')}/accept`, thirdFounder, {
    dept_id: 1,
  })
  const another = await made('organizations', personal, { name: 'A fourth' })
  const body = { associated_org_id: another.organization.org_id, type: 'partner', dept_id: 1 }
  const { invitation_id } = await made('association-invitations', app, body)
  // A department whose number no smaller organisation has.
  let dept_id = 0
  while (dept_id < 20) dept_id = (await made('departments', founder, { name: `Team ${dept_id}` })).dept_id
  const resource = { external_id: 'foreign', kind: 'document', name: 'Elsewhere', owner_id: account_id }
  const { resource_id } = (await made('resources', app, { resources: [resource] })).data[0]
  const { application_id } = await made('leave-applications', own, { reason_code, reason_text: 'Away' })
  const { now } = (await platform.get('/v1.0/sandbox/clock')).body
  const effective_at = new Date(Date.parse(now) + 7 * 24 * 3_600_000).toISOString()
  const scheduled = { account_id: await newMember(), reason_code, effective_at }
  const { offboarding_id } = await made('offboardings', app, scheduled)
  await made('webhook-endpoints', app, { url: 'http://127.0.0.1:1/', deprovisions: true })
  const { departure_id } = await made('offboardings', app, { account_id: await newMember(), reason_code })
  const { data: owed } = (await platform.get(`/v1.0/departures/${departure_id}/receipts`, app)).body
  const { hold_id } = await made('legal-holds', founder, { departure_id, reason: 'Elsewhere' })
  const { account_id: erased } = await made('offboardings', app, { account_id: await newMember(), reason_code })
  const { erasure_id } = await made('erasures', founder, { account_id: erased, confirm: true })
  const asked = await made('offboardings', app, { account_id: await newMember(), reason_code })
  // As if the account had been one of the person with the personal account.
  await query(
    platform,
    `update departure set identity_id = (select identity_id from account where account_id = '${third.account_id}')
      where departure_id = '${asked.departure_id}'`,
  )
  await query(platform, `update account set accepted_at = created_at where account_id = '${asked.account_id}'`)
  const { erasure_request_id } = await made('me/erasure-requests', personal, { departure_id: asked.departure_id })
  const people = { orgId, founder: platform.member(orgId, 'founder').account_id, successor: account_id }
  const replacement_id = await waitingReplacement(platform, people)
  const { preview_id } = await made('offboardings/preview', app, { account_id })
  const { batch_id } = await made('offboarding-batches', app, {
    items: [{ account_id: await newMember(), reason_code }],
  })
  const unlink = { dept_id: 1, associated_org_id: third.organization.org_id, effective_at }
  const { scheduled_unlink_id } = await made('scheduled-unlinks', app, unlink)
  const external_id = 'E-elsewhere'
  const numbered = { name: 'Elsewhere', email: 'numbered@elsewhere.example', external_id }
  await made('members', app, numbered)
  const { app_id } = await made('apps', founder, { name: 'Elsewhere', kind: 'internal', scopes: ['org:read'] })
  const { secret_id } = await made(`apps/${app_id}/secrets`, founder)
  const { endpoint_id } = await made('webhook-endpoints', app, { url: 'http://127.0.0.1:1/' })
  const { event_id, delivery_id } = await made(`webhook-endpoints/${endpoint_id}/test`, app)
  const since = new Date(Date.parse(now) - 3_600_000).toISOString()
  const { recovery_id } = await made(`webhook-endpoints/${endpoint_id}/recover`, app, { since })

  return {
    ...{ account_id, owner_id: account_id, head_id: account_id, manager_id: account_id, recipient_id: account_id },
    ...{ fallback_recipient_id: account_id, successor_id: account_id, target_id: account_id, actor_id: account_id },
    ...{
      dept_id,
      parent_dept_id: dept_id,
      instant_leave_dept_id: dept_id,
      associated_org_id: orgId,
      org_id: orgId,
      association_id,
      invitation_id,
      resource_id,
    },
    ...{ receipt_id: owed[0].receipt_id, subject_id: owed[0].subject_id },
    verification_id: await verification(platform),
    ...{
      application_id,
      offboarding_id,
      departure_id,
      hold_id,
      erasure_id,
      erasure_request_id,
      replacement_id,
      preview_id,
      batch_id,
      app_id,
      secret_id,
      scheduled_unlink_id,
      external_id,
    },
    ...{
      endpoint_id,
      event_id,
      after_event_id: event_id,
      delivery_id,
      recovery_id,
      authorization_id: await authorize(platform, orgId, member),
      consent_id: await consentOf(platform, member),
      notification_id: await notified(platform, orgId, member),
    },
  }
}

/** A notification to a member, as a row. */
async function notified(platform: Platform, org_id: string, account_id: string): Promise<string> {
  const notification_id = newId('ntf')
  await rows(platform, (db) =>
    db
      .insertInto('notification')
      .columns(['identity_id', 'notification_id', 'account_id', 'org_id', 'type', 'data', 'created_at'])
      .expression((from) =>
        from
          .selectFrom('account')
          .where('account_id', '=', account_id)
          .select((of) => [
            'identity_id',
            of.val(notification_id).as('notification_id'),
            'account_id',
            of.val(org_id).as('org_id'),
            of.val('account.restored').as('type'),
            of.val('{}').as('data'),
            of.val(1).as('created_at'),
          ]),
      )
      .execute(),
  )
  return notification_id
}

/** The request of a code by somebody else. */
async function verification(platform: Platform): Promise<string> {
  const asked = { email: 'foreign@elsewhere.example', purpose: 'change_address' }
  return (await platform.post('/v1.0/verification-codes', undefined, asked)).body.verification_id
}

/** An authorization of a third-party app, as a row. */
async function authorize(platform: Platform, org_id: string, authorized_by: string): Promise<string> {
  const authorization_id = newId('auth')
  const { app_id } = must(platform.data.third_party_apps[0])
  const granted = { org_id, authorization_id, app_id, authorized_by, scopes: '["org:read"]', grant_id: newId('gen') }
  await rows(platform, (db) =>
    db
      .insertInto('authorization')
      .values({ ...granted, status: 'active', created_at: Date.now(), ended_at: null })
      .execute(),
  )
  return authorization_id
}
