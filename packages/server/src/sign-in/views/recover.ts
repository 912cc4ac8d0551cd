import { html } from 'hono/html'
import { shortened } from '../../shortened.ts'
import type { Html } from '../../web/html.ts'
import type { Texts } from '../texts/en.ts'
import { page } from './page.ts'
import { type FormTarget, form, formError, invalid } from './parts.ts'

type Recover = { texts: Texts; sandbox: boolean; target: FormTarget; error?: string | undefined }

/** Asks for the address to which a code is sent (S31). */
export function recoverPage({ texts, sandbox, target, login = '', error }: Recover & { login?: string }): Html {
  const { recover, signIn } = texts
  return page({
    texts,
    sandbox,
    title: recover.title,
    body: html`
<h1>${recover.title}</h1>
<p class="lead">${recover.lead}</p>
${formError(error)}
${form(
  target,
  '/recover',
  html`
<label for="login">${signIn.login}</label>
<input id="login" name="login" value="${shortened(login, 254)}" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="254" required ${invalid(error !== undefined)}>
<button class="primary">${recover.submit}</button>`,
)}
<p class="aside"><a href="${target.path}">${recover.back}</a></p>`,
  })
}

type Code = Recover & { address: string; faulty?: 'code' | 'password' | undefined }

/** Asks for the code and a new password, and does not say if a code was sent, which would tell who has an account. */
export function codePage({ texts, sandbox, target, address, error, faulty }: Code): Html {
  const { recover } = texts
  return page({
    texts,
    sandbox,
    title: recover.codeTitle,
    body: html`
<h1>${recover.codeTitle}</h1>
<p class="lead">${recover.codeLead(address)}</p>
${sandbox && html`<p class="notice">${texts.sandboxCodes}</p>`}
${formError(error)}
${form(
  target,
  '/recover/code',
  html`
<label for="code">${recover.code}</label>
<input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" pattern="[0-9]{6,10}" minlength="6" maxlength="10" required class="code" ${invalid(faulty === 'code')}>
<label for="new_password">${recover.newPassword}</label>
<input id="new_password" name="new_password" type="password" autocomplete="new-password" minlength="10" maxlength="200" required ${
    faulty === 'password' ? invalid(true) : html`aria-describedby="hint"`
  }>
<p class="hint" id="hint">${recover.newPasswordHint}</p>
<button class="primary">${recover.setPassword}</button>`,
)}
<p class="aside"><a href="${target.path}/recover">${recover.resend}</a> <a href="${target.path}">${recover.back}</a></p>`,
  })
}
