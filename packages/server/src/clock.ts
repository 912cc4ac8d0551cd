import type { Store } from './store/store.ts'

/** The clock of business time, by which work falls due. Tokens, signatures and leases use the real time instead. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Reads the clock again, if another server may have moved it. */
  refresh(): Promise<void>
}

/** The clock of live mode: the real time. */
export const realClock: Clock = { now: () => Date.now(), refresh: async () => {} }

/** The sandbox's clock, which can be moved ahead and is stored in the database. */
export interface MovableClock extends Clock {
  /** The lead over the real time, in milliseconds. */
  offset(): number
  /** Moves it ahead to a time, in milliseconds since 1970; an earlier time leaves it where it is. */
  moveTo(time: number): Promise<void>
  /** Sets it back to the real time. */
  reset(): Promise<void>
}

const NAME = 'clock_offset'

/** Reads the sandbox's clock from the store. */
export async function openMovableClock(store: Store): Promise<MovableClock> {
  let offset = 0
  const read = async () => {
    const row = await store.db.selectFrom('setting').select('value').where('name', '=', NAME).executeTakeFirst()
    offset = Number(row?.value ?? 0)
  }
  const keep = async (value: number) => {
    await store.transaction((tx) =>
      tx
        .insertInto('setting')
        .values({ name: NAME, value: String(value) })
        .onConflict((c) => c.column('name').doUpdateSet({ value: String(value) }))
        .execute(),
    )
    offset = value
  }
  await read()
  return {
    now: () => Date.now() + offset,
    offset: () => offset,
    refresh: store.dialect === 'postgres' ? read : async () => {},
    moveTo: (time) => keep(Math.max(offset, time - Date.now())),
    reset: () => keep(0),
  }
}

/** Formats a time as the contract does: RFC 3339, UTC, with milliseconds. */
export function timestamp(time: number): string {
  return new Date(time).toISOString()
}
