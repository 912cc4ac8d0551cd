import { chunksOf, pieces } from './pieces.ts'

/** Bytes that are read of an answer: a page of 200 events takes about 300 kB. */
const MOST = 4_194_304

/** The most that is read of a refusal; the platform's have a few kB. */
const MOST_OF_REFUSAL = 262_144

/**
 * Reads an answer's text, but no more than 4 MiB of it, 256 KiB of a refusal.
 *
 * @returns the text, and whether there was more
 */
export async function answerText(
  response: Response,
  signal: AbortSignal | undefined,
): Promise<{ text: string; isCut: boolean }> {
  const { body, ok } = response
  // A `fetch` of the caller's may answer with a body of its own kind.
  if (typeof body?.getReader !== 'function') return { text: await response.text(), isCut: false }
  const most = ok ? MOST : MOST_OF_REFUSAL
  const read = pieces(most)
  let left = most
  for await (const chunk of chunksOf(body, signal)) {
    read.add(chunk.subarray(0, left))
    left -= chunk.length
    // Leaving the loop cancels the rest.
    if (left < 0) break
  }
  return { text: new TextDecoder().decode(read.take()), isCut: left < 0 }
}
