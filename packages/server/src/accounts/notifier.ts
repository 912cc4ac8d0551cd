import type { Address } from './address.ts'

export type CodePurpose = 'register' | 'recover'

/** Brings messages to people who are not signed in. */
export interface Notifier {
  /** Whether there is a way to addresses of this type. */
  reaches(type: Address['type']): boolean
  /** Begins to send a code and returns at once, so that nobody can tell from the time of an answer whether it is sent. */
  sendCode(address: Address, purpose: CodePurpose, code: string): void
  /** Waits for what is being sent, though not for long. */
  stop(): Promise<void>
}

/** The sandbox sends nothing: `sandbox.listVerificationCodes` shows the codes. */
export const sandboxNotifier: Notifier = { reaches: () => true, sendCode: () => {}, stop: async () => {} }
