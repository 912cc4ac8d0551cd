import { html } from 'hono/html'
import type { Html } from '../../web/html.ts'
import type { Texts } from '../texts/en.ts'
import { page } from './page.ts'
import { type FormTarget, form, formError, invalid } from './parts.ts'

type Link = { texts: Texts; sandbox: boolean; target: FormTarget; error?: string }

/** Asks for the first password of a person. */
export function linkPage({ texts, sandbox, target, error }: Link): Html {
  const { link, recover } = texts
  return page({
    texts,
    sandbox,
    title: link.title,
    body: html`
<h1>${link.title}</h1>
<p class="lead">${link.lead}</p>
${formError(error)}
${form(
  target,
  '',
  html`
<label for="new_password">${recover.newPassword}</label>
<input id="new_password" name="new_password" type="password" autocomplete="new-password" minlength="10" maxlength="200" required ${
    error === undefined ? html`aria-describedby="hint"` : invalid(true)
  }>
<p class="hint" id="hint">${recover.newPasswordHint}</p>
<button class="primary">${recover.setPassword}</button>`,
)}`,
  })
}

/** Says that the password is set, and with which address the person signs in. */
export function linkDonePage({ texts, sandbox, address }: Omit<Link, 'target' | 'error'> & { address: string }): Html {
  const { link } = texts
  return page({
    texts,
    sandbox,
    title: link.doneTitle,
    body: html`
<h1>${link.doneTitle}</h1>
<p class="lead">${link.done(address)}</p>
<p class="aside"><a href="/console">${link.console}</a></p>`,
  })
}
