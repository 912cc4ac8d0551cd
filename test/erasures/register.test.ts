import { expect, test } from 'vitest'
import { personal, withTheAccount } from '../../packages/server/src/erasures/register.ts'
import { isOnPostgres, query, tablesOf } from '../support/database.ts'
import { onEachStore } from '../support/platform.ts'

/** Columns whose values the platform makes: ids, codes, states, digests, and what is sealed with the master key. */
const MADE_BY_THE_PLATFORM =
  /(^|_)(id|ids|by|type|types|kind|status|state|role|condition|code|cause|failure|hash|digest|sealed|scopes)$/

/** Columns with text in which nothing of a departed person is, and why. */
const WITHOUT: Record<string, string> = {
  'organization.name': 'of the organisation',
  'organization_policy.instant_leave_departments': 'a choice',
  'organization_policy.suspend_then_depart': 'a choice',
  'organization.leave_policy': 'a choice',
  'organization_policy.reviewers': 'a choice',
  'department.name': 'of the organisation',
  'department_deletion.name': 'of the organisation',
  'department_deletion.contents': 'ids and choices',
  'consent.gid': 'random',
  'account.rehire_of': 'an id',
  'departure.rehired_as': 'an id',
  'identity.locale': 'a language',
  'kept_token.generation': 'random',
  'kept_token.former_generation': 'random',
  'account.generation': 'random',
  'association.ended_side': 'a choice',
  'association.ended_org_name': 'of an organisation',
  'founder_replacement.telling': 'a choice',
  'founder_replacement.told_up_to': 'an id',
  'resource.external_id': 'the app’s id for a thing',
  'app.name': 'of an app',
  'app.auth_method': 'a choice',
  'app.redirect_uris': 'of an app',
  'app.allowed_origins': 'of an app',
  'app.jwks': 'public keys of an app',
  'app.generation': 'random',
  'app_origin.origin': 'of an app',
  'receipt.app_name': 'of an app',
  'event.only_for': 'an id',
  'event.subject': 'an id',
  'event.traceparent': 'made by the platform',
  'webhook_endpoint.url': 'of an app',
  'webhook_endpoint.description': 'of an app',
  'webhook_endpoint.format': 'a choice',
  'webhook_endpoint.headers': 'sealed',
  'webhook_endpoint.disabled_reason': 'a code',
  'webhook_endpoint.ordering': 'a choice',
  'recovery.spans': 'numbers',
  'endpoint_health.breaker': 'a state',
  'endpoint_health.refused_marks': 'ids and types',
  'delivery.subject': 'an id',
  'idempotency.principal': 'an id',
  'idempotency.key': 'chosen by a program; expires after 24 hours',
  'idempotency.fingerprint': 'a keyed hash',
  'idempotency.body': 'sealed, and expires after 24 hours; the erasure says when',
  'verification_code.purpose': 'a choice',
  'verification_code.asked_by': 'a digest',
  'proven_network.address': 'a digest',
  'proven_network.network': 'a digest',
  'oidc_model.payload': 'sealed, and expires',
  'signing_key.kid': 'random',
  'signing_key.purpose': 'a choice',
  'departure.method': 'a choice',
  'departure.initiator': 'a choice',
  'departure.entry_point': 'a choice',
  'held_handover.choices': 'ids',
  'held_handover.position': 'an id',
  'held_handover.received': 'ids and numbers',
  'held_handover.unavailable': 'ids and numbers',
  'handover_item.outcome': 'a choice',
  'handover_item.recipient_reason': 'a code',
  'leave_application.reviewers': 'a choice',
  'leave_application.awaiting': 'a choice',
  'offboarding.suspended_from': 'a state',
  'offboarding_batch.revision': 'a hash',
  'offboarding_preview.revision': 'a hash',
  'offboarding_preview.handover': 'ids and choices; expires after an hour',
  'offboarding_preview.handover_revision': 'a hash',
  'leave_preview.handover': 'ids and choices; expires after an hour',
  'leave_preview.handover_revision': 'a hash',
  'audit_log.action': 'an operation',
  'due_work.last_error': 'the message of an error; PostgreSQL names constraints and no values',
  'fan_out_audience.recipients': 'ids',
  'setting.name': 'of the installation',
  'setting.value': 'of the installation; people of the sandbox are sealed, and leave it with an erasure',
  'erasure_request.ground': 'a choice',
  'erasure.pseudonym': 'a digest of the id',
  'erasure.progress': 'the texts that are looked for; empty once the erasure is completed',
  'erasure.proof': 'numbers',
  'erasure.sign_in': 'a choice',
}

onEachStore((platform) => {
  const known = [
    ...Object.entries(personal).flatMap(([table, { columns }]) => Object.keys(columns).map((one) => `${table}.${one}`)),
    ...Object.entries(withTheAccount).flatMap(([table, columns]) => columns.map((one) => `${table}.${one}`)),
  ]
  const undecided = (columns: string[]) =>
    columns.filter((one) => {
      return !known.includes(one) && !(one in WITHOUT) && !MADE_BY_THE_PLATFORM.test(one.split('.')[1] ?? '')
    })

  test('S101, S113: every column with text is erased, or it is said why nothing of a person is in it', async () => {
    const columns = await textColumns()
    const rule =
      'add the column to packages/server/src/erasures/register.ts, or to WITHOUT in this test with the reason'
    expect(undecided(columns), rule).toEqual([])
    expect([...known, ...Object.keys(WITHOUT)].filter((one) => !columns.includes(one))).toEqual([])
  })

  test('S101, S113: a new column with text is noticed, whatever its type, also a reason', async () => {
    await query(platform(), 'alter table department add column remark text')
    await query(platform(), 'create table visit (visit_id text, reason varchar(50), seen bigint)')
    expect(undecided(await textColumns())).toEqual(['department.remark', 'visit.reason'])
  })

  async function textColumns(): Promise<string[]> {
    const found: string[] = []
    for (const table of await tablesOf(platform())) {
      if (table.startsWith('kysely_')) continue
      const rows = await query(
        platform(),
        isOnPostgres(platform())
          ? `select column_name as name from information_schema.columns where table_schema = 'public'
              and table_name = '${table}' and data_type not in ('integer', 'bigint', 'double precision')`
          : `select name from pragma_table_info('${table}') where lower(type) not in ('integer', 'bigint', 'double precision')`,
      )
      found.push(...rows.map(({ name }) => `${table}.${name}`))
    }
    return found
  }
})
