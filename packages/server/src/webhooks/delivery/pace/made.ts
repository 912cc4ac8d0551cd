import type { Answer } from '../../request/send.ts'
import type { Claimed } from '../queue/claimed.ts'
import type { Outcome } from './outcome.ts'

/** An attempt that was made, and that is to be recorded. */
export type Made = {
  claimed: Claimed
  answer: Answer
  /** When it began and when it was over, in milliseconds of business time. */
  startedAt: number
  endedAt: number
  /** It failed because of our own network: it says nothing of the endpoint and uses up nothing of the schedule. */
  blameless: boolean
}

export type RecordOptions = {
  /** Real time, in milliseconds. */
  realNow: number
  /** The endpoints whose health is recorded even if all went well. */
  healthOf: ReadonlySet<string>
  /** How many attempts an endpoint may have under way by now. */
  concurrencyOf(endpointId: string): number
}

/** What an attempt came to. */
export type Result = { made: Made; number: number; counts: boolean; outcome: Outcome }

/** Counts attempts, for the metrics. */
export type AttemptCounter = { attempted(made: Made): void }
