import { chunksOf, pieces } from '../transport/pieces.ts'
import { WebhookVerificationError } from './error.ts'

/**
 * Reads the bytes of a Fetch request.
 *
 * @throws WebhookVerificationError `body_too_large`, `body_already_parsed`
 */
export async function bytesOfRequest(
  request: Request,
  maxBytes: number,
  fix = 'Give the handler the unread request, or a clone of it',
): Promise<Uint8Array> {
  if (request.bodyUsed) throw alreadyRead(fix)
  checkLength(Number(request.headers.get('content-length')), maxBytes)
  return request.body ? collected(chunksOf(request.body), maxBytes) : new Uint8Array()
}

const encoder = new TextEncoder()

/**
 * Collects the bytes of a stream.
 *
 * @param stream yields bytes, or text, for example a Node stream after `setEncoding`
 * @throws WebhookVerificationError `body_too_large` as soon as there are more than `maxBytes`
 */
export async function collected(stream: AsyncIterable<Uint8Array | string>, maxBytes: number): Promise<Uint8Array> {
  const read = pieces(maxBytes, () => tooLarge(maxBytes))
  for await (const chunk of stream) read.add(typeof chunk === 'string' ? encoder.encode(chunk) : chunk)
  return read.take()
}

export function alreadyRead(fix: string): WebhookVerificationError {
  return new WebhookVerificationError(
    'body_already_parsed',
    `The signature is over the bytes of the body, and they were read before. ${fix}`,
  )
}

/** @throws WebhookVerificationError `body_too_large` */
export function checkLength(length: number, maxBytes: number): void {
  if (length > maxBytes) throw tooLarge(maxBytes)
}

function tooLarge(maxBytes: number) {
  return new WebhookVerificationError('body_too_large', `The body has more than ${maxBytes} bytes`)
}
