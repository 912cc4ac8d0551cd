import { EXIT as CLI, Failure } from '@sendoff/cli/terminal'

/** The exit codes of the command, which scripts rely on. */
export const EXIT = {
  done: CLI.done,
  /** Refused, or `check` found something wrong. */
  refused: CLI.refused,
  usage: CLI.usage,
  /** The database can't be reached or used. */
  database: 3,
  /** It is recorded for the servers, and none has taken it up yet. */
  notTakenUp: 4,
} as const

/** Refuses what a command was asked for; nothing was done. */
export const refused = (code: string, message: string): Failure => new Failure(EXIT.refused, code, message)
