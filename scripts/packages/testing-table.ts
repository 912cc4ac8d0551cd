import { document, METHODS, nameOf } from '../contract/document.ts'
import { banner, write } from '../contract/write.ts'

/**
 * The table against which `@sendoff/sdk/testing` checks requests and replies: the parameters, bodies and answers of each operation, and
 * their schemas, without prose. Answers are open for readers, but closed here, so that a test that makes one up can't misspell it.
 */
type Schema = { readonly [keyword: string]: unknown }
type Content = Record<string, { schema: Schema }>
type Response = { $ref?: string; content?: Content }
type Parameter = { $ref?: string; name: string; in: string; required?: boolean; schema: Schema }
type Operation = {
  operationId: string
  security: unknown[]
  parameters?: Parameter[]
  requestBody?: { required?: boolean; content: Content }
  responses: Record<string, Response>
}
type Contract = {
  paths: Record<string, Record<string, Operation>>
  components: {
    schemas: Record<string, Schema>
    parameters: Record<string, Parameter>
    responses: Record<string, Response>
  }
}

/** The suffix of a definition: `#/components/schemas/Id` is `#/$defs/Id` here; `!` closes it, `+` leaves it open for an `allOf`. */
const SUFFIX = { asIs: '', closed: '!', part: '+' }
type Form = keyof typeof SUFFIX

/** Writes the table that the SDK's double for tests ships. */
export async function writeTestingTable(): Promise<void> {
  await write('packages/sdk/src/testing/contract.gen.ts', banner + testingTable(document as unknown as Contract))
}

/** The source text of the table, a line for each operation and each schema. */
function testingTable(contract: Contract): string {
  const { schemas, parameters, responses } = contract.components
  const definitions = new Map<string, Schema>()

  function reference($ref: string, form: Form): Schema {
    const name = nameOf($ref)
    const schema = found(schemas, name)
    const here = isObjectLike(schema) ? name + SUFFIX[form] : name
    if (!definitions.has(here)) {
      definitions.set(here, {})
      definitions.set(here, bare(schema, form))
    }
    return { $ref: `#/$defs/${here}` }
  }

  function isObjectLike(schema: Schema): boolean {
    return ['properties', 'allOf', 'oneOf', 'anyOf', 'items'].some((keyword) => Object.hasOwn(schema, keyword))
  }

  /** Removes prose from a schema. */
  function bare(schema: Schema, form: Form): Schema {
    const inside: Form = form === 'part' ? 'closed' : form
    const each = (list: unknown, of: Form) => (list as Schema[]).map((one) => bare(one, of))
    const kept = Object.entries(schema).flatMap(([keyword, value]): [string, unknown][] => {
      if (PROSE.has(keyword) || keyword.startsWith('x-')) return []
      switch (keyword) {
        case 'properties':
          return [[keyword, Object.fromEntries(Object.entries(value as object).map(([k, v]) => [k, bare(v, inside)]))]]
        case 'items':
          return [[keyword, bare(value as Schema, inside)]]
        case 'additionalProperties':
          return [[keyword, typeof value === 'boolean' ? value : bare(value as Schema, inside)]]
        case 'allOf':
          return [[keyword, each(value, form === 'asIs' ? 'asIs' : 'part')]]
        case 'oneOf':
        case 'anyOf':
          return [[keyword, each(value, form)]]
        case 'enum':
          // By a constant it tells which of several alternatives was meant.
          return (value as unknown[]).length === 1 ? [['const', (value as unknown[])[0]]] : [[keyword, value]]
        default:
          return [[keyword, value]]
      }
    })
    const { $ref, ...rest } = Object.fromEntries(kept)
    const own = typeof $ref === 'string' ? { ...rest, ...reference($ref, form) } : rest
    if (form !== 'closed' || Object.hasOwn(own, 'additionalProperties')) return own
    // An `allOf` has the members of all its parts.
    if (Object.hasOwn(own, 'allOf')) return { ...own, unevaluatedProperties: false }
    return Object.hasOwn(own, 'properties') ? { ...own, additionalProperties: false } : own
  }

  /** Problems by their code, which has one status in the whole contract. */
  const problems = new Map<string, { status: number; schema: Schema }>()
  function codesOf(operation: Operation): string[] {
    return Object.entries(operation.responses).flatMap(([status, given]) => {
      const schema = contentOf(given)['application/problem+json']?.schema
      const options = (schema ? (schema.oneOf ?? [schema]) : []) as { $ref: string }[]
      return options.map(({ $ref }) => {
        const code = codeOf(found(schemas, nameOf($ref)))
        const actual = Number(status)
        const known = problems.get(code)?.status ?? actual
        if (known !== actual) throw new Error(`${code} is documented with ${known} and with ${actual}`)
        problems.set(code, { status: actual, schema: reference($ref, 'closed') })
        return code
      })
    })
  }

  const successesOf = (operation: Operation) =>
    Object.entries(operation.responses).flatMap(([status, given]) => {
      if (!/^2/.test(status)) return []
      const json = contentOf(given)['application/json']
      return [[status, json ? bare(json.schema, 'closed') : null]]
    })

  function contentOf(given: Response): Content {
    return (given.$ref ? found(responses, nameOf(given.$ref)) : given).content ?? {}
  }

  function line(method: string, path: string, operation: Operation): string {
    const all = (operation.parameters ?? []).map((p) => (p.$ref ? found(parameters, nameOf(p.$ref)) : p))
    const of = (place: string) => all.filter((p) => p.in === place)
    const schemasOf = (place: string) =>
      Object.fromEntries(of(place).map(({ name, schema }) => [name, resolved(bare(schema, 'asIs'))]))
    const isStreamed = Object.values(operation.responses).some((given) => contentOf(given)['text/event-stream'])
    return JSON.stringify({
      id: operation.operationId,
      method: method.toUpperCase(),
      path,
      takesToken: operation.security.length > 0,
      isStreamed,
      pathParameters: schemasOf('path'),
      query: schemasOf('query'),
      required: of('query').flatMap(({ name, required }) => (required ? [name] : [])),
      key: schemasOf('header')['Idempotency-Key'],
      body: operation.requestBody && bare(found(operation.requestBody.content, 'application/json').schema, 'asIs'),
      isBodyRequired: operation.requestBody?.required ?? false,
      successes: Object.fromEntries(successesOf(operation)),
      problems: codesOf(operation).join(' '),
    })
  }

  /** Resolves the schema of a query parameter, whose type decides how its text is read. */
  function resolved(schema: Schema): Schema {
    const { $ref } = schema
    return typeof $ref === 'string' ? resolved(found(Object.fromEntries(definitions), nameOf($ref))) : schema
  }

  const operations = Object.entries(contract.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => (item[method] ? [line(method, path, item[method])] : [])),
  )
  const lines = (table: ReadonlyMap<string, object>) =>
    [...table].map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},`).join('\n')
  return `import type { Problem, Schema, Shape } from './contract.ts'

export const shapes: readonly Shape[] = [
${operations.map((one) => `  ${one},`).join('\n')}
]

export const problems: Readonly<Record<string, Problem>> = {
${lines(problems)}
}

export const definitions: Readonly<Record<string, Schema>> = {
${lines(definitions)}
}
`
}

const PROSE = new Set(['title', 'description', 'example', 'examples', 'default', 'discriminator', 'deprecated'])

function codeOf(schema: Schema): string {
  const parts = (schema.allOf ?? []) as { properties?: Record<string, { enum?: unknown[] }> }[]
  const code = parts.map(({ properties }) => properties?.code?.enum?.[0]).find((value) => typeof value === 'string')
  if (typeof code !== 'string') throw new Error(`a problem has no code: ${JSON.stringify(schema)}`)
  return code
}

function found<Value>(from: Readonly<Record<string, Value>>, name: string): Value {
  const value = from[name]
  if (value === undefined) throw new Error(`openapi.yaml refers to ${name}, which is not there`)
  return value
}
