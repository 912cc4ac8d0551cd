import { WebhookVerificationError } from './error.ts'

/**
 * Reads the bytes of a Fetch request.
 *
 * @throws WebhookVerificationError `body_too_large`, `body_already_parsed`
 */
export async function bytesOfRequest(
  request: Request,
  maxBytes: number,
  fix = 'Give the handler the request before anything reads its body, or a clone made before',
): Promise<Uint8Array> {
  if (request.bodyUsed) throw alreadyRead(fix)
  checkLength(Number(request.headers.get('content-length')), maxBytes)
  return request.body ? collected(chunksOf(request.body), maxBytes) : new Uint8Array()
}

/** The chunks of a stream, which not every runtime lets be iterated. Who stops early cancels it. */
export async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader()
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) yield chunk.value
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

/**
 * Collects the bytes of a stream.
 *
 * @throws WebhookVerificationError `body_too_large` as soon as there are more than `maxBytes`
 */
export async function collected(stream: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of stream) {
    length += chunk.length
    checkLength(length, maxBytes)
    chunks.push(chunk)
  }
  if (chunks.length === 1 && chunks[0]) return chunks[0]
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
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
