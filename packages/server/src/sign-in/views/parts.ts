import { html } from 'hono/html'
import type { Html } from '../../web/html.ts'
import type { Administrator } from '../accounts.ts'
import type { Texts } from '../texts/en.ts'

/** The name of an app on a page. */
export type AppName = { name: string; organizationName: string | null }

/** The path to which the forms of a sign-in are sent, and the token that proves that they come from its pages. */
export type FormTarget = { path: string; token: string }

/** A form that posts to a screen of the sign-in. */
export function form({ path, token }: FormTarget, screen: string, content: Html, className = ''): Html {
  return html`<form method="post" action="${path}${screen}" class="${className}">
<input type="hidden" name="token" value="${token}">
${content}
</form>`
}

/** The two parties of a sign-in: the app, and the organisation or account that it is connected with. */
export function parties(app: AppName, other?: string): Html {
  return html`<div class="parties" aria-hidden="true">
<span class="tile app">${initial(app.name)}</span>
${other !== undefined && html`<span class="link"></span><span class="tile">${initial(other)}</span>`}
</div>`
}

/** The organisation that made the app, if there is one. */
export const madeBy = (app: AppName, texts: Texts): Html =>
  html`${app.organizationName !== null && html`<span class="by">${texts.by(app.organizationName)}</span>`}`

/** The error of a form; its fields refer to it by {@link invalid}. */
export const formError = (message: string | undefined): Html =>
  html`${message !== undefined && html`<p class="error" id="error" role="alert">${message}</p>`}`

/** The attributes of a field that is in error. */
export const invalid = (isInvalid: boolean): Html =>
  html`${isInvalid && html`aria-invalid="true" aria-describedby="error"`}`

/** The people to ask, with their contacts. */
export function whomToAsk(administrators: Administrator[], texts: Texts): Html {
  if (administrators.length === 0) return html`<p class="note">${texts.accounts.nobody}</p>`
  return html`<ul class="contacts">${administrators.map(
    ({ name, role, email, phone }) => html`
<li><strong>${name}</strong> <span class="role">${texts.roles[role]}</span>
${email !== null && html`<a href="mailto:${email}">${email}</a>`}
${phone !== null && html`<a href="tel:${phone}">${phone}</a>`}</li>`,
  )}</ul>`
}

/** The way back to the app without signing in. */
export const cancel = (target: FormTarget, app: AppName, texts: Texts): Html =>
  form(target, '/refuse', html`<button class="quiet">${texts.cancel(app.name)}</button>`, 'cancel')

/** The first character of a name, which may be several code units. */
export const initial = (name: string) => [...name.trim()][0]?.toUpperCase() ?? '?'
