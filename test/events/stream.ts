import { onTestFinished } from 'vitest'

/** A message of a stream as it came: its fields, and the event if it holds one. */
export type Message = { id: string | undefined; event: string | undefined; data: any; text: string }

/** Opens a stream of events and writes down what comes. It is closed when the test is over. */
export async function openStream(url: string, token: string, headers: Record<string, string> = {}) {
  const hangUp = new AbortController()
  onTestFinished(() => hangUp.abort())
  const authorization = `Bearer ${token}`
  const response = await fetch(url, { headers: { authorization, ...headers }, signal: hangUp.signal })
  const messages: Message[] = []
  const waiting = new Set<() => void>()
  const ended = read(response, (message) => {
    messages.push(message)
    for (const check of waiting) check()
  })
  const events = () => messages.flatMap(({ data }) => (data === undefined ? [] : [data]))
  return {
    status: response.status,
    headers: response.headers,
    messages,
    events,
    /** Resolves when the server ends the stream; rejects when it breaks off. */
    ended,
    hangUp: () => hangUp.abort(),
    /** Resolves when a number of events has arrived. */
    until(count: number): Promise<void> {
      return new Promise((resolve) => {
        const check = () => {
          if (events().length >= count) resolve()
        }
        waiting.add(check)
        check()
      })
    },
  }
}

async function read(response: Response, heard: (message: Message) => void): Promise<void> {
  let rest = ''
  if (!response.body) return
  try {
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      const texts = (rest + chunk).split('\n\n')
      rest = texts.pop() ?? ''
      for (const text of texts) heard(messageOf(text))
    }
  } catch (error) {
    if ((error as Error).name !== 'AbortError') throw error
  }
}

function messageOf(text: string): Message {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(text)?.[1]
  const data = field('data')
  return { id: field('id'), event: field('event'), data: data === undefined ? undefined : JSON.parse(data), text }
}
