import type { Texts } from '../texts/texts.ts'

/** Makes the parser of a URL to which events are sent. A password in it would be shown in the process list. */
export const targetIn = (texts: Texts) => (given: string) => {
  const url = URL.canParse(given) ? new URL(given) : undefined
  const isHttp = url?.protocol === 'http:' || url?.protocol === 'https:'
  if (!url || !isHttp || url.username || url.password) throw new Error(texts.usage.url)
  return url.href
}
