import type { Address } from '../identity/address.ts'

export type CodePurpose = 'register' | 'recover'

/** A message to somebody who need not be signed in. */
export type Message =
  | { type: 'code'; to: Address; purpose: CodePurpose; code: string }
  /** By the real clock, in milliseconds; and the IP address from which it was done. */
  | { type: 'password_changed'; to: Address; at: number; from: string | null }

/** Brings messages to people who are not signed in. */
export interface Notifier {
  /** Whether there is a way to addresses of this type. */
  reaches(type: Address['type']): boolean
  /**
   * Takes a message and returns at once. It is sent at a random moment shortly afterwards, so that nobody can tell from the time of
   * this answer, or of the next, whether it is sent.
   *
   * @param isWanted looked up just before sending; true where it is left out
   */
  send(message: Message, isWanted?: () => Promise<boolean>): void
  /** Waits for messages that are being sent, though not for long. */
  stop(): Promise<void>
}

/** The sandbox sends nothing: `sandbox.listVerificationCodes` shows the codes. */
export const sandboxNotifier: Notifier = { reaches: () => true, send: () => {}, stop: async () => {} }
