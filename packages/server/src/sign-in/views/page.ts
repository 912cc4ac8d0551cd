import { html } from 'hono/html'
import { type Html, mark } from '../../web/html.ts'
import { languages } from '../language.ts'
import type { Texts } from '../texts/en.ts'

type Page = { texts: Texts; title: string; sandbox: boolean; body: Html }

/** The frame of every page: its head, the language switch, and the card with the content. */
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
