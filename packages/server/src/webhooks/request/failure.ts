import { errors } from 'undici'
import { ResolutionFailed } from '../../net/resolve.ts'
import { DestinationRefused } from '../../net/url.ts'
import { ConnectFailed } from './opened.ts'

/** The reason why an attempt has no complete answer. */
export type Failure = {
  code: FailureCode
  /** A sentence for the endpoint's owner; it reveals nothing of the platform's network. */
  message: string
}

/** The kinds of failure. `timeout` is the total limit; the limits of DNS and of connecting come under `dns`, `connect`, `tls`. */
export type FailureCode =
  | 'timeout'
  | 'refused_destination'
  | 'dns'
  | 'connect'
  | 'tls'
  | 'reset'
  | 'invalid_http'
  | 'headers_too_large'
  | 'aborted'
  | 'other'

/** The reason for which the platform itself ended an attempt. */
export class Cut extends Error {
  readonly code: 'timeout' | 'aborted'

  /** @param code the total limit was reached, or the server is shutting down */
  constructor(code: 'timeout' | 'aborted') {
    super('The attempt was ended.')
    this.name = 'Cut'
    this.code = code
  }
}

const SENTENCES: Record<FailureCode, string> = {
  timeout: 'The receiver did not answer completely within the time limit.',
  refused_destination: 'Webhooks are not sent to this destination.',
  dns: 'The host name could not be resolved',
  connect: 'The connection to the receiver could not be opened',
  tls: 'The TLS handshake with the receiver failed',
  reset: 'The receiver closed the connection before its answer was complete.',
  invalid_http: 'The receiver did not answer with valid HTTP/1.1.',
  headers_too_large: 'The headers of the answer exceed 16 KiB.',
  aborted: 'The attempt was ended by the platform.',
  other: 'The request could not be made.',
}

/**
 * Names the cause of a failed attempt, for the record and for the retry rules. Messages are our own sentences, with at most a code such as
 * `ECONNREFUSED` or `CERT_HAS_EXPIRED`: the texts of errors contain addresses and ports.
 *
 * @param cause the value that was thrown
 * @param answered true if the headers of an answer were received
 */
export function failureOf(cause: unknown, answered: boolean): Failure {
  if (cause instanceof Cut) return failure(cause.code)
  if (cause instanceof DestinationRefused) {
    return { code: 'refused_destination', message: `${SENTENCES.refused_destination} ${cause.message}` }
  }
  if (cause instanceof ResolutionFailed) return failure('dns', cause.code)
  if (cause instanceof ConnectFailed) return failure(cause.phase, cause.code)
  if (cause instanceof errors.HeadersOverflowError) return failure('headers_too_large')
  if (cause instanceof errors.HTTPParserError) {
    // The parser reports a connection that ends in the middle of a chunked body with this text.
    return failure(cause.message.includes('Invalid EOF state') ? 'reset' : 'invalid_http')
  }
  // Before the headers it means that two lengths disagree, after them that the body was cut short.
  if (cause instanceof errors.ResponseContentLengthMismatchError) return failure(answered ? 'reset' : 'invalid_http')
  if (cause instanceof errors.SocketError) {
    // undici has one class for a closed connection and for an answer that it rejects.
    return failure(cause.message === 'bad response' || cause.message === 'bad upgrade' ? 'invalid_http' : 'reset')
  }
  const code = (cause as NodeJS.ErrnoException | null)?.code ?? ''
  if (['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ECONNABORTED'].includes(code)) return failure('reset')
  // undici asserts that a status has three digits and does not begin with 0.
  if (code === 'ERR_ASSERTION') return failure('invalid_http')
  return failure('other')
}

function failure(code: FailureCode, detail?: string): Failure {
  const sentence = SENTENCES[code]
  if (detail === undefined) return { code, message: sentence }
  return { code, message: /^[A-Z0-9_]{1,64}$/.test(detail) ? `${sentence}: ${detail}.` : `${sentence}.` }
}
