import * as fc from 'fast-check'
import { type Hints, member, valid } from './arbitrary.ts'
import type { Schema } from './document.ts'
import { KEYS, NOT_JSON, TYPES } from './edges.ts'
import { near, unknownNames } from './near.ts'
import type { Located } from './operations.ts'
import type { Sent } from './send.ts'

/** Requests of an operation, about half of which the contract accepts. */
export function requestsOf(operation: Located, hints: Hints): fc.Arbitrary<Sent> {
  return fc
    .record({
      path: paths(operation, hints),
      query: queries(operation, hints),
      headers,
      body: bodies(operation, hints),
    })
    .map(({ body, headers, ...rest }) => ({
      ...rest,
      headers: operation.method === 'GET' ? {} : headers,
      ...(body !== undefined && { body }),
    }))
}

/** One that the contract accepts, as far as its values are such that it does. */
export const request = (parts: { path?: Sent['path']; query?: Sent['query']; body?: unknown }): Sent => ({
  path: parts.path ?? {},
  query: parts.query ?? [],
  headers: { 'content-type': 'application/json' },
  ...('body' in parts && { body: JSON.stringify(parts.body) }),
})

const mostly = <T>(sound: fc.Arbitrary<T>, faulty: fc.Arbitrary<T>, weight = 4) =>
  fc.oneof({ weight, arbitrary: sound }, { weight: 1, arbitrary: faulty })

function paths(operation: Located, hints: Hints): fc.Arbitrary<Sent['path']> {
  const { properties } = operation.takes.path
  const text = (name: string, schema: Schema) =>
    mostly(member(name, schema, hints), near(schema))
      .map(asText)
      .filter((value) => !isOtherPath(value))
  return fc.record(Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, text(name, schema)])), {
    noNullPrototype: true,
  })
}

function queries(operation: Located, hints: Hints): fc.Arbitrary<Sent['query']> {
  const { properties } = operation.takes.query
  const none: fc.Arbitrary<Sent['query']> = fc.constant([])
  const each = Object.entries(properties).map(([name, schema]) => {
    const text = mostly(member(name, schema, hints), near(schema)).map(asText)
    const given = text.map((value): Sent['query'] => [[name, value]])
    const twice = fc.tuple(text, text).map((both): Sent['query'] => both.map((value) => [name, value]))
    return mostly(mostly(given, none, 2), twice, 8)
  })
  const unknown = fc.tuple(unknownNames, fc.string({ unit: 'grapheme' })).map((one): Sent['query'] => [one])
  return fc.tuple(mostly(none, unknown, 6), ...each).map((parts) => parts.flat())
}

/** Tells whether a parameter turns its path into another one (RFC 3986 section 5.2.4). */
export const isOtherPath = (text: string) => /^(\.|%2e){0,2}$/i.test(text)

/** Writes an array with commas, by `style: form` without `explode`. */
export function asText(value: unknown): string {
  const text = Array.isArray(value)
    ? value.map(String).join(',')
    : typeof value === 'string'
      ? value
      : JSON.stringify(value)
  return text.toWellFormed()
}

const headers = fc
  .record({
    'content-type': mostly(
      fc.constantFrom('application/json', 'application/json; charset=utf-8'),
      fc.constantFrom(...TYPES),
      10,
    ),
    'idempotency-key': mostly(fc.oneof(fc.constant(undefined), fc.uuid()), fc.constantFrom(...KEYS), 6),
    'accept-language': fc.constantFrom(undefined, 'en', 'zh-CN', '*;q=0'),
  })
  .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Sent['headers'])

function bodies(operation: Located, hints: Hints): fc.Arbitrary<string | undefined> {
  const schema = operation.takes.body
  const none = fc.constant(undefined)
  const notJson = fc.constantFrom(...NOT_JSON)
  if (operation.method === 'GET') return none
  if (!schema) return mostly(none, fc.oneof(notJson, fc.constantFrom('null', '0', '"a"', '{"a":1}', '[1]')))
  const json = mostly(valid(schema, hints), near(schema, hints), 2).map((value) => JSON.stringify(value))
  return mostly(json, fc.oneof(none, notJson), 8)
}
