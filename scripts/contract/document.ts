import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'

export const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const

export type Schema = {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  allOf?: Schema[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean
  format?: string
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  pattern?: string
  minItems?: number
  maxItems?: number
  default?: unknown
  description?: string
  examples?: unknown[]
  /** The key of the fault of a text that does not match, or of a value that matches no alternative. */
  uniqueItems?: boolean
  /** The columns of CSV. */
  'x-columns'?: string[]
  'x-fault'?: string
  /** The kind of a text, by which the server reads it into the one form that is stored and compared. */
  'x-text'?: string
}
export type Example = { $ref?: string; value?: unknown }
export type Media = { schema: Schema; example?: unknown; examples?: Record<string, Example> }
export type Parameter = {
  $ref?: string
  name: string
  in: string
  required?: boolean
  description?: string
  schema: Schema
  example?: unknown
}
export type Response = { $ref?: string; description: string; content?: Record<string, Media> }
export type Operation = {
  operationId: string
  tags: string[]
  summary: string
  description: string
  security: Record<string, string[]>[]
  parameters?: Parameter[]
  requestBody?: { required?: boolean; content: Record<string, Media> }
  responses: Record<string, Response>
  deprecated?: boolean
  'x-read-scope'?: string
}
export type Document = {
  info: { description: string }
  tags: { name: string; description: string }[]
  paths: Record<string, Record<string, Operation>>
  webhooks: Record<string, { post: Operation }>
  components: {
    schemas: Record<string, Schema>
    parameters: Record<string, Parameter>
    responses: Record<string, Response>
    examples: Record<string, Example>
    securitySchemes: Record<'app' | 'user', { flows: Record<string, { scopes: Record<string, string> }> }>
  }
}

/** The root of the repository. */
export const root = new URL('../../', import.meta.url)

/** The content of openapi.yaml. */
export const document = parse(await readFile(new URL('openapi.yaml', root), 'utf8')) as Document

/**
 * Resolves a reference to a component.
 *
 * @throws when the component does not exist
 */
export function component<T>(from: Record<string, T>, ref: string): T {
  const found = from[nameOf(ref)]
  if (!found) throw new Error(`openapi.yaml refers to ${ref}, which is not there`)
  return found
}

export const nameOf = (ref: string) => ref.split('/').at(-1) ?? ''

export const schemaOf = (schema: Schema): Schema =>
  schema.$ref ? component(document.components.schemas, schema.$ref) : schema

export const parametersOf = ({ parameters = [] }: Operation): Parameter[] =>
  parameters.map((p) => (p.$ref ? component(document.components.parameters, p.$ref) : p))

export const responsesOf = ({ responses }: Operation): [status: string, response: Response][] =>
  Object.entries(responses).map(([status, response]) => [
    status,
    response.$ref ? component(document.components.responses, response.$ref) : response,
  ])

/** The documented answer with a status, also where it is a reference. */
export const answerOf = (operation: Operation, status: string): Response | undefined =>
  responsesOf(operation).find(([one]) => one === status)?.[1]

/** The members of a schema, including those of its parts. */
export function propertiesOf(schema: Schema): Record<string, Schema> {
  const { allOf = [], properties = {} } = schemaOf(schema)
  return Object.assign({}, ...allOf.map(propertiesOf), properties)
}
