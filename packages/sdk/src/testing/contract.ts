import type { OperationId } from '@sendoff/api'
import { problems, shapes } from './contract.gen.ts'

/** A JSON Schema (2020-12) with its references below `#/$defs/`. */
export type Schema = Readonly<Record<string, unknown>>

/** What the contract says of an operation. */
export interface Shape {
  readonly id: OperationId
  readonly method: string
  /** With `{name}` for each parameter. */
  readonly path: string
  readonly takesToken: boolean
  readonly isStreamed: boolean
  readonly pathParameters: Readonly<Record<string, Schema>>
  readonly query: Readonly<Record<string, Schema>>
  /** The parameters of the query that must be there. */
  readonly required: readonly string[]
  /** Of a write: its idempotency key. */
  readonly key?: Schema
  readonly body?: Schema
  readonly isBodyRequired: boolean
  /** By status; `null` for one without a body. */
  readonly successes: Readonly<Record<string, Schema | null>>
  /** The codes of its problems, separated by spaces. */
  readonly problems: string
}

/** A problem has one status, whatever the operation. */
export interface Problem {
  readonly status: number
  readonly schema: Schema
}

export function shapeOf(id: string): Shape {
  const shape = shapes.find((each) => each.id === id)
  if (!shape) throw new TypeError(`there is no operation ${id}`)
  return shape
}

/** The problems of an operation, by code. */
export function problemsOf({ problems: codes }: Shape): ReadonlyMap<string, Problem> {
  return new Map(codes.split(' ').flatMap((code) => (problems[code] ? [[code, problems[code]] as const] : [])))
}

/**
 * The shapes whose path is that of the URL, each with the values that stand in it, still percent-encoded. The one with the fewest
 * comes first, as OpenAPI has it: `/events/stream` is no event.
 */
export function shapesAt(pathname: string): { shape: Shape; values: Record<string, string> }[] {
  const found = shapes.flatMap((shape) => {
    const pattern = shape.path.replaceAll('.', '\\.').replace(/{(\w+)}/g, '(?<$1>[^/]+)')
    // Before it there may be a path of the base URL.
    // Linear: each segment ends at its slash.
    const match = new RegExp(`^(?:/.*)?${pattern}$`).exec(pathname)
    return match ? [{ shape, values: { ...match.groups } }] : []
  })
  return found.sort((a, b) => Object.keys(a.values).length - Object.keys(b.values).length)
}
