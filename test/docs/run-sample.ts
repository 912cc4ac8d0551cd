import { type Scope, scopes } from '@sendoff/api'
import { createClient, SendoffError } from '@sendoff/sdk'
import type { RequestExample } from '../../scripts/reference/examples.ts'

/** A request as the SDK sent it. */
export type Seen = { method: string; path: string; query: [name: string, value: string][]; body?: unknown }

/** Runs a sample of the reference with a client that has every operation. Returns its first request and the outcome. */
export async function runSample(
  sample: string,
  { base, token, place }: Options,
): Promise<{ seen: Seen; came: string }> {
  const sent: Seen[] = []
  const client = createClient({
    baseUrl: base,
    token: token ?? 'none',
    scopes: scopes as readonly Scope[],
    maxRetries: 0,
    fetch: async (url, init) => {
      const request = new Request(url, init)
      const { pathname, searchParams } = new URL(request.url)
      const text = await request.text()
      const { method, headers } = request
      const body = text === '' ? undefined : JSON.parse(text)
      sent.push({ method, path: pathname, query: [...searchParams], ...(body !== undefined && { body }) })
      const { path, body: instead } = place(body)
      return fetch(`${base}${path}?${searchParams}`, {
        method,
        headers,
        ...(instead !== undefined && { body: JSON.stringify(instead) }),
      })
    },
  })
  const came = await outcomeOf(sample, client)
  const [seen] = sent
  if (!seen) throw new Error(`nothing was sent: ${sample}`)
  return { seen, came }
}

type Options = {
  base: string
  token: string | undefined
  /** Replaces the path and the body of the sample's request. */
  place: (body: unknown) => { path: string; body?: RequestExample['body'] }
}

async function outcomeOf(sample: string, client: unknown): Promise<string> {
  const AsyncFunction = (async () => {}).constructor as new (...parts: string[]) => Run
  try {
    await new AsyncFunction('client', 'console', sample)(client, { log() {} })
    return 'success'
  } catch (error) {
    if (!(error instanceof SendoffError)) throw error
    return `${error.code} ${JSON.stringify('errors' in error.problem ? error.problem.errors : '')}`
  }
}
type Run = (client: unknown, console: object) => Promise<void>
