import type { RequestExample } from '../../scripts/reference/examples.ts'
import type { Hints } from '../support/contract/arbitrary.ts'
import type { Sent } from '../support/contract/send.ts'

/** Members whose value depends on the existing data or on the caller. */
const OF_THE_WORLD = new Set([
  ...[
    'associated_org_id',
    'org_id',
    'dept_id',
    'account_id',
    'password',
    'code',
    'verification_id',
    'email',
    'confirm_name',
    'effective_at',
    'event_id',
  ],
  ...['items', 'dept_ids', 'departure_id'],
])

/** Replaces the ids, secrets and times of an example by those of a world, and leaves everything else. */
export function placed({ path, query, body }: RequestExample, hints: Hints, sound: Sent | undefined): RequestExample {
  const given = sound?.body === undefined ? {} : JSON.parse(sound.body)
  const [spare, founder] = hints.account_id ?? []
  const inBody = (name: string, value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((one) => inBody(name, one))
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inBody(key, one)]))
    const isAccount = typeof value === 'string' && value.startsWith('acct_')
    return isAccount ? (name === 'account_id' ? spare : founder) : value
  }
  const members = Object.entries((body ?? {}) as object).map(([name, value]) => [
    name,
    OF_THE_WORLD.has(name) && name in given ? given[name] : inBody(name, value),
  ])
  return {
    path: { ...path, ...sound?.path },
    query,
    ...(body !== undefined && { body: Object.fromEntries(members) }),
  }
}
