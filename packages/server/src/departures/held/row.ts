import type { Schemas } from '@sendoff/api'
import type { Selectable } from 'kysely'
import { timestamp } from '../../clock.ts'
import type { Reader, Schema, Tx } from '../../store/schema.ts'
import { type Placing, statement } from '../../store/statement.ts'
import type { DepartureRow } from '../departure.ts'

export type HeldHandover = Selectable<Schema['held_handover']>

/** A handover of held resources as the contract shows it. */
export function presentHeldHandover(row: HeldHandover, { held }: Pick<DepartureRow, 'held'>): Schemas['HeldHandover'] {
  return {
    handover_id: row.handover_id,
    departure_id: row.departure_id,
    status: row.status,
    transferred: sum(countsIn(row.received)),
    unavailable_recipients: unavailableIn(row),
    held,
    created_at: timestamp(row.created_at),
    completed_at: row.completed_at === null ? null : timestamp(row.completed_at),
  }
}

/** Finds the running handover of a departure's held resources, or the given one. */
export async function findRunning(
  db: Reader,
  orgId: string,
  departureId: string,
  handoverId?: string,
): Promise<HeldHandover | undefined> {
  const of = { orgId, departureId }
  const [found] = await (handoverId === undefined ? readRunning(db, of) : readOne(db, { ...of, handoverId }))
  return found
}

type Of = { orgId: string; departureId: string }

const handovers = (db: Reader, $: Placing<Of>) =>
  db
    .selectFrom('held_handover')
    .selectAll()
    .where('org_id', '=', $('orgId'))
    .where('departure_id', '=', $('departureId'))

const readRunning = statement((db, $: Placing<Of>) => handovers(db, $).where('status', '=', 'running'))

const readOne = statement((db, $: Placing<Of & { handoverId: string }>) =>
  handovers(db, $).where('handover_id', '=', $('handoverId')),
)

/** Updates a handover of held resources and returns its new row. */
export async function changeHeldHandover(
  tx: Tx,
  row: HeldHandover,
  change: Partial<HeldHandover>,
): Promise<HeldHandover> {
  await tx
    .updateTable('held_handover')
    .set(change)
    .where('org_id', '=', row.org_id)
    .where('departure_id', '=', row.departure_id)
    .where('handover_id', '=', row.handover_id)
    .execute()
  return { ...row, ...change }
}

/** Reads counts by recipient. */
export const countsIn = (text: string) => JSON.parse(text) as Record<string, number>

/** Lists the recipients who could no longer take over. */
export function unavailableIn({ unavailable }: HeldHandover): Schemas['UnavailableRecipient'][] {
  return Object.entries(countsIn(unavailable)).map(([recipient_id, resources]) => {
    return { recipient_id, outcome: 'held', resources }
  })
}

const sum = (counts: Record<string, number>) => Object.values(counts).reduce((total, count) => total + count, 0)
