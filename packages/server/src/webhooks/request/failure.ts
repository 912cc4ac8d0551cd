import { errors } from 'undici'
import { ResolutionFailed } from '../../net/resolve.ts'
import { DestinationRefused } from '../../net/url.ts'
import { ConnectFailed } from './opened.ts'

/** Why an attempt has no complete answer. */
export interface Failure {
  readonly code: FailureCode
  /** A sentence for the endpoint's owner; it never says anything of the network the platform runs in. */
  readonly message: string
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

/** Why the platform itself ended an attempt. */
export class Cut extends Error {
  readonly code: 'timeout' | 'aborted'

  /** @param code the total limit was reached, or the server is shutting down */
  constructor(code: 'timeout' | 'aborted') {
    super('The attempt was ended.')
    this.name = 'Cut'
    this.code = code
  }
}

const sentences: Record<FailureCode, string> = {
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
 * Name what an attempt failed of, for the record and for the retry rules.
 *
 * Messages are our own sentences, with at most a code such as `ECONNREFUSED` or `CERT_HAS_EXPIRED`: the texts of errors name
 * addresses and ports.
 *
 * @param cause whatever was thrown
 * @param answered whether the headers of an answer had come
 */
export function failureOf(cause: unknown, answered: boolean): Failure {
  if (cause instanceof Cut) return failure(cause.code)
  if (cause instanceof DestinationRefused) {
    return { code: 'refused_destination', message: `${sentences.refused_destination} ${cause.message}` }
  }
  if (cause instanceof ResolutionFailed) return failure('dns', cause.code)
  if (cause instanceof ConnectFailed) return failure(cause.phase, cause.code)
  if (cause instanceof errors.HeadersOverflowError) return failure('headers_too_large')
  if (cause instanceof errors.HTTPParserError) {
    // So the parser calls a connection that ends in the middle of a chunked body.
    return failure(cause.message.includes('Invalid EOF state') ? 'reset' : 'invalid_http')
  }
  // Before the headers it stands for two lengths that disagree, after them for a body cut short.
  if (cause instanceof errors.ResponseContentLengthMismatchError) return failure(answered ? 'reset' : 'invalid_http')
  if (cause instanceof errors.SocketError) {
    // One class for a closed connection and for an answer undici would not take.
    return failure(cause.message === 'bad response' || cause.message === 'bad upgrade' ? 'invalid_http' : 'reset')
  }
  const code = (cause as NodeJS.ErrnoException | null)?.code ?? ''
  if (['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ECONNABORTED'].includes(code)) return failure('reset')
  // undici asserts that a status has three digits of which the first is not 0.
  if (code === 'ERR_ASSERTION') return failure('invalid_http')
  return failure('other')
}

function failure(code: FailureCode, detail?: string): Failure {
  const sentence = sentences[code]
  if (detail === undefined) return { code, message: sentence }
  return { code, message: /^[A-Z0-9_]{1,64}$/.test(detail) ? `${sentence}: ${detail}.` : `${sentence}.` }
}
