import { component, document, type Media, parametersOf, responsesOf } from '../contract/document.ts'
import type { Located } from '../contract/operations.ts'

/** The parameters and the body of an operation's example. */
export type RequestExample = { path: Values; query: Values; body?: unknown }
type Values = Record<string, unknown>

/**
 * Reads the example request of an operation from the contract.
 *
 * @throws when a path parameter or the body has no example
 */
export function requestExample({ operation }: Located): RequestExample {
  const id = operation.operationId
  const parameters = parametersOf(operation)
  const valuesIn = (place: string) => {
    const own = parameters.filter((parameter) => parameter.in === place)
    const lacking = own.find((parameter) => parameter.required && parameter.example === undefined)
    if (lacking) throw new Error(`openapi.yaml: ${id} has no example of ${lacking.name}`)
    const given = own.filter(({ example }) => example !== undefined)
    return Object.fromEntries(given.map(({ name, example }) => [name, example]))
  }
  const [body] = Object.values(operation.requestBody?.content ?? {})
  return {
    path: valuesIn('path'),
    query: valuesIn('query'),
    ...(body && { body: exampleOf(body, `the request of ${id}`) }),
  }
}

export type ResponseExample = { status: string; description: string; type?: string; example?: unknown }

/**
 * Reads the example answers of an operation's successes, each with its media type unless it has no body.
 *
 * @throws when one has no example
 */
export function responseExamples({ operation }: Located): ResponseExample[] {
  return responsesOf(operation)
    .filter(([status]) => status.startsWith('2'))
    .map(([status, { description, content = {} }]) => {
      const [[type, media] = []] = Object.entries(content)
      if (!type || !media) return { status, description }
      return { status, description, type, example: exampleOf(media, `answer ${status} of ${operation.operationId}`) }
    })
}

/**
 * The example of a body: its own, or the one that it shares by reference.
 *
 * @throws when there is none
 */
export function exampleOf({ example, examples = {} }: Media, what: string): unknown {
  const [shared] = Object.values(examples)
  const found = shared?.$ref ? component(document.components.examples, shared.$ref).value : (shared?.value ?? example)
  if (found === undefined) throw new Error(`openapi.yaml: ${what} has no example`)
  return found
}
