import {
  answerOf,
  document,
  METHODS,
  type Operation,
  parametersOf,
  propertiesOf,
  type Schema,
  schemaOf,
} from './document.ts'

export type Described = ReturnType<typeof describe>

/** The facts about an operation that programs need at run time. */
function describe(method: string, path: string, operation: Operation) {
  const parameters = parametersOf(operation)
  const of = (place: string) => parameters.filter((p) => p.in === place)
  return {
    id: operation.operationId,
    method: method.toUpperCase(),
    path,
    callers: operation.security.flatMap((alternative) =>
      Object.entries(alternative).map(([caller, scopes]) => ({ caller, scopes })),
    ),
    body: operation.requestBody ? (operation.requestBody.required ? 'required' : 'optional') : 'none',
    pathParameters: of('path').map((p) => p.name),
    queryParameters: Object.fromEntries(of('query').map((p) => [p.name, textType(p.schema)])),
    idempotent: of('header').some((p) => p.name === 'Idempotency-Key'),
    success: successOf(operation),
    streamed: Object.hasOwn(answerOf(operation, '200')?.content ?? {}, 'text/event-stream'),
    deprecated: operation.deprecated ?? false,
  }
}

/** The status of a successful answer; null where the operation chooses between several. */
function successOf({ responses }: Operation): number | null {
  const [status, ...others] = Object.keys(responses).filter((one) => one.startsWith('2'))
  return status && others.length === 0 ? Number(status) : null
}

/** The way to read the text of a query parameter: as a string, a number, a boolean, or a list separated by commas. */
function textType(schema: Schema): 'string' | 'integer' | 'boolean' | 'list' {
  switch (schemaOf(schema).type) {
    case 'integer':
      return 'integer'
    case 'boolean':
      return 'boolean'
    case 'array':
      return 'list'
    default:
      return 'string'
  }
}

/** Every operation with its method and path, in the order of the contract. */
export const located = Object.entries(document.paths).flatMap(([path, item]) =>
  METHODS.flatMap((method) => {
    const operation = item[method]
    return operation ? [{ method, path, operation, described: describe(method, path, operation) }] : []
  }),
)
export type Located = (typeof located)[number]

export const operations = located.map(({ described }) => described)

/** The operations that the SDK's client calls; streamed ones have a function of their own. */
export const called = operations.filter(({ streamed }) => !streamed)

/** Tells whether the operation answers with a list, paged or not. */
export function isList(method: string, path: string): boolean {
  const operation = method === 'GET' ? document.paths[path]?.get : undefined
  const schema = operation && answerOf(operation, '200')?.content?.['application/json']?.schema
  return schema ? propertiesOf(schema).data?.type === 'array' : false
}
