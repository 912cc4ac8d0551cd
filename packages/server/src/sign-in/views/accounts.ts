import { html } from 'hono/html'
import type { Html } from '../../web/html.ts'
import type { Departed, OwnAccount } from '../accounts.ts'
import type { Texts } from '../texts/en.ts'
import { invitationsNotice } from './invitations.ts'
import { page } from './page.ts'
import { type AppName, cancel, type FormTarget, form, formError, initial, madeBy, whomToAsk } from './parts.ts'

type Accounts = {
  texts: Texts
  sandbox: boolean
  target: FormTarget
  app: AppName
  /** True if the app is authorised for an organisation, false if it acts for a person. */
  authorizes: boolean
  login: string
  accounts: OwnAccount[]
  departed: Departed[]
  /** The number of organisations that wait for the person to accept a membership. */
  invitations: number
  error?: string | undefined
}

/** Lets the person choose an account, and says why each other can't be chosen and whom to ask (S20, S21). */
export function accountsPage(given: Accounts): Html {
  const { texts, sandbox, target, app, accounts, departed, error } = given
  const open = accounts.filter((account) => account.refused === undefined)
  const closed = accounts.filter((account) => account.refused !== undefined)
  return page({
    texts,
    sandbox,
    title: texts.accounts.title,
    body: html`
<h1>${texts.accounts.title}</h1>
<p class="lead">${given.authorizes ? texts.accounts.leadAuthorize(app.name) : texts.accounts.lead(app.name)} ${madeBy(app, texts)}</p>
${formError(error)}
${invitationsNotice(given.invitations, target, texts)}
${open.length === 0 && html`<p class="notice">${noChoice(given)}</p>`}
${
  open.length > 0 &&
  form(target, '/account', html`<ul class="choices">${open.map((account) => openAccount(account, texts))}</ul>`)
}
${
  closed.length > 0 &&
  html`<h2>${texts.accounts.unusable}</h2>
<ul class="closed">${closed.map((account) => closedAccount(account, texts, open.length === 0))}</ul>`
}
${
  departed.length > 0 &&
  html`<h2>${texts.accounts.gone}</h2>
<ul class="closed">${departed.map((one) => departedAccount(one, texts, accounts.length === 0))}</ul>`
}
${form(
  target,
  '/sign-out',
  html`<p class="who">${texts.accounts.signedInAs} <strong>${given.login}</strong></p>
<button class="quiet">${texts.accounts.other}</button>`,
  'sign-out',
)}
${cancel(target, app, texts)}`,
  })
}

/** Says why there is nothing to choose. A person who is only invited has no account yet, rather than no account any more. */
function noChoice({ texts, accounts, departed, invitations }: Accounts): string {
  if (accounts.length > 0) return texts.accounts.noneForApp
  return invitations > 0 && departed.length === 0 ? texts.accounts.noneYet : texts.accounts.none
}

const labelOf = ({ organizationName }: OwnAccount, texts: Texts) => organizationName ?? texts.accounts.personal

function openAccount(account: OwnAccount, texts: Texts): Html {
  return html`<li><button class="choice" name="account_id" value="${account.accountId}">
<span class="tile small" aria-hidden="true">${initial(labelOf(account, texts))}</span>
<span class="text"><strong>${labelOf(account, texts)}</strong> <span>${describe(account, texts)}</span></span>
</button></li>`
}

const describe = ({ name, role }: OwnAccount, texts: Texts) => (role === null ? name : `${name} · ${texts.roles[role]}`)

function closedAccount(account: OwnAccount, texts: Texts, isOpen: boolean): Html {
  const { refused, condition, administrators } = account
  return html`<li>
<p class="text"><strong>${labelOf(account, texts)}</strong> <span>${describe(account, texts)}</span></p>
${condition !== 'normal' && html`<span class="badge">${texts.conditions[condition]}</span>`}
<p class="note">${refused && texts.accounts.refused[refused]}</p>
${account.organizationName !== null && contacts(administrators, texts, isOpen)}
</li>`
}

function departedAccount(departed: Departed, texts: Texts, isOpen: boolean): Html {
  const { initiator, method, departedAt, reasonCode, reasonText, restorableUntil } = departed
  const how = method === 'approved_leave' ? texts.departed.approved : texts.departed.by[initiator]
  const reason = reasonCode === null ? undefined : (texts.departed.reasons[reasonCode] ?? reasonCode)
  return html`<li>
<p class="text"><strong>${departed.organizationName}</strong></p>
<p class="note">${texts.departed.told(how, html`<time datetime="${departedAt.toISOString()}">${texts.date(departedAt)}</time>`)}
${reason !== undefined && html`<br>${texts.departed.reason(reason)}${reasonText !== null && html` · “${reasonText}”`}`}
<br>${restorableUntil === null ? texts.departed.final : texts.departed.restorable(texts.date(restorableUntil))}</p>
${contacts(departed.administrators, texts, isOpen)}
</li>`
}

const contacts = (administrators: OwnAccount['administrators'], texts: Texts, isOpen: boolean): Html =>
  html`<details ${isOpen && 'open'}><summary>${texts.accounts.whom}</summary>${whomToAsk(administrators, texts)}</details>`
