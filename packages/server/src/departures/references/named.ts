import type { Schemas } from '@sendoff/api'
import type { Selectable } from 'kysely'
import type { Schema, Tx } from '../../store/schema.ts'
import { type Placing, statement } from '../../store/statement.ts'
import { namedRecipients } from '../handover/recipients.ts'

type Row = Pick<Selectable<Schema['offboarding']>, 'org_id' | 'offboarding_id' | 'status' | 'handover' | 'successor_id'>

/**
 * Keeps the members whom a scheduled offboarding names beside it, by which they find it when they depart themselves. Call it after each
 * change of an offboarding.
 */
export async function indexNamed(tx: Tx, row: Row): Promise<void> {
  const { org_id, offboarding_id } = row
  await forgetNamed(tx, { org_id, offboarding_id })
  if (row.status !== 'scheduled') return
  const named = namedRecipients(JSON.parse(row.handover) as Schemas['Handover'])
  const ids = new Set([...named, ...(row.successor_id === null ? [] : [row.successor_id])])
  if (ids.size === 0) return
  await tx
    .insertInto('offboarding_recipient')
    .values([...ids].map((account_id) => ({ org_id, account_id, offboarding_id })))
    .execute()
}

const forgetNamed = statement((db, $: Placing<{ org_id: string; offboarding_id: string }>) =>
  db
    .deleteFrom('offboarding_recipient')
    .where('org_id', '=', $('org_id'))
    .where('offboarding_id', '=', $('offboarding_id')),
)

/** Puts a member in the place of another wherever an offboarding names them. */
export function renamed<Offboarding extends Pick<Row, 'handover' | 'successor_id'>>(
  row: Offboarding,
  from: string,
  to: string,
): Offboarding {
  const change = <Choice extends { recipient_id?: string }>(choice: Choice): Choice =>
    choice.recipient_id === from ? { ...choice, recipient_id: to } : choice
  const asked = JSON.parse(row.handover) as Schemas['Handover']
  const handover: Schemas['Handover'] = {
    ...change(asked),
    ...(asked.by_kind && { by_kind: asked.by_kind.map(change) }),
    ...(asked.by_resource && { by_resource: asked.by_resource.map(change) }),
  }
  const successor_id = row.successor_id === from ? to : row.successor_id
  return { ...row, handover: JSON.stringify(handover), successor_id }
}
