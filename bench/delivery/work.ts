/** The deliveries to make, and their receiver. */
export type Work = { port: number; endpoints: number; deliveries: number }

/** The bytes of an event, about 1 KB. */
export const body = (n: number): string =>
  JSON.stringify({ id: `evt_${n}`, type: 'ping', data: { text: 'x'.repeat(900) } })
