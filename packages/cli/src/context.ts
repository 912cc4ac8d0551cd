import type { ApplicationContext } from '@stricli/core'
import type { Colour } from './output/colours.ts'
import type { Texts } from './texts/texts.ts'

/** The surroundings of a command: the process, and the language in which it speaks. */
export type Context = ApplicationContext & {
  readonly stdin: NodeJS.ReadStream
  readonly stdout: NodeJS.WriteStream
  readonly stderr: NodeJS.WriteStream
  readonly env: Readonly<Record<string, string | undefined>>
  readonly texts: Texts
  readonly language: string
  /** Aborted by SIGINT and SIGTERM, in a command that ends in order. */
  readonly stopped: () => { readonly signal: AbortSignal; readonly exitCode: () => number }
}

/** The flags that every command has. */
export type GlobalFlags = {
  readonly baseUrl?: string
  readonly profile?: string
  readonly org?: string
  readonly json: boolean
  readonly quiet: boolean
  readonly verbose: boolean
  readonly input: boolean
  readonly lang?: string
  readonly color: Colour
  /** Milliseconds. */
  readonly timeout?: number
}
