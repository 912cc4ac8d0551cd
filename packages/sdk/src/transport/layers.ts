import { attemptTimeout } from './deadline.ts'
import { type Hooks, hooks } from './hooks.ts'
import type { Fetch, Send } from './layer.ts'
import { network } from './network.ts'
import { retries } from './retries.ts'

/** Sends as often as it takes: each attempt is told to the hooks and has its time. */
export function attempts(options: Hooks & { readonly fetch?: Fetch }): Send {
  return retries(hooks(options)(attemptTimeout(network(options.fetch))))
}
