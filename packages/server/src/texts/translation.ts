import type { ProblemCode } from '@sendoff/api'
import type { en } from './en.ts'

/** The names in braces of a text. */
export type PlaceholderOf<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholderOf<Rest>
  : never

/** Any text with the placeholders of the English one. */
type Translated<Text extends string, Name = PlaceholderOf<Text>> = [Name] extends [never]
  ? string
  : (Name extends string ? (text: `${string}{${Name}}${string}`) => void : never) extends (text: infer Any) => void
    ? Any
    : never

/** The texts in a language: the keys of the English ones, and the placeholders of each. */
export type Translation = {
  problems: Record<ProblemCode, { title: string; detail: string }>
  additions: { [Key in keyof typeof en.additions]: Translated<(typeof en.additions)[Key]> }
  faults: { [Key in keyof typeof en.faults]: Translated<(typeof en.faults)[Key]> }
}
