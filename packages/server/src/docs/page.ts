import { html, raw } from 'hono/html'
import { type Html, mark } from '../web/html.ts'
import { LONGEST } from './search.ts'

type Page = { title: string; address: string; body: string; search?: string }

const sections = [
  { address: '/docs', name: 'Guides' },
  { address: '/docs/reference', name: 'Reference' },
  { address: '/docs/reference/problems', name: 'Problems' },
  { address: '/docs/reference/events', name: 'Events' },
  { address: '/docs/api', name: 'Contract' },
]

/**
 * The frame of every page of the documentation, in the style of the pages of sign-in.
 *
 * @param body HTML, which is not escaped
 * @param search the text that was searched for
 */
export function page({ title, address, body, search = '' }: Page): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title === 'Sendoff' ? title : `${title} · Sendoff`}</title>
<link rel="icon" href="/sign-in/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/sign-in/style.css">
<link rel="stylesheet" href="/docs/style.css">
</head>
<body class="docs">
<header class="bar">
<a class="brand" href="/docs">${mark} Sendoff</a>
<nav aria-label="Documentation">${sections.map((section) => sectionLink(section, address))}</nav>
<form class="search" role="search" action="/docs/search"><input type="search" name="q" value="${search}" maxlength="${LONGEST}" required
 placeholder="Search" aria-label="Search the documentation"></form>
</header>
<main>
${raw(body)}
</main>
</body>
</html>`
}

function sectionLink({ address, name }: (typeof sections)[number], at: string): Html {
  return address === at
    ? html`<a href="${address}" aria-current="page">${name}</a>`
    : html`<a href="${address}">${name}</a>`
}
