import { collected } from '../transport/collected.ts'
import { chunksOf } from '../transport/pieces.ts'
import { WebhookVerificationError } from './error.ts'

/**
 * Reads the bytes of a Fetch request; more than `maxBytes` tell that there were too many.
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

export function alreadyRead(fix: string): WebhookVerificationError {
  return new WebhookVerificationError(
    'body_already_parsed',
    `The signature is over the bytes of the body, and they were read before. ${fix}`,
  )
}

/** @throws WebhookVerificationError `body_too_large` */
export function checkLength(length: number, maxBytes: number): void {
  if (length > maxBytes) {
    throw new WebhookVerificationError('body_too_large', `The body has more than ${maxBytes} bytes`)
  }
}
