import type { FetchResponse } from './layer.ts'

/** Copies headers into an object, without the values of the hidden ones. */
export function plain(headers: FetchResponse['headers'], hidden: readonly string[] = []): Record<string, string> {
  const all: Record<string, string> = {}
  headers.forEach((value, name) => {
    all[name] = hidden.includes(name) ? '[redacted]' : value
  })
  return all
}
