import type { Made } from '../pace/made.ts'
import type { Outcome } from '../pace/outcome.ts'

/** An attempt with its outcome. `number` is its number in its delivery; `counts` is whether it uses up the schedule. */
export type Result = { made: Made; number: number; counts: boolean; outcome: Outcome }

export type RecordOptions = {
  /** Real time, in milliseconds. */
  real: number
  /** The endpoints whose health is written even if all went well. */
  healthToWrite: ReadonlySet<string>
  /** The number of attempts that an endpoint may have under way by now. */
  concurrencyOf(endpointId: string): number
}
