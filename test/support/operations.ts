import { type OperationId, operations, type ProblemOf, type ResultOf } from '@sendoff/api'
import type { ParamsOf } from '@sendoff/sdk'
import type { Answer, Caller } from './platform.ts'

type CodeOf<Problem> = Problem extends { code: infer Code } ? Code : never
type Arguments<Id extends OperationId> =
  Record<never, never> extends ParamsOf<Id> ? [params?: ParamsOf<Id>] : [params: ParamsOf<Id>]

/** The operations of the contract for one token, by their names, with parameters and results that the compiler knows. */
export type Operations = {
  readonly token: string
  /**
   * Calls an operation.
   *
   * @returns the body of its success
   * @throws Error naming the problem when it is refused
   */
  call<Id extends OperationId>(id: Id, ...args: Arguments<Id>): Promise<ResultOf<Id>>
  /**
   * Calls an operation that is to be refused.
   *
   * @returns its status and the code of its problem
   * @throws Error when it succeeds
   */
  refused<Id extends OperationId>(id: Id, ...args: Arguments<Id>): Promise<[number, CodeOf<ProblemOf<Id>>]>
}

/** Makes the operations of a token. A test of a request that the types forbid sends it with `post` and its like. */
export function operationsOf(caller: Caller, token: string): Operations {
  const send = async (id: OperationId, params: object | undefined): Promise<Answer> => {
    const { method, path, body } = placed(id, { ...params })
    return caller.call(method, path, { token, ...(body && { body }) })
  }
  return {
    token,
    async call(id, ...[params]) {
      const { status, body } = await send(id, params)
      if (status >= 400) throw new Error(`${id}: ${status} ${JSON.stringify(body)}`)
      return (status === 204 ? undefined : body) as never
    },
    async refused(id, ...[params]) {
      const { status, body } = await send(id, params)
      if (status < 400) throw new Error(`${id} was not refused: ${status} ${JSON.stringify(body)}`)
      return [status, body.code]
    },
  }
}

/** Puts each parameter where the contract has it: the path, the query, or the body. */
function placed(id: OperationId, params: Record<string, unknown>) {
  const { method, path, body, pathParameters, queryParameters } = operations[id]
  const taken = new Set<string>([...pathParameters, ...Object.keys(queryParameters)])
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const asked = Object.keys(queryParameters).filter((name) => params[name] !== undefined)
  const query = new URLSearchParams(asked.map((name): [string, string] => [name, String(params[name])]))
  const rest = Object.fromEntries(Object.entries(params).filter(([name]) => !taken.has(name)))
  return {
    method,
    path: asked.length > 0 ? `${filled}?${query}` : filled,
    ...(body !== 'none' && Object.keys(rest).length > 0 && { body: rest }),
  }
}
