import { answerOf, type Operation, parametersOf, schemaOf } from '../contract/document.ts'
import { located } from '../contract/operations.ts'
import { banner, write } from '../contract/write.ts'
import { constantOf, object, strictObject, ZodSource } from './zod-source.ts'

/** Writes the schemas by which the server accepts requests: those of the path, the query and the body of each operation. */
export async function writeRequests(): Promise<void> {
  const zod = new ZodSource()
  const requests = located.map(({ operation }) => ({
    id: operation.operationId,
    path: parametersIn('path', operation, zod),
    query: parametersIn('query', operation, zod),
    body: bodyOf(operation, zod),
  }))
  const shared = namesOfShared(requests.flatMap(({ path, query }) => [path, query]))
  const constants = [...zod.constants, ...[...shared].map(([source, name]) => [name, source])]
  const entries = requests.map(({ id, path, query, body }) => {
    const parts = [path, query].map(({ place, source }) => `${place}: ${shared.get(source) ?? source}`)
    return `'${id}': ${object([...parts, ...body])}`
  })
  await write(
    'packages/server/src/web/requests.gen.ts',
    `${banner}import type { OperationId } from '@sendoff/api'
import * as z from 'zod'
import type { PlainFaultKey } from '../faults.ts'
import { readAs } from '../values/read.ts'
import { unique } from './unique.ts'

${constants.map(([name, source]) => `export const ${name} = ${source}`).join('\n\n')}

/** The schemas of the parts of a request; one without \`body\` takes none. */
export type RequestSchemas = { path: z.ZodObject; query: z.ZodObject; body?: z.ZodType }

export const requests: Readonly<Record<OperationId, RequestSchemas>> = ${object(entries)}

/** The columns of the operations that also answer with CSV; a dot leads into a member. */
export const csvColumns: Readonly<Partial<Record<OperationId, readonly string[]>>> = ${object(csvColumns())}
`,
  )
}

type Place = { place: 'path' | 'query'; names: string[]; source: string }

/** The parameters of one place, as one closed object. */
function parametersIn(place: Place['place'], operation: Operation, zod: ZodSource): Place {
  const given = operation.parameters ?? []
  const own = parametersOf(operation).flatMap((parameter, index): [string, string][] => {
    if (parameter.in !== place) return []
    const { name, schema, required } = parameter
    const source = zod.member(schema, required ?? false, `${operation.operationId} ${name}`)
    const $ref = given[index]?.$ref
    // A single constant needs no further name.
    return [[name, $ref && source.includes('(') ? zod.declare(constantOf($ref), source) : source]]
  })
  return { place, names: own.map(([name]) => name), source: strictObject(own) }
}

function bodyOf({ operationId, requestBody }: Operation, zod: ZodSource): string[] {
  const schema = requestBody?.content['application/json']?.schema
  return schema ? [`body: ${zod.schema(schema, operationId)}`] : []
}

/** Names for parameters that several operations share, by their source, for example `takesLimitAndCursor`. */
function namesOfShared(places: Place[]): Map<string, string> {
  const bySource = Map.groupBy(places, ({ source }) => source)
  return new Map(
    [...bySource].flatMap(([source, [first, ...others]]) =>
      first && others.length > 0 ? [[source, `takes${first.names.map(capitalized).join('And') || 'Nothing'}`]] : [],
    ),
  )
}

const capitalized = (name: string) => name.replaceAll(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())

/** The columns of each operation that answers with CSV (`x-columns` of its schema). */
function csvColumns(): string[] {
  return located.flatMap(({ operation }) => {
    const schema = answerOf(operation, '200')?.content?.['text/csv']?.schema
    const columns = schema && schemaOf(schema)['x-columns']
    return columns ? [`'${operation.operationId}': [${columns.map((column) => `'${column}'`).join(', ')}]`] : []
  })
}
