/** The deliveries to make, their receiver, and the address of the contestant's database. */
export type Work = { port: number; endpoints: number; deliveries: number; url: string }

/** Notes the time at which the jobs are there and the work begins, and at which the last attempt is recorded. */
export type Times = { begun(): void; recorded(): void }

/** Both times of a turn, in milliseconds. */
export type Turn = { begun: number; recorded: number }

/** The number of deliveries that are under way at the same time. */
export const UNDER_WAY = 128

/** The bytes of an event, about 1 KB. */
export const body = (n: number): string =>
  JSON.stringify({ id: `evt_${n}`, type: 'ping', data: { text: 'x'.repeat(900) } })
