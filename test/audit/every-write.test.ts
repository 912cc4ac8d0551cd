import { decodeJwt } from 'jose'
import { describe, expect, test } from 'vitest'
import type { Caller } from '../support/contract/callers.ts'
import { dereference, readDocument } from '../support/contract/document.ts'
import { type Located, operationsOf } from '../support/contract/operations.ts'
import { inOrder } from '../support/contract/order.ts'
import { send } from '../support/contract/send.ts'
import { useWorld } from '../support/contract/use-world.ts'
import { soundRequests } from '../support/contract/world.ts'
import { query } from '../support/database.ts'
import { must } from '../support/platform.ts'

/** Writes that change nothing of an organisation: previews and test events. */
const CHANGE_NOTHING = [
  'organization.previewUnlink',
  'offboardings.preview',
  'leave.preview',
  'departures.previewRestore',
  'webhookEndpoints.test',
  'me.markNotificationsRead',
]

/** The operations by which a person answers, blocks and asks, with any account: no organisation learns from where, nor with which. */
const OF_A_PERSON = [
  'membershipInvitations.accept',
  'membershipInvitations.decline',
  'membershipBlocks.create',
  'membershipBlocks.delete',
  'me.requestErasure',
]

// Operations without a token belong to no organisation: the sandbox, and people who can't sign in yet.
const writes = inOrder(operationsOf(dereference(readDocument()))).filter(
  ({ method, security = [] }) => method !== 'GET' && security.length > 0,
)

describe('the audit log of every write of the contract', { timeout: 180_000 }, () => {
  const { platform, world, renewFor } = useWorld()

  test.each(writes.map((one) => [one.id, one] as const))('%s', async (id, operation) => {
    await renewFor(operation)
    const { right } = await world().callers(operation)
    const faults = await faultsOf(operation, must(right[0]))
    const rule = 'a write calls audit(), or is named in CHANGE_NOTHING in test/audit/every-write.test.ts'
    expect(faults, rule).toEqual([...CHANGE_NOTHING, ...OF_A_PERSON].includes(id) ? [`${id} wrote no entry`] : [])
  })

  test('the writes that change nothing exist', () => {
    const ids = writes.map(({ id }) => id)
    expect([...CHANGE_NOTHING, ...OF_A_PERSON].filter((id) => !ids.includes(id))).toEqual([])
  })

  /** Calls the operation. @returns the parts that the audit log lacks */
  async function faultsOf(operation: Located, caller: Caller): Promise<string[]> {
    const { id, method } = operation
    const requestIds: string[] = []
    for (const sent of soundRequests(world(), id)) {
      const answer = await send(platform().base, operation, caller, sent)
      expect([answer.status < 300, answer.text]).toEqual([true, answer.text])
      requestIds.push(`'${answer.headers.get('x-request-id')}'`)
    }
    const entries = await query(
      platform(),
      `select * from audit_log where request_id in (${requestIds.join()}) and action = '${id}' order by audit_id`,
    )
    if (entries.length === 0) return [`${id} wrote no entry`]
    const { account_id, client_id } = decodeJwt<Record<string, string>>(must(caller.authorization?.split(' ')[1]))
    const lacking = (what: string, has: (entry: Record<string, any>) => boolean) =>
      entries.every(has) ? [] : [`${id} does not say ${what}`]
    return [
      ...lacking('who', ({ actor_id }) => actor_id === (account_id ?? client_id)),
      ...lacking('what', ({ target_id }) => target_id !== ''),
      ...lacking('from where', ({ address }) => address?.includes('127.0.0.1')),
      ...lacking('what it was before or after', ({ before, after }) => before !== null || after !== null),
      // A created thing has no before, and a deleted one no after.
      ...(['PUT', 'PATCH'].includes(method)
        ? lacking('both before and after', ({ before, after }) => before !== null && after !== null)
        : []),
      ...(method === 'DELETE' ? lacking('what it was before', ({ before }) => before !== null) : []),
    ]
  }
})
