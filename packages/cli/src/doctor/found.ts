/** The result of a check: `fault` is something to mend, `note` something to know. */
export type Found = {
  readonly check: Check
  readonly status: 'ok' | 'note' | 'fault' | 'skipped'
  readonly detail: string
}

/** The checks, in their order. */
export type Check =
  | 'files'
  | 'environment'
  | 'address'
  | 'tls'
  | 'version'
  | 'clock'
  | 'sign_in'
  | 'scopes'
  | 'feed'
  | 'endpoints'
  | 'local_port'

/** Makes the results of a check. */
export const of = (check: Check) => ({
  ok: (detail: string): Found => ({ check, status: 'ok', detail }),
  note: (detail: string): Found => ({ check, status: 'note', detail }),
  fault: (detail: string): Found => ({ check, status: 'fault', detail }),
  skipped: (detail: string): Found => ({ check, status: 'skipped', detail }),
})
