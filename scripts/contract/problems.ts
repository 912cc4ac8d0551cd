import { document, type Operation, responsesOf, type Schema } from './document.ts'
import { located } from './operations.ts'

/** The schema of each problem by its code, in the order of the contract. */
export const problemSchemas: Map<string, Schema> = new Map(
  Object.values(document.components.schemas).flatMap((schema) => {
    const isProblem = schema.allOf?.some((part) => part.$ref === '#/components/schemas/Problem')
    const code = schema.allOf?.find((part) => part.properties?.code)?.properties?.code?.enum?.[0]
    return isProblem && typeof code === 'string' ? [[code, schema] as const] : []
  }),
)

/** The codes in the schema of an answer. */
function codesOf(schema: Schema): string[] {
  const { $ref, oneOf = [] } = schema
  if (!$ref) return oneOf.flatMap(codesOf)
  const found = document.components.schemas[$ref.split('/').at(-1) ?? '']
  return [...problemSchemas].flatMap(([code, problem]) => (problem === found ? [code] : []))
}

/** The codes that an operation can answer, each once. */
export function codesAnsweredBy(operation: Operation): string[] {
  const codes = responsesOf(operation).flatMap(([, { content }]) => {
    const schema = content?.['application/problem+json']?.schema
    return schema ? codesOf(schema) : []
  })
  return [...new Set(codes)]
}

/** The number of operations that can answer a code. */
export const spread: Map<string, number> = new Map(
  [...problemSchemas.keys()].map((code) => [
    code,
    located.filter(({ operation }) => codesAnsweredBy(operation).includes(code)).length,
  ]),
)
