import { ExitCode } from '@stricli/core'
import { EXIT } from './errors/failure.ts'

/** The flags that every command of a program has, with their dashes: those without a value, and those with one. */
export type GlobalNames = { readonly switches: readonly string[]; readonly values: readonly string[] }

/** Moves the global flags that stand before the command behind it, where the library reads flags. */
export function withGlobalFlagsLast(args: readonly string[], { switches, values }: GlobalNames): string[] {
  let at = 0
  while (at < args.length) {
    const [name = ''] = args[at]?.split('=', 1) ?? []
    if (switches.includes(name)) at++
    else if (values.includes(name)) at += args[at]?.includes('=') ? 1 : 2
    else break
  }
  const rest = args.slice(at)
  const escaped = rest.indexOf('--')
  const end = escaped === -1 ? rest.length : escaped
  return [...rest.slice(0, end), ...args.slice(0, at), ...rest.slice(end)]
}

/** Reads the value of a flag before the command line is parsed, because it decides on the language of its errors. */
export function flagOf(words: readonly string[], flag: string): string | undefined {
  const end = words.indexOf('--')
  const before = end === -1 ? words : words.slice(0, end)
  const at = before.findIndex((word) => word === `--${flag}` || word.startsWith(`--${flag}=`))
  const word = before[at]
  return word?.includes('=') ? word.slice(word.indexOf('=') + 1) : at === -1 ? undefined : before[at + 1]
}

/** The library's codes are negative: for a flag, a value or a command that it does not know, and for what should not happen. */
export function processCodeOf(code: number): number {
  if (code >= 0) return code
  return code === ExitCode.InvalidArgument || code === ExitCode.UnknownCommand ? EXIT.usage : EXIT.refused
}

/** Ends in silence when the reader of a pipe has enough, as `head` has. */
export function endWithReader(stdout: NodeJS.WriteStream): void {
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.done)
    throw error
  })
}
