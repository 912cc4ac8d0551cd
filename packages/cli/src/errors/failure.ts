/** The exit codes of the command, which scripts rely on. */
export const EXIT = {
  done: 0,
  /** The platform refused because of the state of something (409, 410, 422 …), or `doctor` found something. */
  refused: 1,
  /** An unknown flag, a missing one without a terminal, or an input that can't be read. */
  usage: 2,
  notFound: 3,
  /** No credentials, or they don't allow it. */
  signIn: 4,
  /** Some of several things failed. */
  inPart: 5,
  /** The same call may succeed later. */
  mayPass: 6,
  interrupted: 130,
  terminated: 143,
} as const

/** An end of a command with an exit code, and a message for a person. */
export class Failure extends Error {
  override readonly name = 'Failure'
  readonly exit: number
  /** A name for programs, in the style of the platform's problem codes. */
  readonly code: string
  readonly details: Readonly<Record<string, unknown>>

  constructor(exit: number, code: string, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message)
    this.exit = exit
    this.code = code
    this.details = details
  }
}

/** A wrong use of the command: nothing was done. */
export const usage = (message: string, details?: Readonly<Record<string, unknown>>): Failure =>
  new Failure(EXIT.usage, 'usage', message, details)
