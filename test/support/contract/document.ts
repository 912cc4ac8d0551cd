import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'

export type Schema = {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  allOf?: Schema[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  discriminator?: { propertyName: string; mapping: Record<string, string> }
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  unevaluatedProperties?: boolean | Schema
  items?: Schema
  minItems?: number
  maxItems?: number
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  pattern?: string
  format?: string
  examples?: unknown[]
  'x-text'?: string
  uniqueItems?: boolean
}
export type Place = 'path' | 'query' | 'header'
export type Parameter = { $ref?: string; name: string; in: Place; required?: boolean; schema: Schema }
export type Content = Record<string, { schema: Schema; example?: unknown }>
export type Response = { headers?: Record<string, { schema: Schema }>; content?: Content }
export type Operation = {
  operationId: string
  tags: string[]
  security?: Record<string, string[]>[]
  parameters?: Parameter[]
  requestBody?: { required?: boolean; content: Content }
  responses: Record<string, Response>
  'x-read-scope'?: string
}
export type Document = {
  tags: { name: string }[]
  paths: Record<string, Record<string, Operation>>
  webhooks: Record<string, { post: Operation }>
  components: {
    schemas: Record<string, Schema>
    parameters: Record<string, Parameter>
    responses: Record<string, Response>
    examples: Record<string, { value?: unknown }>
    securitySchemes: Record<string, { flows: Record<string, { scopes: Record<string, string> }> }>
  }
}

const written = parse(await readFile(new URL('../../../openapi.yaml', import.meta.url), 'utf8'))

/** openapi.yaml as it is written; the caller's own to change. */
export const readDocument = (): Document => structuredClone(written)

/** The document with what each `$ref` refers to in its place. */
export function dereference(document: Document): Document {
  const found = new Map<string, unknown>()
  return walk(document) as Document

  function walk(node: unknown): unknown {
    if (Array.isArray(node)) return node.map(walk)
    if (typeof node !== 'object' || node === null) return node
    if ('$ref' in node && typeof node.$ref === 'string') return target(node.$ref)
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, walk(value)]))
  }

  function target(ref: string): unknown {
    if (!found.has(ref)) found.set(ref, walk(at(document, ref)))
    return found.get(ref)
  }
}

function at(document: Document, ref: string): unknown {
  let node: unknown = document
  for (const key of ref.replace('#/', '').split('/')) node = (node as Record<string, unknown>)[key]
  if (node === undefined) throw new Error(`openapi.yaml refers to ${ref}, which is not there`)
  return node
}
