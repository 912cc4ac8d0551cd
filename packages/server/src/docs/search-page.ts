import { html } from 'hono/html'
import type { Html } from '../web/html.ts'
import { page } from './page.ts'
import type { Found } from './search.ts'

/** The page of what a search found. */
export function searchPage(search: string, found: Found[]): Html {
  const body = html`<h1 id="search">Search</h1>
${found.length > 0 ? html`<ol class="found">${found.map(item)}</ol>` : html`<p role="status">${nothing(search)}</p>`}`
  return page({ title: 'Search', address: '/docs/search', body: String(body), search })
}

const nothing = (search: string) =>
  search === ''
    ? 'Type a word, an operation such as organization.unlink, a problem or an event.'
    : `Nothing was found for “${search}”. Try fewer words, or a part of one.`

function item({ section: { address, title, heading }, excerpt }: Found): Html {
  return html`<li><a href="${address}">${heading || title}</a>${heading ? html` <span class="of">${title}</span>` : ''}
<p>${excerpt.map((piece, at) => (at % 2 ? html`<mark>${piece}</mark>` : piece))}</p></li>`
}
