import type { Schema } from '../support/contract/document.ts'
import { edges, KEYS, NOT_JSON, TYPES, UNKNOWN } from '../support/contract/edges.ts'
import { withMember, withoutMember } from '../support/contract/near.ts'
import type { Located } from '../support/contract/operations.ts'
import { asText, isOtherPath } from '../support/contract/request.ts'
import type { Sent } from '../support/contract/send.ts'

/** A request that succeeds, with every edge of everything that it can hold: one at a time, and none left to chance. */
export function edgeRequests(operation: Located, sound: Sent): Sent[] {
  const { path, query, body } = operation.takes
  const withQuery = (name: string, value: unknown): Sent => ({ ...sound, query: [[name, asText(value)]] })
  const withBody = (value: unknown): Sent => ({ ...sound, body: JSON.stringify(value) })
  return [
    ...eachEdge(path.properties, (name, value) => ({ ...sound, path: { ...sound.path, [name]: asText(value) } })),
    ...eachEdge(query.properties, withQuery),
    ...UNKNOWN.map((name) => withQuery(name, 1)),
    ...(body ? edgeBodies(body, JSON.parse(sound.body ?? '{}')).map(withBody) : []),
    ...(operation.method === 'GET' ? [] : unreadable(sound)),
  ].filter((sent) => !Object.values(sent.path).some(isOtherPath))
}

/** Requests that must be refused because of their caller, whatever else is wrong. */
export function anyhow({ method }: Located, sound: Sent): Sent[] {
  const readable = [sound, { ...sound, query: [['unknown', '1']] satisfies Sent['query'] }]
  return method === 'GET' ? readable : [...readable, { ...sound, body: '{' }, { ...sound, body: 'null' }]
}

function unreadable(sound: Sent): Sent[] {
  const withHeader = (name: string, value: string): Sent => ({ ...sound, headers: { ...sound.headers, [name]: value } })
  return [
    ...NOT_JSON.map((body) => ({ ...sound, body })),
    ...TYPES.map((type) => ({ ...withHeader('content-type', type), body: sound.body ?? '{}' })),
    ...KEYS.map((key) => withHeader('idempotency-key', key)),
  ]
}

const eachEdge = <T>(properties: Record<string, Schema>, change: (name: string, value: unknown) => T): T[] =>
  Object.entries(properties).flatMap(([name, schema]) => edges(schema).map((value) => change(name, value)))

function edgeBodies(schema: Schema, sound: object): unknown[] {
  const alternatives = schema.anyOf ?? schema.oneOf ?? [schema]
  const own = alternatives.find(({ required = [] }) => required.every((name) => name in sound))
  return [
    ...edges(schema),
    ...UNKNOWN.map((name) => withMember(sound, name, 1)),
    ...Object.keys(sound).map((name) => withoutMember(sound, name)),
    ...eachEdge(own?.properties ?? {}, (name, value) => withMember(sound, name, value)),
  ]
}
