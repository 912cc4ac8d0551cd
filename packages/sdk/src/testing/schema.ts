import { dereference, type OutputUnit, validate } from '@cfworker/json-schema'
import { definitions, problems, shapes } from './contract.gen.ts'
import type { Schema } from './contract.ts'

const MOST = 3

/** All schemas of the table, so that references among them resolve. */
function all(): Schema[] {
  const ofShapes = shapes.flatMap(({ pathParameters, query, key, body, successes }) => [
    ...Object.values(pathParameters),
    ...Object.values(query),
    ...[key, body, ...Object.values(successes)].flatMap((schema) => (schema ? [schema] : [])),
  ])
  return [...ofShapes, ...Object.values(problems).map(({ schema }) => schema)]
}

let known: ReturnType<typeof dereference> | undefined

/**
 * Describes where a value does not fit a schema of the table, in at most three places, for example `/: "foo" is not in the contract`;
 * `undefined` if it fits.
 */
export function faultOf(schema: Schema, value: unknown): string | undefined {
  // On first use, because it takes about 10 ms.
  known ??= dereference({ $defs: definitions, definitions: { ...all() } })
  const { valid, errors } = validate(value, schema, '2020-12', known, false)
  if (valid) return undefined
  return [...new Set(reasons(errors))].slice(0, MOST).join('; ')
}

/** The innermost errors of the validator, without enclosing ones and without alternatives that were not meant. */
function reasons(errors: readonly OutputUnit[]): string[] {
  const others = errors.flatMap(({ keyword, keywordLocation }) =>
    keyword === 'const' ? (/^(.*\/oneOf\/\d+)\//.exec(keywordLocation)?.[1] ?? []) : [],
  )
  const meant = errors.filter(({ keywordLocation: at }) => !others.some((other) => at.startsWith(`${other}/`)))
  const of = (name: string) => meant.filter(({ keyword }) => keyword === name)
  const inner = meant.filter(({ keyword }) => !OUTER.has(keyword))
  const found = [...of('additionalProperties').map(strange), ...inner.map(written)]
  if (found.length > 0) return found
  // A wrong member makes its neighbours count as unevaluated, so these are reported only when there is nothing else.
  const strays = of('unevaluatedProperties').map(strange)
  if (strays.length > 0) return strays
  return errors
    .filter(({ keyword }) => keyword === 'oneOf')
    .map((one) => `${placeOf(one)} fits none of the alternatives`)
}

/** Keywords whose errors only say that something inside is wrong, which has its own error. */
const OUTER = new Set([
  ...['$ref', 'properties', 'items', 'allOf', 'oneOf', 'anyOf'],
  ...['additionalProperties', 'unevaluatedProperties', 'false'],
])

const placeOf = ({ instanceLocation }: OutputUnit) => instanceLocation.slice(1) || '/'
const written = (unit: OutputUnit) => `${placeOf(unit)}: ${unit.error.replace(/\.$/, '')}`
const strange = (unit: OutputUnit) =>
  `${placeOf(unit)}: ${/"(.*)"/.exec(unit.error)?.[0] ?? 'a member'} is not in the contract`
