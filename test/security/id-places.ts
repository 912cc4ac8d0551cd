import type { Place, Schema } from '../support/contract/document.ts'
import type { Located } from '../support/contract/operations.ts'
import { schemasIn } from '../support/contract/schemas-in.ts'

/** A place where an operation takes an id: a parameter of its path or query, or a member of its body. */
export type IdPlace = { in: Exclude<Place, 'header'> | 'body'; pointer: string; name: string }

/** Names that end like an id and identify nothing of an organisation, but are the caller's own names for things. */
const OWN_NAMES = ['external_id']

/** Lists every place where an operation takes an id, by its name. */
export function idPlacesOf({ takes }: Located): IdPlace[] {
  const parameters = (['path', 'query'] as const).flatMap((place) =>
    Object.keys(takes[place].properties).map((name) => ({ in: place, pointer: `/${name}`, name })),
  )
  const members = schemasIn('', takes.body).map(([at, schema]) => {
    const pointer = withoutAlternatives(at)
    return { in: 'body' as const, pointer, name: nameOf(pointer), schema }
  })
  const found = [...parameters, ...members.filter(({ schema }) => isScalar(schema))]
    .filter(({ name }) => /_ids?$/.test(name) && !OWN_NAMES.includes(name))
    .map(({ in: place, pointer, name }): IdPlace => ({ in: place, pointer, name: name.replace(/_ids$/, '_id') }))
  return [...new Map(found.map((one) => [`${one.in}${one.pointer}`, one])).values()]
}

/** Lists the members of a schema, with those of all its alternatives. */
const withoutAlternatives = (at: string) => at.replaceAll(/\/\d+(?=\/|$)/g, '')

/** The name at a pointer; for an item of a list, the name of the list. */
const nameOf = (pointer: string) => pointer.replace(/\/\*$/, '').split('/').at(-1) ?? ''

const isScalar = ({ type }: Schema) => type === 'string' || type === 'integer'

/** Replaces the value at a pointer, where `*` is the first item of a list. Undefined if there is nothing to replace. */
export function changedAt(value: unknown, pointer: string, to: unknown): unknown {
  const [key, ...rest] = pointer
    .split('/')
    .slice(1)
    .map((part) => (part === '*' ? '0' : part))
  if (key === undefined) return to
  if (typeof value !== 'object' || value === null || !(key in value)) return undefined
  const inner = changedAt((value as Record<string, unknown>)[key], rest.map((part) => `/${part}`).join(''), to)
  if (inner === undefined) return undefined
  return Array.isArray(value) ? value.with(Number(key), inner) : { ...value, [key]: inner }
}
