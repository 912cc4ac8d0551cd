import type { FetchResponse } from './layer.ts'
import { chunksOf, pieces } from './pieces.ts'

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
  const read = pieces(most)
  let left = most
  for await (const chunk of chunksOf(body, signal)) {
    read.add(chunk.subarray(0, left))
    left -= chunk.length
    // Leaving the loop cancels the stream.
    if (left < 0) break
  }
  return { text: new TextDecoder().decode(read.take()), isCut: left < 0 }
}

/** The caller's own `fetch` may return another kind of body. */
export function isReadable(body: unknown): body is ReadableStream<Uint8Array> {
  return typeof (body as ReadableStream | null)?.getReader === 'function'
}
