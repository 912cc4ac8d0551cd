import { isFaultKey } from '../../packages/server/src/faults.ts'
import { texts } from '../../packages/server/src/texts/texts.ts'
import { nameOf, type Parameter, propertiesOf, type Schema, schemaOf } from '../contract/document.ts'

/** A row for each parameter: its name, place, type and description. */
export const parameterRows = (parameters: Parameter[]): string[][] =>
  parameters.map(({ name, in: place, required, schema, description }) => [
    nameCell(name, required),
    place,
    typeText(schema),
    textOf(schema, description),
  ])

/** A row for each member of a body; nested members have their paths. */
export function bodyRows(schema: Schema, before = ''): string[][] {
  const { required = [], anyOf, oneOf } = schemaOf(schema)
  const alternatives = anyOf ?? oneOf
  if (alternatives) return distinct(alternatives.flatMap((one) => bodyRows(one, before)))
  return Object.entries(propertiesOf(schema)).flatMap(([name, member]) => {
    const [inner, path] = innerOf(member, before + name)
    return [
      [nameCell(before + name, required.includes(name)), 'body', typeText(member), textOf(member)],
      ...(inner ? bodyRows(inner, `${path}.`) : []),
    ]
  })
}

const nameCell = (name: string, required = false) => (required ? `**\`${name}\`**` : `\`${name}\``)

const distinct = (rows: string[][]) => [...new Map(rows.map((row) => [row[0], row])).values()]

/** The object in a member, or in its list. */
function innerOf(member: Schema, path: string): [Schema | undefined, string] {
  const schema = withoutNull(schemaOf(member))
  const items = schema.items && withoutNull(schemaOf(schema.items))
  if (items) return [Object.keys(propertiesOf(items)).length > 0 ? items : undefined, `${path}[]`]
  return [Object.keys(propertiesOf(schema)).length > 0 ? schema : undefined, path]
}

/** Removes the alternative null. */
function withoutNull(schema: Schema): Schema {
  const others = (schema.anyOf ?? schema.oneOf ?? []).filter(({ type }) => type !== 'null')
  const [only] = others
  return others.length === 1 && only ? schemaOf(only) : schema
}

function typeText(schema: Schema): string {
  const alternatives = schema.anyOf ?? schema.oneOf
  if (alternatives) return alternatives.map(typeText).join(' or ')
  const found = schemaOf(schema)
  if (schema.$ref && nameOf(schema.$ref) === 'Id') return 'id'
  if (found.enum && found.enum.length <= 12) return found.enum.map((one) => `\`${one}\``).join(', ')
  if (found.enum || (found !== schema && (found.anyOf ?? found.oneOf))) return nameOf(schema.$ref ?? 'enumeration')
  if (found.format === 'date-time') return 'time'
  if (found.type === 'array' && found.items) return `list of ${typeText(found.items)}`
  return [found.type ?? 'object'].flat().join(' or ')
}

function textOf(schema: Schema, given?: string): string {
  const found = schemaOf(schema)
  return [given ?? schema.description ?? found.description ?? '', limitsOf(found), ruleOf(found)]
    .filter(Boolean)
    .join(' ')
}

/** The text of the fault that a schema names for a value which it refuses beyond type and limits. */
export function faultOf({ 'x-fault': key }: Schema): string | undefined {
  if (key === undefined || isFaultKey(key)) return key && texts.en.faults[key]
  throw new Error(`openapi.yaml: ${key} is not the key of a fault`)
}

function ruleOf(schema: Schema): string {
  const ofItems = schema.items && faultOf(schemaOf(schema.items))
  if (ofItems !== undefined) return `An item ${ofItems}.`
  const fault = faultOf(schema)
  if (fault === undefined) return ''
  // Markdown would make links of them.
  const text = fault.replaceAll(/[\w.]+@[\w.]+\w/g, '`$&`')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

/** The limits of a schema in words. */
function limitsOf({ minimum, maximum, minLength, maxLength, minItems, maxItems, default: preset }: Schema): string {
  const between = (least: number | undefined, most: number | undefined, of: string) => {
    const end = most === undefined || most === Number.MAX_SAFE_INTEGER ? undefined : most
    if (end === undefined) return least ? `At least ${least}${of}.` : ''
    return least === undefined ? `At most ${end}${of}.` : `${least} to ${end}${of}.`
  }
  return [
    between(minimum, maximum, ''),
    between(minLength, maxLength, ' characters'),
    between(minItems, maxItems, ' items'),
    preset === undefined ? '' : `Default \`${JSON.stringify(preset)}\`.`,
  ]
    .filter(Boolean)
    .join(' ')
}
