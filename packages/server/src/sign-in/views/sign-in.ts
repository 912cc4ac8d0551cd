import { html } from 'hono/html'
import { shortened } from '../../shortened.ts'
import type { Html } from '../../web/html.ts'
import type { Texts } from '../texts/en.ts'
import { page } from './page.ts'
import { type AppName, cancel, type FormTarget, form, formError, invalid, madeBy, parties } from './parts.ts'

type SignIn = {
  texts: Texts
  sandbox: boolean
  target: FormTarget
  app: AppName
  login?: string
  error?: string | undefined
  notice?: string | undefined
}

/** Asks for email or phone, and the password. */
export function signInPage({ texts, sandbox, target, app, login = '', error, notice }: SignIn): Html {
  const { signIn } = texts
  return page({
    texts,
    sandbox,
    title: signIn.title,
    body: html`
${parties(app)}
<h1>${signIn.title}</h1>
<p class="lead">${signIn.lead(app.name)} ${madeBy(app, texts)}</p>
${notice !== undefined && html`<p class="notice" role="status">${notice}</p>`}
${formError(error)}
${form(
  target,
  '',
  html`
<label for="login">${signIn.login}</label>
<input id="login" name="login" value="${shortened(login, 254)}" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="254" required ${invalid(error !== undefined)}>
<label for="password">${signIn.password}</label>
<input id="password" name="password" type="password" autocomplete="current-password" maxlength="200" required ${invalid(error !== undefined)}>
<button class="primary">${signIn.submit}</button>`,
)}
<p class="aside"><a href="${target.path}/recover">${signIn.forgotten}</a></p>
${cancel(target, app, texts)}`,
  })
}
