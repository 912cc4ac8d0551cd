/** A limit as data. Every dimension that is left out is not limited. See {@link take} for how they are counted. */
export type Policy = {
  /** Begins the name of every counter; no policy's name begins with another's. */
  name: string
  /** The length of a window, in milliseconds. It begins with the first attempt. */
  windowMs: number
  /** The attempts of one network at one target. */
  pair?: number
  /** The attempts of one network at all targets together. */
  network?: number
  /** The attempts at one target. */
  target?: number
  /** The attempts of everybody at all targets. */
  total?: number
  /** Once a target has had `after` attempts from all networks, each network that has proven nothing gets only `pair`. */
  brake?: { after: number; pair: number }
  /** True if the last attempt of a pair or target begins a whole window, so that the block lasts that long. */
  blocksForWindow?: boolean
}

const MINUTE = 60_000
const QUARTER = 15 * MINUTE
const DAY = 24 * 60 * MINUTE

/** Wrong passwords on the sign-in pages. The target is an email or a phone. */
export const signInPolicy: Policy = {
  name: 'sign_in',
  windowMs: QUARTER,
  pair: 5,
  network: 100,
  brake: { after: 50, pair: 2 },
  blocksForWindow: true,
}

/** Wrong passwords from a browser that its owner has signed in with before. The target is that browser. */
export const knownDevicePolicy: Policy = { name: 'device', windowMs: QUARTER, target: 5, blocksForWindow: true }

/** Wrong passwords that confirm an operation. The target is the account of the token. */
export const passwordPolicy: Policy = { name: 'password', windowMs: QUARTER, target: 5, blocksForWindow: true }

/** Verification codes that are sent. The target is an email or a phone. */
export const codeRequestPolicy: Policy = {
  name: 'code_request',
  windowMs: QUARTER,
  pair: 5,
  network: 20,
  brake: { after: 20, pair: 2 },
}

/** Wrong verification codes that are given without the id of their request. The target is an email or a phone. */
export const codeCheckPolicy: Policy = {
  name: 'code_check',
  windowMs: QUARTER,
  pair: 5,
  network: 50,
  blocksForWindow: true,
}

/** Six-digit codes that were sent and not used; beyond it codes have ten digits. The target is an email or a phone. */
export const shortCodePolicy: Policy = { name: 'short_code', windowMs: DAY, target: 60, total: 1000 }

/** Failed authentications of apps, by the real clock. */
export const oauthFailurePolicy: Policy = { name: 'oauth_failure', windowMs: MINUTE, network: 30 }

/** Requests for authorization that are kept, by the real clock; an office that starts its day needs fewer. */
export const authorizationRequestPolicy: Policy = { name: 'authorization_request', windowMs: MINUTE, network: 300 }
