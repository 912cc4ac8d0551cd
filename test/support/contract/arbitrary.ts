import * as fc from 'fast-check'
import type { Schema } from './document.ts'

/** Values that exist, by the name of the member or parameter that takes them; the contract accepts each. */
export type Hints = Record<string, unknown[]>

/** Values that a schema accepts. */
export function valid(schema: Schema, hints: Hints = {}): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const alternatives = schema.anyOf ?? schema.oneOf
  if (alternatives) return fc.oneof(...alternatives.map((one) => valid(one, hints)))
  const { items = {}, minItems = 0, maxItems = 10, minimum, maximum } = schema
  switch (schema.type) {
    case 'object':
      return members(schema, hints)
    case 'array':
      return schema.uniqueItems
        ? fc.uniqueArray(valid(items, hints), { minLength: minItems, maxLength: maxItems, selector: JSON.stringify })
        : fc.array(valid(items, hints), { minLength: minItems, maxLength: maxItems })
    case 'integer':
      return fc.maxSafeInteger().map((n) => Math.min(Math.max(n % 1000, minimum ?? n), maximum ?? n))
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'string':
      return schema.format === 'date-time' ? times : texts(schema)
  }
  throw new Error(`what are the values of ${JSON.stringify(schema)}?`)
}

/** A member's value: one that exists as often as one that does not. */
export function member(name: string, schema: Schema, hints: Hints): fc.Arbitrary<unknown> {
  const existing = hints[name]
  return existing ? fc.oneof(fc.constantFrom(...existing), valid(schema, hints)) : valid(schema, hints)
}

function members({ properties = {}, required = [] }: Schema, hints: Hints): fc.Arbitrary<object> {
  const values = Object.entries(properties).map(([name, one]) => [name, member(name, one, hints)] as const)
  return fc.record(Object.fromEntries(values), { requiredKeys: required, noNullPrototype: true })
}

function texts({ pattern, minLength = 0, maxLength = 100, examples, 'x-text': kind }: Schema): fc.Arbitrary<string> {
  // Their grammar is a rule of the server, so nearly every generated text would be refused.
  if (kind === 'email' || kind === 'phone') return fc.constantFrom(...((examples as string[]) ?? []))
  if (pattern === undefined) return fc.string({ minLength, maxLength, unit: 'grapheme' })
  const whole = new RegExp(pattern, 'u')
  // fast-check does not support lookaheads, so values that one refuses are filtered out.
  const simple = new RegExp(pattern.replaceAll(/\(\?=[^()]*\)/g, ''), 'u')
  return fc.stringMatching(simple).filter((text) => {
    const length = [...text].length
    return whole.test(text) && length >= minLength && length <= maxLength
  })
}

const times = fc
  .tuple(
    fc.date({ min: new Date('0001-01-01'), max: new Date('3000-01-01'), noInvalidDate: true }),
    fc.constantFrom('Z', '+00:00', '-00:00', '+08:00', '-11:30', '+23:59'),
    fc.constantFrom('', '.5', '.123', '.123456789'),
  )
  .map(([date, offset, fraction]) => date.toISOString().slice(0, 19) + fraction + offset)
