import type { PlainFaultKey } from '../faults.ts'

/** A text in the one form in which it is stored and compared, or the fault for which it is refused. */
export type Reading = { value: string } | { fault: PlainFaultKey }
