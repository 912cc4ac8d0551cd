import { collected } from './collected.ts'
import type { FetchResponse } from './layer.ts'
import { chunksOf } from './pieces.ts'

/** The most bytes that are read of an answer; a page of 200 events has about 300 kB. */
const MOST = 4_194_304

/** The most bytes that are read of a refusal; the platform's have a few kB. */
const MOST_OF_REFUSAL = 262_144

/**
 * Reads the text of an answer: at most 4 MiB, or 256 KiB of a refusal.
 *
 * @returns the text, and whether there was more
 */
export async function answerText(
  response: FetchResponse,
  signal: AbortSignal | undefined,
): Promise<{ text: string; isCut: boolean }> {
  const { body, ok } = response
  if (!isReadable(body)) return { text: await response.text(), isCut: false }
  const most = ok ? MOST : MOST_OF_REFUSAL
  const bytes = await collected(chunksOf(body, signal), most)
  return { text: new TextDecoder().decode(bytes.subarray(0, most)), isCut: bytes.length > most }
}

/** The caller's own `fetch` may return another kind of body. */
export function isReadable(body: unknown): body is ReadableStream<Uint8Array> {
  return typeof (body as ReadableStream | null)?.getReader === 'function'
}
