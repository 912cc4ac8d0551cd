/** A moment in the local time of the machine, with its zone: `2026-11-28 20:14:03 +01:00`. */
export function localTime(timestamp: string | null | undefined): string {
  if (!timestamp) return '-'
  const date = new Date(timestamp)
  if (Number.isNaN(date.getTime())) return timestamp
  const offset = -date.getTimezoneOffset()
  const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, 19).replace('T', ' ')
  const two = (value: number) => String(Math.trunc(Math.abs(value))).padStart(2, '0')
  return `${local} ${offset < 0 ? '-' : '+'}${two(offset / 60)}:${two(offset % 60)}`
}
