import type { Document, Operation, Place, Schema } from './document.ts'
import { constantsOf } from './schemas-in.ts'

/** An operation with where it is called and what it takes. */
export type Located = Operation & { id: string; method: string; path: string; takes: Takes }

/** The parameters of each place as one closed object, because the contract accepts no others, and the JSON body if there is one. */
export type Takes = Record<Place, Schema & { properties: Record<string, Schema> }> & { body?: Schema }

const METHODS = ['get', 'post', 'put', 'patch', 'delete']

/** Every operation of a document. */
export function operationsOf(document: Document): Located[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method]
      if (!operation) return []
      return [
        { ...operation, id: operation.operationId, method: method.toUpperCase(), path, takes: takenBy(operation) },
      ]
    }),
  )
}

function takenBy(operation: Operation): Takes {
  const body = bodyOf(operation)
  return {
    path: parametersIn(operation, 'path'),
    query: parametersIn(operation, 'query'),
    header: parametersIn(operation, 'header'),
    ...(body && { body }),
  }
}

function parametersIn({ parameters = [] }: Operation, place: Place): Takes[Place] {
  const own = parameters.filter((parameter) => parameter.in === place)
  const required = own.filter((parameter) => parameter.required).map(({ name }) => name)
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(own.map(({ name, schema }) => [name, schema])),
    ...(required.length > 0 && { required }),
  }
}

/** The schema of the JSON that is sent to an operation or to the receiver of an event. */
export const bodyOf = (operation: Operation): Schema | undefined =>
  operation.requestBody?.content['application/json']?.schema

/** The codes of the problems that an operation documents for a status. */
export function codesOf({ responses }: Operation, status: number): string[] {
  const schema = responses[status]?.content?.['application/problem+json']?.schema
  return (schema?.oneOf ?? (schema ? [schema] : [])).flatMap((one) => constantsOf(one, 'code')).map(String)
}
