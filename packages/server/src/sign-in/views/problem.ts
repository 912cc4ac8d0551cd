import { html } from 'hono/html'
import type { Html } from '../../web/html.ts'
import type { Texts } from '../texts/en.ts'
import { page } from './page.ts'

/** The problem that a person meets instead of the next screen. */
export type ProblemName = keyof Texts['problems']

type Problem = {
  texts: Texts
  sandbox: boolean
  name: ProblemName
  requestId?: string | undefined
  /** The seconds until it is worth trying again. */
  retryAfter?: number | undefined
  /** The address at which to try again. */
  retryAt?: string | undefined
}

/** Says what went wrong and what to do. */
export function problemPage({ texts, sandbox, name, requestId, retryAfter, retryAt }: Problem): Html {
  const { title, body } = texts.problems[name]
  return page({
    texts,
    sandbox,
    title,
    body: html`
<h1>${title}</h1>
<p class="lead">${body}</p>
${retryAfter !== undefined && retryAfter > 1 && html`<p>${texts.retryIn(texts.wait(retryAfter))}</p>`}
${retryAt !== undefined && html`<p class="aside"><a href="${retryAt}">${texts.retry}</a></p>`}
${requestId !== undefined && html`<p class="request">${texts.requestId} <code>${requestId}</code></p>`}`,
  })
}
