import { abortable } from '../transport/abortable.ts'
import { problemCode } from '../transport/json.ts'
import type { Layer } from '../transport/layer.ts'
import type { TokenSource } from './cache.ts'

/** The codes of a 401 that another token may cure. */
const UNUSABLE: readonly unknown[] = ['token_expired', 'token_invalid', 'token_revoked']

/** Sends the token (RFC 6750), and tries once with another one if the server refuses it. */
export function authorization(tokens: TokenSource): Layer {
  return (next) => async (request) => {
    const sendWith = (token: string, attempt: number) => {
      const headers = new Headers(request.headers)
      headers.set('authorization', `Bearer ${token}`)
      return next({ ...request, headers, attempt })
    }
    const token = await abortable(tokens.get(), request.signal)
    const answer = await sendWith(token, 0)
    if (answer.response.status !== 401 || !UNUSABLE.includes(problemCode(answer.body))) return answer
    tokens.drop(token)
    const other = await abortable(tokens.get(), request.signal)
    return other === token ? answer : sendWith(other, (answer.attempt ?? 0) + 1)
  }
}
