import type { Colour, Language } from '@sendoff/cli/terminal'
import type { ApplicationContext } from '@stricli/core'
import type { Texts } from './texts/en.ts'

/** The surroundings of a command: the process, and the language in which it speaks. */
export type Context = ApplicationContext & {
  readonly stdin: NodeJS.ReadStream
  readonly stdout: NodeJS.WriteStream
  readonly stderr: NodeJS.WriteStream
  readonly env: Readonly<Record<string, string | undefined>>
  readonly texts: Texts
  readonly language: Language
}

/** The flags that every command has. */
export type GlobalFlags = {
  readonly config?: string
  readonly json: boolean
  readonly quiet: boolean
  readonly lang?: string
  readonly color: Colour
}
