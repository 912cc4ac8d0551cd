import type { Address } from '../identity/address.ts'
import type { Language } from '../texts/texts.ts'

export type CodePurpose = 'register' | 'recover' | 'change_address'

/** A message to a person who need not be signed in. */
export type Message =
  | { type: 'code'; to: Address; purpose: CodePurpose; code: string }
  /** Real time, in milliseconds, the IP address of the change, and the person's language; null for both. */
  | { type: 'password_changed'; to: Address; at: number; from: string | null; locale: Language | null }
  /** Real time and the IP address of a changed address of the sign-in; it goes to the old one. */
  | { type: 'address_changed'; to: Address; at: number; from: string | null }
  | FounderReplacementMessage

/** A fact about a founder replacement, to a founder or administrator: business time, in milliseconds, and names of people. */
export type FounderReplacementMessage = {
  type: 'founder_replacement'
  to: Address
  fact: 'started' | 'reminder' | 'completed' | 'objected' | 'canceled' | 'failed'
  organization: string
  founder: string
  successor: string
  at: number
  locale: Language | null
}

/** A message as a mail. */
export type Mail = { subject: string; text: string }

/** Sends messages to people who are not signed in. */
export interface Notifier {
  /** True if addresses of this type can be reached. */
  reaches(type: Address['type']): boolean
  /**
   * Takes a message and returns immediately. The message is sent at a random moment shortly afterwards, so that neither the time of
   * this answer nor that of the next tells if it is sent.
   *
   * @param isWanted asked just before sending; by default the message is sent
   */
  send(message: Message, isWanted?: () => Promise<boolean>): void
  /** Waits for a short time for messages that are being sent. */
  stop(): Promise<void>
}

/** The sandbox sends nothing: `sandbox.listVerificationCodes` shows the codes. */
export const sandboxNotifier: Notifier = { reaches: () => true, send: () => {}, stop: async () => {} }
