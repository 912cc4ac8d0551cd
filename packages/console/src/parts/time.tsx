import { useSyncExternalStore } from 'react'
import { businessNow, page } from '../page.ts'
import { useSandboxClock } from '../session/queries.ts'

const KEY = 'sendoff-zone'
const listeners = new Set<() => void>()

/** The zone in which times are shown. */
export type Zone = 'local' | 'utc'

const readZone = (): Zone => (localStorage.getItem(KEY) === 'utc' ? 'utc' : 'local')

/** Shows times in another zone, in every screen and from now on. */
export function setZone(zone: Zone): void {
  localStorage.setItem(KEY, zone)
  for (const listener of listeners) listener()
}

/** The zone that the person chose. */
export const useZone = (): Zone =>
  useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, readZone)

/** A moment, in the chosen zone, which it names; the moment in UTC is its tooltip. */
export function Time({ at, dateOnly = false }: { at: string; dateOnly?: boolean }) {
  const zone = useZone()
  return (
    <time dateTime={at} title={at}>
      {formatTime(at, zone, dateOnly)}
    </time>
  )
}

/** Writes a moment in a zone. */
export function formatTime(at: string, zone: Zone, dateOnly = false): string {
  const day = { year: 'numeric', month: 'short', day: 'numeric' } as const
  const moment = { ...day, hour: '2-digit', minute: '2-digit', hour12: false, timeZoneName: 'short' } as const
  const form = new Intl.DateTimeFormat(page.lang === 'en' ? 'en-GB' : 'zh-CN', {
    ...(dateOnly ? day : moment),
    ...(zone === 'utc' && { timeZone: 'UTC' }),
  })
  return form.format(new Date(at))
}

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

/** The distance to a moment, for example “in 3 days”, by the server's business time. */
export function Distance({ to }: { to: string }) {
  useSandboxClock()
  return <>{formatDistance(Date.parse(to) - businessNow())}</>
}

function formatDistance(milliseconds: number): string {
  const form = new Intl.RelativeTimeFormat(page.lang, { numeric: 'auto' })
  for (const [unit, length] of UNITS) {
    if (Math.abs(milliseconds) >= length) return form.format(Math.trunc(milliseconds / length), unit)
  }
  return form.format(Math.trunc(milliseconds / 1000), 'second')
}
