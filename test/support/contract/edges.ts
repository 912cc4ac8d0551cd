import * as fc from 'fast-check'
import { valid } from './arbitrary.ts'
import type { Schema } from './document.ts'

/** Values at each edge of what a schema accepts, on both sides of it: on which one is for a validator to say. */
export function edges(schema: Schema): unknown[] {
  return [...(schema.anyOf ?? schema.oneOf ?? [schema]).flatMap(ofType), ...KINDS]
}

/** One value of each kind of JSON. */
const KINDS = [null, true, 0, '', [], {}, [[]], { '': null }]

/** Names that no operation takes, some of which every object in JavaScript answers to. */
export const UNKNOWN = ['unknown', 'Limit', 'limit ', 'limit[]', '', '名', '/~', '__proto__', 'constructor', 'toString']

/** Idempotency keys that the contract accepts, and some that it does not. */
export const KEYS = ['a', '!~', 'k'.repeat(255), 'k'.repeat(256), '', 'two words', 'a\tb', 'é']

/** Media types that are not JSON's. */
export const TYPES = ['text/plain', 'application/problem+json', 'application/jsonp', 'multipart/form-data', '']

/** Texts that are not JSON. */
export const NOT_JSON = ['{', '{}}', ' ', 'undefined', "{'a':1}", '{"a":1,}', 'NaN', '[1', '"\n"', '--', 'dept_id=3']

function ofType(schema: Schema): unknown[] {
  if (schema.enum) return ofValues(schema.enum)
  switch (schema.type) {
    case 'array':
      return ofLengths(schema)
    case 'integer':
      return ofBounds(schema)
    case 'boolean':
      return [true, false, 'true', 'TRUE', 1, 'yes']
    case 'string':
      return schema.format === 'date-time' ? TIMES : ofCharacters(schema)
  }
  return []
}

const ofValues = ([first]: unknown[]) => [first, `${first} `, ` ${first}`, String(first).toUpperCase(), [first]]

function ofBounds({ minimum = 0, maximum = 0 }: Schema): unknown[] {
  const around = [minimum - 1, minimum, minimum + 0.5, maximum, maximum + 1, -maximum]
  return [...around, String(minimum), [minimum], 1e21, Number.MIN_VALUE]
}

function ofLengths({ items = {}, minItems = 0, maxItems = 0 }: Schema): unknown[] {
  const [one] = fc.sample(valid(items), { seed: 1, numRuns: 1 })
  const lengths = [minItems - 1, minItems, maxItems, maxItems + 1]
  return [
    ...lengths.map((length) => Array.from({ length: Math.max(length, 0) }, () => one)),
    one,
    ...edges(items).map((edge) => [one, edge]),
  ]
}

/** Lengths count characters and not the units of UTF-16, of which some characters have two. */
function ofCharacters({ pattern = '', minLength = 0, maxLength = 0 }: Schema): string[] {
  const lengths = [minLength - 1, minLength, maxLength, maxLength + 1].filter((length) => length > 0)
  return [
    ...['a', '👋'].flatMap((character) => lengths.map((length) => character.repeat(length))),
    ...['0', '_', '-', 'é', '部', '\u0000', '\n', '\u2028', ' ', '%', '/', '+', '\ud800'].map((one) => `a${one}`),
    ...(pattern.startsWith('^P') ? DURATIONS : []),
  ]
}

const DURATIONS = [
  ...['P', 'PT', 'P1D', 'PT1H', 'P1DT', 'P1DT1M', 'P1W', 'P1Y', 'PT1H1D', 'P-1D', '-P1D', 'pt1h', 'PT1H\n'],
  ...['PT0.5S', 'PT.5S', 'PT0.1234S', 'P99999D', 'P100000D', `PT${'0'.repeat(38)}S`],
]

const TIMES = [
  ...['2026-11-22', '2026-11-22T08:00Z', '2026-11-22T08:00:00', '2026-11-22T24:00:00Z', '2026-11-22T08:60:00Z'],
  ...['2026-02-29T00:00:00Z', '2028-02-29T00:00:00Z', '2026-13-01T00:00:00Z', '2026-00-01T00:00:00Z'],
  ...['2026-11-22T08:00:00+24:00', '2026-11-22T08:00:00+0800', '2026-11-22T08:00:00+08', '2026-11-22T08:00:00.Z'],
  ...['2026-11-22T08:00:00,5Z', ' 2026-11-22T08:00:00Z', '2026-11-22T08:00:00Z\n', '+02026-11-22T08:00:00Z'],
  ...['0000-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '9999-12-31T23:59:59-23:59', '12026-11-22T08:00:00Z'],
  ...['2026-11-22 08:00:00Z', '2026-11-22t08:00:00z', '2016-12-31T23:59:60Z', '1795334400000', 'now'],
]
