const UNITS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const

/** Reads a duration such as `90s`, `30m`, `2h` or `7d`. @returns milliseconds, or `undefined` for other text */
export function durationOf(text: string): number | undefined {
  const [, amount, unit] = /^(\d{1,6})(s|m|h|d)$/.exec(text) ?? []
  return unit ? Number(amount) * UNITS[unit as keyof typeof UNITS] : undefined
}

/** Tells whether text is a date and time with its zone, as the API takes it (RFC 3339). */
export const isTimestamp = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text))
