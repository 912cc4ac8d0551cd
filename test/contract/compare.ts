import * as z from 'zod'
import type { Schema } from '../support/contract/document.ts'
import type { Located } from '../support/contract/operations.ts'

type Request = { path: z.ZodType; query: z.ZodType; body?: z.ZodType }

/** Finds differences between the schemas of a request and the contract, for example `body/url/maxLength: 2000, not 1999`. */
export function differences(operation: Located, request: Request): string[] {
  return [
    ...between('path', operation.takes.path, asSchema(request.path)),
    ...between('query', operation.takes.query, asSchema(request.query)),
    ...between('body', operation.takes.body, request.body && asSchema(request.body)),
  ]
}

const asSchema = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', override: withoutConstants }) as Schema

/** The contract has enumerations of one value in place of constants. */
function withoutConstants({ jsonSchema }: { jsonSchema: { const?: unknown; enum?: unknown[] } }): void {
  if (!('const' in jsonSchema)) return
  jsonSchema.enum = [jsonSchema.const]
  delete jsonSchema.const
}

function between(at: string, documented: Schema | undefined, server: Schema | undefined): string[] {
  const contract = documented && nullable(documented)
  const absent = (one: Schema | undefined) => (one ? 'a schema' : 'nothing')
  if (!contract || !server) return contract === server ? [] : [`${at}: ${absent(contract)}, not ${absent(server)}`]
  return keysOf(constraints(contract), constraints(server)).flatMap((key) => {
    if (key === 'items') return between(`${at}/*`, contract.items, server.items)
    if (key === 'properties' || key === 'anyOf' || key === 'oneOf' || key === 'allOf') {
      const [wanted, had] = [contract, server].map((schema) => (schema[key] ?? {}) as Record<string, Schema>)
      const inside = key === 'properties' ? at : `${at}/${key}`
      return keysOf(wanted, had).flatMap((name) => between(`${inside}/${name}`, wanted?.[name], had?.[name]))
    }
    const [wanted, had] = [contract[key], server[key]].map(written)
    return wanted === had ? [] : [`${at}/${key}: ${wanted}, not ${had}`]
  })
}

/** No value is both null and something else, and zod writes `anyOf` for that. */
function nullable({ oneOf, ...schema }: Schema): Schema {
  if (!oneOf) return schema
  return oneOf.some(({ type }) => type === 'null') ? { ...schema, anyOf: oneOf } : { ...schema, oneOf }
}

/** Keywords that explain and do not constrain, and those that zod can't write; the behaviour has to show these. */
const PROSE = ['$schema', 'title', 'description', 'examples', 'example', 'x-fault', 'x-text', 'uniqueItems']

function constraints(schema: Schema): Schema {
  const rest = Object.entries(schema).filter(([key]) => !PROSE.includes(key))
  // zod writes a pattern of its own beside a format; whether that is the right one is for the behaviour to show.
  return Object.fromEntries(rest.filter(([key]) => key !== 'pattern' || schema.format === undefined))
}

function written(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(Array.isArray(value) ? value.toSorted() : value)
}

function keysOf<T extends object>(...objects: (T | undefined)[]): (keyof T & string)[] {
  return [...new Set(objects.flatMap((one) => Object.keys(one ?? {})))] as (keyof T & string)[]
}
