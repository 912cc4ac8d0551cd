import { describe, expect, test } from 'vitest'
import { useWorld } from '../support/contract/use-world.ts'
import { inDatabase, tablesOf } from '../support/database.ts'
import { opened } from '../support/departures.ts'

/**
 * Every column that holds the id of an account, and the decision about it when the account departs (S78). The list is
 * compared with the schema: by the names of columns, and by the values that they have after everything was used once.
 */
const DECIDED: Record<string, string> = {
  // Replaced or cleared at the departure, and given back by a restore.
  'account.manager_id': 'replaced',
  'department.head_id': 'replaced',
  'organization.leave_fallback_recipient_id': 'replaced',
  // Replaced where there is a successor; otherwise held and told when it falls due.
  'offboarding.handover': 'replaced or held',
  'offboarding.successor_id': 'replaced or held',
  'offboarding_recipient.account_id': 'replaced with them',
  'offboarding_batch_item.item': 'refused at its turn, within seconds',
  'held_handover.choices': 'held and told while it runs',
  'leave_application.manager_id': 'an administrator decides instead',
  // Closed with the departure.
  'offboarding.account_id': 'canceled',
  'leave_application.account_id': 'withdrawn',
  'resource.account_id': 'handed over',
  'account_department.account_id': 'removed by the purge',
  // The one for whom something acts is asked again when it falls due.
  'offboarding.actor_id': 'checked when it falls due',
  'offboarding_batch.actor': 'checked at each turn',
  'held_handover.actor_id': 'a decision stands',
  'department_deletion.actor_id': 'a decision stands',
  'scheduled_unlink.actor_id': 'checked when it falls due',
  'founder_replacement.founder_id': 'checked when it falls due',
  'founder_replacement.successor_id': 'checked when it falls due',
  // The account itself, and sign-ins that end with its generation.
  'account.account_id': 'the account',
  'idempotency.principal': 'expires after a day',
  'idempotency.body': 'expires after a day',
  'consent.account_id': 'refused with the generation',
  'kept_token.account_id': 'refused with the generation',
  'oidc_model.payload': 'refused with the generation',
  'offboarding_preview.account_id': 'expires after an hour',
  'offboarding_preview.handover': 'expires after an hour',
  'offboarding_preview.successor_id': 'expires after an hour',
  'leave_preview.account_id': 'expires after an hour',
  'due_work.subject_id': 'done or found to be nothing',
  // Records of what happened, which name whoever did it.
  'account.first_account_id': 'a record',
  'departure.account_id': 'a record',
  'departure.actor_id': 'a record',
  'departure.snapshot': 'a record',
  'departure.handover': 'a record',
  'departure.successor_id': 'a record',
  'departure_reference.subject_id': 'a record',
  'departure_reference.holder_id': 'a record',
  'handover_item.recipient_id': 'a record',
  'handover_item.intended_recipient_id': 'a record',
  'erasure.account_id': 'a record',
  'erasure.requested_by': 'a record',
  'erasure_request.account_id': 'a record',
  'erasure_request.decided_by': 'a record',
  'erasure_request.decide_by': 'a time',
  'legal_hold.account_id': 'a record',
  'legal_hold.placed_by': 'a record',
  'legal_hold.released_by': 'a record',
  'held_handover.received': 'a record',
  'held_handover.unavailable': 'a record',
  'authorization.authorized_by': 'a record',
  'leave_application.decided_by': 'a record',
  'leave_application.approvals': 'a record',
  'dissolution.requested_by': 'a record',
  'association.ended_by': 'a record',
  'founder_replacement.ended_by': 'a record',
  'receipt.subject_id': 'a record',
  'receipt.answered_by': 'a record',
  'notification.account_id': 'a record',
  'notification.data': 'a record',
  'audit_log.actor_id': 'a record',
  'audit_log.target_id': 'a record',
  'audit_log.before': 'a record',
  'audit_log.after': 'a record',
  'event.body': 'a record, for 30 days',
  'event.subject': 'a record, for 30 days',
  'delivery.subject': 'a record, for 30 days',
}

/** Columns with such a name that hold no account. */
const OTHER = ['department_deletion.named_by', 'verification_code.asked_by', 'fan_out.next_recipient']

const NAMED =
  /(^|_)(account|recipient|manager|head|founder|successor|holder|owner|actor|reviewer|objector|held_by)(_id)?$|_by$/
const ID = /acct_[0-9a-f]{32}/

describe('the columns that hold an account', { timeout: 120_000 }, () => {
  const { platform, world } = useWorld()

  test('S78: there is a decision about every column that can name somebody who departed', async () => {
    expect(world()).toBeDefined()
    const { create, departed, register, offboard, admin } = await opened(platform())
    const account_id = await create({ name: 'Leaver', email: 'l@aster.example', manager_id: admin.account_id })
    await create({ name: 'Report', email: 'r@aster.example', manager_id: account_id })
    await register(account_id, 'note', 1, 'of the leaver')
    await offboard(await create({ name: 'Other', email: 'o@aster.example' }), {
      effective_at: '2090-01-01T00:00:00Z',
      handover: { recipient_id: account_id },
      successor_id: admin.account_id,
    })
    await departed(account_id)

    const undecided: string[] = []
    const known = new Set<string>()
    const tables = (await tablesOf(platform())).filter((table) => !table.startsWith('kysely_'))
    await inDatabase(platform(), async (run) => {
      for (const table of tables) {
        const columns = await run(`select name from pragma_table_info('${table}')`)
        const rows = await run(`select * from "${table}"`)
        for (const { name } of columns) {
          const place = `${table}.${name}`
          known.add(place)
          const holds = NAMED.test(name) || rows.some((row) => ID.test(String(row[name])))
          if (holds && !(place in DECIDED) && !OTHER.includes(place)) undecided.push(place)
        }
      }
    })
    const rule = 'a new column that names an account is replaced, cleared or explained in DECIDED of this test'
    expect(undecided, rule).toEqual([])
    expect(Object.keys(DECIDED).filter((place) => !known.has(place))).toEqual([])
  })
})
