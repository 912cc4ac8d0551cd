import type { en } from './en.ts'

/** The texts of a language; a missing one does not compile. */
export type Texts = typeof en
