import type { Schema } from './document.ts'

/** A schema and every schema inside it, each with where it stands. */
export function schemasIn(at: string, schema: Schema | undefined): [at: string, schema: Schema][] {
  if (!schema) return []
  const named = Object.entries(schema.properties ?? {})
  const alternatives = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])]
  return [
    [at, schema],
    ...named.flatMap(([name, one]) => schemasIn(`${at}/${name}`, one)),
    ...alternatives.flatMap((one, index) => schemasIn(`${at}/${index}`, one)),
    ...schemasIn(`${at}/*`, schema.items),
  ]
}

/** The possible values of a member in the alternatives and parts of a schema, for example the `code` of a problem. */
export function constantsOf(schema: Schema | undefined, member: string): unknown[] {
  const parts = [...(schema?.anyOf ?? []), ...(schema?.oneOf ?? []), ...(schema?.allOf ?? [])]
  return [schema?.properties?.[member]?.enum ?? [], ...parts.map((part) => constantsOf(part, member))].flat()
}
