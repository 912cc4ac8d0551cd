import type { OperationId } from '@sendoff/api'
import { problems, shapes } from './contract.gen.ts'

/** A JSON Schema (2020-12) whose references are below `#/$defs/`. */
export type Schema = Readonly<Record<string, unknown>>

/** The facts of the contract about an operation. */
export interface Shape {
  readonly id: OperationId
  readonly method: string
  /** With `{name}` for each parameter. */
  readonly path: string
  readonly takesToken: boolean
  readonly isStreamed: boolean
  readonly pathParameters: Readonly<Record<string, Schema>>
  readonly query: Readonly<Record<string, Schema>>
  /** The required parameters of the query. */
  readonly required: readonly string[]
  /** The schema of the idempotency key of a write. */
  readonly key?: Schema
  readonly body?: Schema
  readonly isBodyRequired: boolean
  /** The schema of each success by status; `null` for one without a body. */
  readonly successes: Readonly<Record<string, Schema | null>>
  /** The codes of its problems, separated by spaces. */
  readonly problems: string
}

/** A problem, which has the same status for all operations. */
export interface Problem {
  readonly status: number
  readonly schema: Schema
}

export function shapeOf(id: string): Shape {
  const shape = shapes.find((each) => each.id === id)
  if (!shape) throw new TypeError(`there is no operation ${id}`)
  return shape
}

/** The problems of an operation by code. */
export function problemsOf({ problems: codes }: Shape): ReadonlyMap<string, Problem> {
  return new Map(codes.split(' ').flatMap((code) => (problems[code] ? [[code, problems[code]] as const] : [])))
}

/**
 * Finds the shapes whose path matches that of the URL, each with its path values, still percent-encoded. Those with the fewest values come
 * first, as in OpenAPI: `/events/stream` is not an event.
 */
export function shapesAt(pathname: string): { shape: Shape; values: Record<string, string> }[] {
  const found = shapes.flatMap((shape) => {
    const pattern = shape.path.replaceAll('.', '\\.').replace(/{(\w+)}/g, '(?<$1>[^/]+)')
    // The base URL may have a path of its own.
    // Linear: each segment ends at its slash.
    const match = new RegExp(`^(?:/.*)?${pattern}$`).exec(pathname)
    return match ? [{ shape, values: { ...match.groups } }] : []
  })
  return found.sort((a, b) => Object.keys(a.values).length - Object.keys(b.values).length)
}
