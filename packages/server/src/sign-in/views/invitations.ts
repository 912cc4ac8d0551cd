import { html } from 'hono/html'
import type { MembershipInvitation } from '../../memberships/invitation.ts'
import type { Html } from '../../web/html.ts'
import type { Texts } from '../texts/en.ts'
import { page } from './page.ts'
import { type AppName, cancel, type FormTarget, form, formError } from './parts.ts'

type Invitations = {
  texts: Texts
  sandbox: boolean
  target: FormTarget
  app: AppName
  login: string
  invitations: MembershipInvitation[]
  error?: string | undefined
}

/**
 * Lets the person answer organisations that have added them as a member. This is the only page that shows the text of an organisation
 * that the person never accepted: to a person who is signed in and asked for it, cleaned, in quotation marks, and marked as unverified.
 */
export function invitationsPage({ texts, sandbox, target, app, login, invitations, error }: Invitations): Html {
  return page({
    texts,
    sandbox,
    title: texts.invitations.title,
    body: html`
<h1>${texts.invitations.title}</h1>
<p class="lead">${texts.invitations.lead}</p>
${formError(error)}
${invitations.length === 0 && html`<p class="notice">${texts.invitations.none}</p>`}
${
  invitations.length > 0 &&
  html`<ul class="closed">${invitations.map((invitation) => answerable(invitation, target, texts))}</ul>`
}
<p class="aside"><a href="${target.path}/account">${texts.invitations.back}</a></p>
<p class="who">${texts.accounts.signedInAs} <strong>${login}</strong></p>
${cancel(target, app, texts)}`,
  })
}

function answerable({ account_id, organization_name }: MembershipInvitation, target: FormTarget, texts: Texts): Html {
  const { unconfirmed, accept, decline, block } = texts.invitations
  return html`<li>
<p class="text"><span class="badge">${unconfirmed}</span> <bdi>“${organization_name}”</bdi></p>
${form(
  target,
  '/invitations',
  html`<input type="hidden" name="account_id" value="${account_id}">
<button class="secondary" name="decision" value="accept">${accept}</button>
<button class="secondary" name="decision" value="decline">${decline}</button>
<button class="secondary" name="decision" value="block">${block}</button>`,
  'decision',
)}
</li>`
}

/** Says on another page that there are invitations, without their text. */
export const invitationsNotice = (count: number, target: FormTarget, texts: Texts): Html =>
  html`${
    count > 0 &&
    html`<div class="notice">${texts.invitations.waiting(count)}
<p class="aside"><a href="${target.path}/invitations">${texts.invitations.show}</a></p></div>`
  }`
