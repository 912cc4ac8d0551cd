/** One message of a stream of server-sent events (HTML, 9.2). */
export interface Message {
  readonly event: string
  /** Empty for one that only says up to where the server looked. */
  readonly data: string
  readonly id: string | undefined
}

/** Beyond it, what comes is no event of ours. */
const LONGEST = 4_194_304

/**
 * Reads a stream of server-sent events.
 *
 * @param onRetry told how many milliseconds the server wants clients to wait before they come back
 * @throws RangeError for a line without end
 */
export async function* messagesOf(
  stream: AsyncIterable<Uint8Array>,
  onRetry: (ms: number) => void,
): AsyncGenerator<Message> {
  let event = ''
  let data: string[] = []
  let id: string | undefined
  for await (const line of linesOf(stream)) {
    if (line === '') {
      if (data.length > 0 || id !== undefined) yield { event: event || 'message', data: data.join('\n'), id }
      event = ''
      data = []
      id = undefined
      continue
    }
    const [, field, value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? []
    if (field === 'data') data.push(value)
    else if (field === 'event') event = value
    else if (field === 'id') id = value
    else if (field === 'retry' && /^\d+$/.test(value)) onRetry(Number(value))
  }
}

/** Lines end with CR LF, LF or CR, and may be cut anywhere. What is after the last one is incomplete, and left out. */
async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of stream) {
    rest += decoder.decode(chunk, { stream: true })
    // A CR at the end may be the first half of a CR LF.
    const lines = rest.split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop() ?? ''
    if (rest.length > LONGEST) throw new RangeError('A line of the stream of events has no end')
    yield* lines
  }
}
