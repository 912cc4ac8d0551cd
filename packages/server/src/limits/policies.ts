import type { Policy } from './policy.ts'

const MINUTE = 60_000
const QUARTER = 15 * MINUTE
const DAY = 24 * 60 * MINUTE

export const signInPolicy = {
  name: 'sign_in',
  counts: 'wrong passwords on the sign-in pages',
  targetIs: 'an email or phone',
  windowMs: QUARTER,
  clock: 'business',
  pair: 5,
  network: 100,
  brake: { after: 50, pair: 2 },
  blocksForWindow: true,
  refusal: 'too_many_attempts',
} as const satisfies Policy

export const knownDevicePolicy = {
  name: 'device',
  counts: 'wrong passwords from a browser in which the owner has signed in before',
  targetIs: 'that browser',
  windowMs: QUARTER,
  clock: 'business',
  target: 5,
  blocksForWindow: true,
  refusal: 'too_many_attempts',
} as const satisfies Policy

export const passwordPolicy = {
  name: 'password',
  counts: 'wrong passwords that confirm an operation',
  targetIs: 'the account of the token',
  windowMs: QUARTER,
  clock: 'business',
  target: 5,
  blocksForWindow: true,
  refusal: 'too_many_attempts',
} as const satisfies Policy

export const codeRequestPolicy = {
  name: 'code_request',
  counts: 'verification codes that are sent',
  targetIs: 'an email or phone',
  windowMs: QUARTER,
  clock: 'business',
  pair: 5,
  network: 20,
  brake: { after: 20, pair: 2 },
  refusal: 'rate_limited',
} as const satisfies Policy

export const codeCheckPolicy = {
  name: 'code_check',
  counts: 'wrong verification codes that are given without the id of their request',
  targetIs: 'an email or phone',
  windowMs: QUARTER,
  clock: 'business',
  pair: 5,
  network: 50,
  blocksForWindow: true,
  refusal: 'too_many_attempts',
} as const satisfies Policy

export const shortCodePolicy = {
  name: 'short_code',
  counts: 'six-digit codes that were sent and not used',
  targetIs: 'an email or phone',
  windowMs: DAY,
  clock: 'business',
  target: 60,
  total: 1000,
  refusal: null,
  answer: 'codes have ten digits',
} as const satisfies Policy

export const associationInvitationPolicy = {
  name: 'invite_organization',
  counts: 'invitations to associate',
  targetIs: 'the inviting organisation',
  windowMs: DAY,
  clock: 'business',
  target: 100,
  refusal: 'rate_limited',
} as const satisfies Policy

export const memberInvitationPolicy = {
  name: 'invite_member',
  counts: 'members that are created',
  targetIs: 'the organisation',
  windowMs: DAY,
  clock: 'business',
  target: 5000,
  refusal: 'rate_limited',
} as const satisfies Policy

export const invitedPolicy = {
  name: 'invited',
  counts: 'invitations by one organisation to the same organisation or person',
  targetIs: 'the pair of both',
  windowMs: DAY,
  clock: 'business',
  target: 5,
  refusal: 'rate_limited',
} as const satisfies Policy

/** Covers all organisations of one founder together, so that founding more of them does not help. */
export const invitedByFounderPolicy = {
  name: 'founder_invited',
  counts: 'invitations by all organisations of one founder to the same organisation or person',
  targetIs: 'the pair of both',
  windowMs: DAY,
  clock: 'business',
  target: 10,
  refusal: 'rate_limited',
} as const satisfies Policy

export const oauthFailurePolicy = {
  name: 'oauth_failure',
  counts:
    'failed authentications of apps, and wrong codes or refresh tokens of public clients; a right secret is always accepted',
  windowMs: MINUTE,
  clock: 'real',
  network: 30,
  refusal: 'rate_limited',
  answer: '429 `too_many_requests` of OAuth',
} as const satisfies Policy

/** An office that starts its day needs fewer. */
export const authorizationRequestPolicy = {
  name: 'authorization_request',
  counts: 'requests for authorization that are stored until a person answers',
  windowMs: MINUTE,
  clock: 'real',
  network: 300,
  refusal: 'rate_limited',
  answer: '429 `too_many_requests` of OAuth, as a page for a person',
} as const satisfies Policy

/** The number is a setting, see `allowance.ts`. */
export const tokenIssuePolicy = {
  name: 'token_issue',
  counts: 'tokens that an app gets by `client_credentials`; the number is [`SENDOFF_TOKENS_PER_MINUTE`](settings.md)',
  targetIs: 'the app',
  windowMs: MINUTE,
  clock: 'real',
  refusal: 'rate_limited',
  answer: '429 `too_many_requests` of OAuth',
} as const satisfies Policy

/** Every policy, in the order of docs/limits.md. */
export const policies: readonly Policy[] = [
  signInPolicy,
  knownDevicePolicy,
  passwordPolicy,
  codeRequestPolicy,
  codeCheckPolicy,
  shortCodePolicy,
  memberInvitationPolicy,
  associationInvitationPolicy,
  invitedPolicy,
  invitedByFounderPolicy,
  oauthFailurePolicy,
  tokenIssuePolicy,
  authorizationRequestPolicy,
]
