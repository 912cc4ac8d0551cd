import { attemptTimeout } from './deadline.ts'
import { type Hooks, hooks } from './hooks.ts'
import type { Fetch, Send } from './layer.ts'
import { network } from './network.ts'
import { retries } from './retries.ts'

/** Sends with retries; each attempt has its time limit and is reported to the hooks. */
export function attempts(options: Hooks & { readonly fetch?: Fetch | undefined }): Send {
  return retries(hooks(options)(attemptTimeout(network(options.fetch))))
}
