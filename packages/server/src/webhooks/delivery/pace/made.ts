import type { Answer } from '../../request/send.ts'
import type { Claimed } from './claimed.ts'

/** An attempt that was made, and that is to be recorded. */
export type Made = {
  claimed: Claimed
  answer: Answer
  /** Its begin and its end, in milliseconds of business time. */
  startedAt: number
  endedAt: number
  /** It failed because of our own network: it says nothing of the endpoint and uses up nothing of the schedule. */
  isBlameless: boolean
}

/** Counts attempts, for the metrics. */
export type AttemptCounter = { attempted(made: Made): void }
