import * as fc from 'fast-check'
import { type Hints, member } from './arbitrary.ts'
import type { Schema } from './document.ts'
import { edges, UNKNOWN } from './edges.ts'

/** Values of which some fit a schema and some nearly do. */
export function near(schema: Schema, hints: Hints = {}): fc.Arbitrary<unknown> {
  const objects = (schema.anyOf ?? schema.oneOf ?? [schema]).filter(({ type }) => type === 'object')
  const edge =
    objects.length > 0 ? fc.oneof(...objects.map((one) => withOneFault(one, hints))) : fc.constantFrom(...edges(schema))
  return fc.oneof({ weight: 3, arbitrary: edge }, { weight: 1, arbitrary: other })
}

export const unknownNames = fc.constantFrom(...UNKNOWN)

const other = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom(50, 500).map((depth) => JSON.parse('['.repeat(depth) + ']'.repeat(depth))),
)

function withOneFault({ properties = {}, required = [] }: Schema, hints: Hints): fc.Arbitrary<object> {
  const names = Object.keys(properties)
  const values = Object.fromEntries(names.map((name) => [name, member(name, properties[name] ?? {}, hints)]))
  const sound = fc.record(values, { requiredKeys: required, noNullPrototype: true })
  const added = fc.tuple(sound, unknownNames, other).map(([object, name, value]) => withMember(object, name, value))
  if (names.length === 0) return added
  const chosen = fc.constantFrom(...names)
  const dropped = fc.tuple(sound, chosen).map(([object, name]) => withoutMember(object, name))
  const changes = chosen.chain((name) => fc.tuple(fc.constant(name), near(properties[name] ?? {}, hints)))
  const changed = fc.tuple(sound, changes).map(([object, [name, value]]) => withMember(object, name, value))
  return fc.oneof(added, dropped, { weight: 3, arbitrary: changed })
}

/** An own member, also when its name is `__proto__`. */
export const withMember = (object: object, name: string, value: unknown) =>
  Object.fromEntries([...Object.entries(object), [name, value]])

export const withoutMember = (object: object, name: string) =>
  Object.fromEntries(Object.entries(object).filter(([key]) => key !== name))
