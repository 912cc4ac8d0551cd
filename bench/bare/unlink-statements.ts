import type { SQLInputValue } from 'node:sqlite'
import { newId } from '../../packages/server/src/ids.ts'

export type Command = { org_id: string; dept_id: number; associated_org_id: string; now: number }
// biome-ignore lint/suspicious/noExplicitAny: the statements decide the type of rows.
export type Row = any

const FIND = `select * from association where org_id = ? and associated_org_id = ? and status = 'linked'`
const SUBSCRIBED = `inner join webhook_endpoint as endpoint on endpoint.app_id = app.app_id`
const ENDPOINT = `endpoint.endpoint_id, endpoint.event_types, endpoint.status, endpoint.ordering`
const EVENT = 'org_id, event_id, sequence, type, body, subject, only_for, traceparent, created_at'
const DELIVERY = `org_id, delivery_id, endpoint_id, event_id, sequence, event_type, subject, status, attempts, due_at, lease_id,
  lease_until, created_at, finished_at`
const AUDIT = `org_id, audit_id, actor_type, actor_id, action, target_id, before, after, address, request_id, created_at`

const places = (columns: string) => `(${columns.split(',').map(() => '?')})`

/** The statements of an app's unlink, in the order of the platform's transaction. Returns the answer. */
export function* unlinkStatements(command: Command): Generator<[sql: string, values: SQLInputValue[]], object, Row[]> {
  const { org_id: own, associated_org_id: other, now } = command
  const both = [own, other]
  yield [FIND, both]
  yield ['select org_id from organization where org_id in (?, ?) order by org_id for update', both]
  const [side] = yield [FIND, both]
  if (side?.dept_id !== command.dept_id) throw new Error('They have no association')
  const { association_id, dept_id, associated_dept_id, type } = side
  yield [
    `update association set status = 'unlinked', unlinked_at = ? where association_id = ? and org_id in (?, ?)`,
    [now, association_id, ...both],
  ]
  yield ['delete from resource_share where org_id in (?, ?) and associated_org_id in (?, ?)', [...both, ...both]]
  yield [
    `select granted.org_id, granted.authorization_id, granted.app_id from "authorization" as granted
     inner join app on app.app_id = granted.app_id where granted.status = 'active'
     and ((granted.org_id = ? and app.org_id = ?) or (granted.org_id = ? and app.org_id = ?))`,
    [own, other, other, own],
  ]
  const unlinked_at = new Date(now).toISOString()
  const events: { org_id: string; event_id: string; sequence: number }[] = []
  for (const org_id of both) {
    const [counter] = yield [
      'update organization set last_sequence = last_sequence + 1 where org_id = ? returning last_sequence, first_sequence',
      [org_id],
    ]
    const event = { org_id, event_id: newId('evt'), sequence: Number(counter.last_sequence) }
    const data = { association_id, type, dept_id, associated_dept_id, unlinked_at, cause: 'api', reason_code: null }
    const actor = { type: 'app', id: 'app_bare' }
    const body = JSON.stringify({ ...event, timestamp: unlinked_at, api_version: '1.0', actor, data })
    yield [
      `insert into event (${EVENT}) values ${places(EVENT)}`,
      [org_id, event.event_id, event.sequence, UNLINKED, body, association_id, null, null, now],
    ]
    events.push(event)
  }
  const subscribers = yield [
    `select app.org_id, app.scopes, ${ENDPOINT} from app ${SUBSCRIBED} where app.org_id in (?, ?)
     and app.kind = 'internal' and app.status = 'active' and endpoint.status != 'deleted'`,
    both,
  ]
  yield [
    `select granted.org_id, granted.scopes, app.scopes as app_scopes, ${ENDPOINT} from "authorization" as granted
     inner join app on app.app_id = granted.app_id ${SUBSCRIBED} where granted.org_id in (?, ?)
     and granted.status = 'active' and app.status = 'active' and endpoint.status != 'deleted'`,
    both,
  ]
  for (const { org_id, endpoint_id } of subscribers) {
    const { event_id = '', sequence = 0 } = events.find((event) => event.org_id === org_id) ?? {}
    const delivery = [org_id, newId('dlv'), endpoint_id, event_id, sequence, UNLINKED, null]
    yield [
      `insert into delivery (${DELIVERY}) values ${places(DELIVERY)}`,
      [...delivery, 'pending', 0, now, null, 0, now, null],
    ]
  }
  for (const org_id of both) {
    const change = [JSON.stringify({ dept_id, associated_dept_id, type }), JSON.stringify({ reason_code: null })]
    yield [
      `insert into audit_log (${AUDIT}) values ${places(AUDIT)}`,
      [org_id, newId('aud'), 'app', 'app_bare', 'organization.unlink', association_id, ...change, null, null, now],
    ]
  }
  return { result: true, association_id, unlinked_at }
}

const UNLINKED = 'organization.association.unlinked'
