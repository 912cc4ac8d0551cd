import { component, document, nameOf, type Schema, schemaOf } from '../contract/document.ts'

/** Keywords that explain a schema and constrain nothing. */
const PROSE = ['description', 'title', 'example', 'examples', 'deprecated', 'default']

/** Line length up to which a list of values or members stays on one line. */
const WIDE = 110

/**
 * Translates request schemas of the contract into the source text of zod schemas. A schema that the contract names becomes a constant
 * of that name, declared before its first use.
 *
 * @throws where a schema uses a keyword that it does not know, so that nothing the contract says is dropped
 */
export class ZodSource {
  /** The expression of each constant by its name, in the order in which they are declared. */
  readonly constants = new Map<string, string>()

  /** Declares a constant once, and returns its name. */
  declare(name: string, source: string): string {
    const known = this.constants.get(name)
    if (known !== undefined && known !== source) throw new Error(`two request schemas are called ${name}`)
    this.constants.set(name, source)
    return name
  }

  /** A schema as it stands alone, its default left out. */
  schema(schema: Schema, at: string): string {
    const { $ref, ...beside } = schema
    if ($ref === undefined) return this.#unnamed(schema, at)
    refuseOthers(beside, PROSE, at)
    return this.declare(constantOf($ref), this.#unnamed(component(document.components.schemas, $ref), nameOf($ref)))
  }

  /** A schema as a member of an object, which may be left out unless it is required, and has its default then. */
  member(schema: Schema, isRequired: boolean, at: string): string {
    const source = this.schema(schema, at)
    const preset = schema.default ?? schemaOf(schema).default
    if (preset !== undefined) return `${source}.default(${literal(preset)})`
    return isRequired ? source : `${source}.exactOptional()`
  }

  #unnamed(schema: Schema, at: string): string {
    const alternatives = schema.anyOf ?? schema.oneOf
    if (alternatives) return this.#union(schema, alternatives, at)
    switch (schema.type) {
      case 'object':
        return this.#object(schema, at)
      case 'array':
        return this.#array(schema, at)
      case 'string':
        return text(schema, at)
      case 'integer':
        return integer(schema, at)
      case 'boolean':
        return truth(schema, at)
    }
    throw new Error(`${at}: a request schema can't be of type ${schema.type}`)
  }

  /** The alternatives of a schema; `null` beside a single one makes that nullable. */
  #union(schema: Schema, alternatives: Schema[], at: string): string {
    refuseOthers(schema, [...PROSE, 'anyOf', 'oneOf', 'x-fault'], at)
    const others = alternatives.filter(({ type }) => type !== 'null')
    const [only] = others
    if (only && others.length === 1) return `${this.schema(only, at)}.nullable()`
    if (others.length < alternatives.length) throw new Error(`${at}: null beside several alternatives`)
    const options = others.map((one, index) => this.schema(one, `${at}/${index}`))
    return `z.union(${list(options)}${faultOf(schema)})`
  }

  #object(schema: Schema, at: string): string {
    refuseOthers(schema, [...PROSE, 'type', 'properties', 'required', 'additionalProperties'], at)
    const { properties = {}, required = [], additionalProperties } = schema
    if (additionalProperties !== false) throw new Error(`${at}: a request takes no unknown members`)
    return strictObject(
      Object.entries(properties).map(([name, one]) => [
        name,
        this.member(one, required.includes(name), `${at}/${name}`),
      ]),
    )
  }

  #array(schema: Schema, at: string): string {
    refuseOthers(schema, [...PROSE, 'type', 'items', 'minItems', 'maxItems', 'uniqueItems'], at)
    const { items, minItems, maxItems, uniqueItems } = schema
    if (!items) throw new Error(`${at}: a list without items`)
    return `z.array(${this.schema(items, `${at}/*`)})${call('min', minItems)}${call('max', maxItems)}${uniqueItems ? '.check(unique())' : ''}`
  }
}

/** The constant of a component, for example `unlinkRequest` for `#/components/schemas/UnlinkRequest`. */
export function constantOf($ref: string): string {
  const name = nameOf($ref)
  return name.charAt(0).toLowerCase() + name.slice(1)
}

/** The source text of the schema of an object that takes no other members. */
export const strictObject = (members: [name: string, source: string][]): string =>
  `z.strictObject(${object(members.map(([name, source]) => (name === source ? name : `${name}: ${source}`)))})`

/** The source text of an object, on one line if that is short enough. */
export const object = (members: string[]): string => (members.length === 0 ? '{}' : enclosed('{ ', members, ' }'))

const list = (items: string[]) => enclosed('[', items, ']')

function enclosed(open: string, items: string[], close: string): string {
  const line = `${open}${items.join(', ')}${close}`
  if (line.length <= WIDE && !line.includes('\n')) return line
  return `${open.trim()}${items.map((one) => `\n  ${one.replaceAll('\n', '\n  ')},`).join('')}\n${close.trim()}`
}

/** A text with its length and its pattern. The length is checked first, so that no pattern reads a text that is too long. */
function text(schema: Schema, at: string): string {
  refuseOthers(
    schema,
    [...PROSE, 'type', 'enum', 'minLength', 'maxLength', 'pattern', 'format', 'x-fault', 'x-text'],
    at,
  )
  const { enum: values, minLength, maxLength, pattern, format } = schema
  if (values) return `z.enum(${list(values.map(literal))})`
  if (format !== undefined && format !== 'date-time') throw new Error(`${at}: format ${format}`)
  const most = maxLength === undefined ? '' : `.max(${maxLength}, { abort: true })`
  const matches = pattern === undefined ? '' : `.regex(${expression(pattern)}${faultOf(schema)})`
  const reading = schema['x-text'] === undefined ? '' : `.check(readAs(${literal(schema['x-text'])}))`
  const time = format === undefined ? '' : '.check(z.iso.datetime({ offset: true }))'
  return `z.string()${call('min', minLength)}${most}${matches}${time}${reading}`
}

/** JSON Schema reads a pattern with the flag `u`, which is only written where it makes a difference, because a fault may cite the pattern. */
function expression(pattern: string): string {
  const flag = /\[\^|\\[uWDS]/.test(pattern) ? 'u' : ''
  // Linear: it is a pattern of the contract, which `npm run patterns` proves.
  return String(new RegExp(pattern, flag))
}

function integer(schema: Schema, at: string): string {
  refuseOthers(schema, [...PROSE, 'type', 'minimum', 'maximum'], at)
  const { minimum, maximum } = schema
  // No integer is beyond the safe ones.
  const most = maximum === Number.MAX_SAFE_INTEGER ? undefined : maximum
  return `z.int()${call('min', minimum)}${call('max', most)}`
}

function truth(schema: Schema, at: string): string {
  refuseOthers(schema, [...PROSE, 'type', 'enum'], at)
  return schema.enum ? `z.literal(${schema.enum.map(literal)})` : 'z.boolean()'
}

/** The key of the fault of a text that does not match, or of a value that matches no alternative. */
const faultOf = ({ 'x-fault': fault }: Schema) =>
  fault === undefined ? '' : `, ${literal(fault)} satisfies PlainFaultKey`

const call = (method: string, argument: number | undefined) => (argument === undefined ? '' : `.${method}(${argument})`)

function refuseOthers(schema: Schema, known: string[], at: string): void {
  const unknown = Object.keys(schema).find((keyword) => !known.includes(keyword))
  if (unknown !== undefined) throw new Error(`${at}: the generator of request schemas does not know ${unknown} here`)
}

const literal = (value: unknown) =>
  typeof value === 'string' ? `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'` : JSON.stringify(value)
