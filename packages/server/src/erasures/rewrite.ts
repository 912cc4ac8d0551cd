import { type Person, placeOf } from './person.ts'
import { ID_MEMBERS, type Personal, type Treatment } from './register.ts'

/** Stands in place of words that were erased, where the contract wants a text. */
export const ERASED = '[erased]'

const NAMES = new Set(['name'])
const ADDRESSES = new Set(['email', 'phone', 'external_id', 'value'])
const WORDS = new Set(['reason_text', 'reason', 'comment', 'details', 'message', 'release_reason'])

type Row = Record<string, unknown>

/** Checks if a row is of the account. */
export function isOf({ ids }: Person, { of, columns }: Personal, row: Row): boolean {
  return of.some((column) => {
    const value = row[column]
    if (typeof value !== 'string') return false
    return column in columns ? aboutAccount(ids, JSON.parse(value)) : ids.includes(value)
  })
}

function aboutAccount(ids: string[], value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const { data, ...own } = value as Row
  return (
    ID_MEMBERS.some((member) => ids.includes(own[member] as string)) || (data !== undefined && aboutAccount(ids, data))
  )
}

/** The new values of a row of the account; empty if nothing changes. */
export function rewrite(person: Person, { columns }: Personal, row: Row): Record<string, string> {
  const changes: Record<string, string> = {}
  for (const [column, treatment] of Object.entries(columns)) {
    const value = row[column]
    if (typeof value !== 'string') continue
    const erased = eraseText(person, treatment, value)
    if (erased !== value) changes[column] = erased
  }
  return changes
}

function eraseText(person: Person, treatment: Treatment, value: string): string {
  if (treatment === 'text') return value === '' ? value : ERASED
  if (treatment === 'mention') return withoutMentions(person, value)
  return JSON.stringify(eraseValue(person, JSON.parse(value)))
}

function eraseValue(person: Person, value: unknown, member = '', ofResource = false): unknown {
  if (typeof value === 'string') return eraseMember(person, value, member, ofResource)
  if (Array.isArray(value)) return value.map((one) => eraseValue(person, one, member, ofResource))
  if (typeof value !== 'object' || value === null) return value
  const isResource = 'resource_id' in value || 'kind' in value
  // A change of a text names it before and after, below the member.
  const entries = Object.entries(value).map(([key, one]) => {
    return [key, eraseValue(person, one, key === 'before' || key === 'after' ? member : key, isResource)]
  })
  return Object.fromEntries(entries)
}

function eraseMember(person: Person, value: string, member: string, ofResource: boolean): string | null {
  if (ofResource) return withoutMentions(person, value)
  if (NAMES.has(member)) return person.pseudonym
  if (ADDRESSES.has(member)) return null
  if (WORDS.has(member)) return ERASED
  return withoutMentions(person, value)
}

function withoutMentions({ texts, ids, pseudonym }: Person, value: string): string {
  if (ids.includes(value)) return value
  let rest = value
  for (const text of texts) {
    for (let at = placeOf(text, rest); at !== -1; at = placeOf(text, rest)) {
      rest = rest.slice(0, at) + pseudonym + rest.slice(at + text.length)
    }
  }
  return rest
}

/** Returns a JSON text with its reasons and comments erased, and everything else as it is. */
export function withoutWords(json: string): string {
  return JSON.stringify(
    JSON.parse(json, (member, value) => (WORDS.has(member) && typeof value === 'string' ? ERASED : value)),
  )
}

/** Checks if a row holds a text of the person in one of its registered columns. */
export function holdsText({ texts }: Person, { columns }: Personal, row: Row): boolean {
  return Object.keys(columns).some((column) => {
    const value = row[column]
    return typeof value === 'string' && texts.some((text) => placeOf(JSON.stringify(text).slice(1, -1), value) !== -1)
  })
}
