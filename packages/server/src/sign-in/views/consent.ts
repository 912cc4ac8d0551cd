import type { Scope } from '@sendoff/api'
import { html } from 'hono/html'
import type { Html } from '../../web/html.ts'
import type { OwnAccount } from '../accounts.ts'
import type { Texts } from '../texts/en.ts'
import { scopeSentences, type Weight } from '../texts/scopes.ts'
import { page } from './page.ts'
import { type AppName, type FormTarget, form, madeBy, parties } from './parts.ts'

type Consent = {
  texts: Texts
  sandbox: boolean
  target: FormTarget
  app: AppName
  authorizes: boolean
  account: OwnAccount
  /** The requested scopes that the person's role does not allow. */
  withheld: Scope[]
  /** True if the organisation has authorised the app before. */
  replaces: boolean
  /** The host to which the browser goes afterwards, for example `app.example:8443`. */
  returnsTo: string
}

const weights: Weight[] = ['see', 'change', 'final']

/** Names the organisation, the app and its maker, and each permission in plain words; the person allows or refuses. */
export function consentPage(given: Consent): Html {
  const { texts, sandbox, target, app, account, withheld } = given
  const { consent } = texts
  const { granted } = account
  const organization = account.organizationName ?? texts.accounts.personal
  const title = given.authorizes ? consent.titleAuthorize(app.name, organization) : consent.title(app.name)
  return page({
    texts,
    sandbox,
    title,
    body: html`
${parties(app, organization)}
<h1>${title}</h1>
<p class="lead">${given.authorizes ? consent.leadAuthorize(app.name, organization) : consent.lead(app.name)} ${madeBy(app, texts)}</p>
<p class="account"><span class="text"><span>${consent.as}</span> <strong>${account.name}</strong>
<span>${account.role === null ? organization : `${texts.roles[account.role]} · ${organization}`}</span></span>
<a href="${target.path}/account">${consent.change}</a></p>
${weights.map((weight) => permissions(granted, weight, texts))}
${
  withheld.length > 0 &&
  html`<section class="withheld"><h2>${consent.withheld}</h2>
<ul>${withheld.map((scope) => html`<li>${scopeSentences[scope][texts.lang]}</li>`)}</ul></section>`
}
<p class="note">${given.authorizes && consent.lasts} ${given.replaces && consent.replaces} ${consent.back(given.returnsTo)}</p>
${form(
  target,
  '/consent',
  html`<input type="hidden" name="account_id" value="${account.accountId}">
<input type="hidden" name="scopes" value="${granted.join(' ')}">
<button class="primary" name="decision" value="allow">${consent.allow}</button>
<button class="secondary" name="decision" value="refuse">${consent.refuse}</button>`,
  'decision',
)}`,
  })
}

function permissions(granted: Scope[], weight: Weight, texts: Texts): Html {
  const listed = granted.filter((scope) => scopeSentences[scope].weight === weight)
  return html`${
    listed.length > 0 &&
    html`<section class="permissions ${weight}"><h2>${texts.consent.weights[weight]}</h2>
<ul>${listed.map((scope) => html`<li>${icons[weight]}<span>${scopeSentences[scope][texts.lang]}</span></li>`)}</ul></section>`
  }`
}

const icon = (path: string) =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${[path].map((d) => html`<path d="${d}"/>`)}</svg>`

const icons: Record<Weight, Html> = {
  see: icon('M2 12s3.6-6.5 10-6.5S22 12 22 12s-3.6 6.5-10 6.5S2 12 2 12Zm10 3a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z'),
  change: icon('M4 20h4L19 9l-4-4L4 16zM13.5 6.5l4 4'),
  final: icon('M12 3.5 22 20.5H2ZM12 10v4.5M12 17.4v.1'),
}
