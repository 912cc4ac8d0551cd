import { html } from 'hono/html'
import { languages } from '../language.ts'
import type { Texts } from '../texts/en.ts'

/** HTML in which everything that was put in is escaped. */
export type Html = ReturnType<typeof html>

type Page = { texts: Texts; title: string; sandbox: boolean; body: Html }

/** The frame of every page: its head, the language switch, and the card with what the page is about. */
export function page({ texts, title, sandbox, body }: Page): Html {
  return html`<!doctype html>
<html lang="${texts.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${title} · ${texts.sendoff}</title>
<link rel="icon" href="/sign-in/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/sign-in/style.css">
</head>
<body>
<header class="bar">
<span class="brand">${mark} ${texts.sendoff}</span>
<nav aria-label="${texts.languages}">${languages.map((language) => languageLink(language, texts))}</nav>
</header>
<main>
<div class="card">
${body}
</div>
${sandbox && html`<p class="sandbox">${texts.sandbox}</p>`}
</main>
</body>
</html>`
}

function languageLink({ lang, name }: (typeof languages)[number], texts: Texts): Html {
  return lang === texts.lang
    ? html`<span class="language" lang="${lang}" aria-current="true">${name}</span>`
    : html`<a class="language" href="?lang=${lang}" lang="${lang}" hreflang="${lang}">${name}</a>`
}

export const mark = html`<svg class="mark" viewBox="0 0 24 24" aria-hidden="true"><path d="M3 11.4 20.5 4 16 20l-4.2-6.2z"/><path d="m11.8 13.8 8.7-9.8"/></svg>`
