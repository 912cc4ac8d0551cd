import type { Called } from '../shape.ts'
import { shapeOf } from './contract.ts'
import { ContractError } from './error.ts'
import { type Answers, type AnyReplies, answersOf, type Replies, sent } from './replies.ts'
import { type Call, checkedRequest } from './request.ts'
import { tokenAnswer } from './token.ts'

export type AnyCall = { [Id in Called]: Call<Id> }[Called]

export interface FetchDouble {
  /** A replacement for `fetch`. */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>
  /** The calls that were answered, in order, without token requests. */
  readonly calls: readonly AnyCall[]
  /**
   * Ends a test.
   *
   * @throws ContractError the first refusal, even if the tested code swallowed it, or when replies are left over
   */
  readonly done: () => void
}

/**
 * Makes a `fetch` that gives the answers of the test and issues tokens by itself. It refuses everything that the contract does not
 * document, in requests and in answers: unknown or wrong paths, methods and fields, a missing token or idempotency key, undocumented
 * statuses, bodies and codes.
 *
 * @throws ContractError for an undocumented answer; its `fetch` rejects with one for an undocumented request
 * @example fetchDouble({ 'organization.unlink': problem('organization.unlink', 'association_not_found') })
 */
export function fetchDouble(replies: { readonly [Id in Called]?: Replies<Id> }): FetchDouble {
  const answers = new Map<string, Answers>(
    Object.entries(replies).map(([id, its]) => [id, answersOf(shapeOf(id), its as AnyReplies)]),
  )
  const calls: AnyCall[] = []
  let tokens = 0
  let refused: ContractError | undefined

  async function answer(request: Request): Promise<Response> {
    if (new URL(request.url).pathname.endsWith('/oauth2/token')) return tokenAnswer(request, ++tokens)
    const { headers } = request
    const { shape, params } = await checkedRequest(request)
    const its = answers.get(shape.id)
    if (!its) throw new ContractError(shape.id, 'was called, and the test has no reply for it', headers)
    const call = { operation: shape.id, params, headers, idempotencyKey: headers.get('idempotency-key') ?? undefined }
    // It was checked against the contract, which gives these types.
    calls.push(call as unknown as AnyCall)
    const [status, text, given] = sent(await its.next(call))
    return new Response(text, { status, headers: given })
  }

  return {
    fetch: async (input, init) => {
      const request = new Request(input, init)
      request.signal.throwIfAborted()
      const response = await answer(request).catch((error: unknown) => {
        if (error instanceof ContractError) refused ??= error
        throw error
      })
      request.signal.throwIfAborted()
      return response
    },
    calls,
    done: () => {
      if (refused) throw refused
      for (const [id, { left }] of answers) {
        if (left() > 0) throw new ContractError(id, `${left()} of its replies were never used`)
      }
    },
  }
}
