import { type OperationId, operations } from '@sendoff/api'

/** An operation as the contract's table has it. */
export interface Operation {
  readonly method: string
  readonly path: string
  readonly callers: readonly { readonly scopes: readonly string[] }[]
  readonly body: 'required' | 'optional' | 'none'
  readonly pathParameters: readonly string[]
  readonly queryParameters: Readonly<Record<string, string>>
  readonly idempotent: boolean
  /** Its answer is a stream of events, for which `stream` of `@sendoff/sdk/webhooks` is. */
  readonly streamed: boolean
}

export const table: Readonly<Record<OperationId, Operation>> = operations

/** Whether a token with these scopes may call the operation in one way at least, as `OperationsFor` says to the compiler. */
export function isAllowed({ callers }: Operation, granted: readonly string[]): boolean {
  return callers.length === 0 || callers.some(({ scopes }) => scopes.every((scope) => granted.includes(scope)))
}
