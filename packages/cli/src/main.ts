import { ExitCode, proposeCompletions, run } from '@stricli/core'
import { applicationIn } from './application.ts'
import type { Context } from './context.ts'
import { errorAsJson, errorAsText } from './errors/describe.ts'
import { EXIT, usage } from './errors/failure.ts'
import { type Colour, hasColours } from './output/colours.ts'
import { stopping } from './stopping.ts'
import { languageOf, textsOf } from './texts/language.ts'
import { version } from './version.ts'

/**
 * Runs the command.
 *
 * @param args the words after its name
 * @returns the exit code
 */
export async function main(args: readonly string[]): Promise<number> {
  const { stdin, stdout, stderr, env } = process
  endWithReader(stdout)
  const words = withGlobalFlagsLast(args)
  const lang = flagOf(words, 'lang')
  const language = languageOf(lang, env)
  const texts = textsOf(language ?? 'en')
  const json = words.includes('--json')
  if (language === undefined) {
    const error = usage(texts.usage.wrongValue('--lang', lang ?? '', texts.usage.lang))
    stderr.write(`${json ? errorAsJson(error, texts) : errorAsText(error, texts)}\n`)
    return EXIT.usage
  }
  const application = applicationIn(texts, { json, version })
  const colour = (flagOf(words, 'color') ?? 'auto') as Colour
  const on = (stream: NodeJS.WriteStream) => !json && hasColours(colour, stream, env)
  const streamTo = (stream: NodeJS.WriteStream) => ({
    write: (text: string) => void stream.write(text),
    getColorDepth: () => (on(stream) ? 4 : 1),
  })
  const around: Context['process'] = { stdout: streamTo(stdout), stderr: streamTo(stderr), env }
  const context: Context = { process: around, stdin, stdout, stderr, env, texts, language, stopped: stopping }
  if (words[0] === '__complete') {
    const proposals = await proposeCompletions<Context>(application, words.slice(1), context)
    for (const { completion, brief } of proposals) stdout.write(`${completion}\t${brief}\n`)
    return EXIT.done
  }
  await run<Context>(application, words, context)
  return exitCodeOf(Number(around.exitCode ?? EXIT.done))
}

/** The library's codes are negative: for a flag, a value or a command that it does not know, and for what should not happen. */
function exitCodeOf(code: number): number {
  if (code >= 0) return code
  return code === ExitCode.InvalidArgument || code === ExitCode.UnknownCommand ? EXIT.usage : EXIT.refused
}

const SWITCHES = ['--json', '--quiet', '--verbose', '--no-input', '--input']
const VALUES = ['--base-url', '--profile', '--org', '--lang', '--color', '--timeout']

/** Moves the global flags that stand before the command behind it, where the library reads flags. */
function withGlobalFlagsLast(args: readonly string[]): string[] {
  let at = 0
  while (at < args.length) {
    const [name = ''] = args[at]?.split('=', 1) ?? []
    if (SWITCHES.includes(name)) at++
    else if (VALUES.includes(name)) at += args[at]?.includes('=') ? 1 : 2
    else break
  }
  const rest = args.slice(at)
  const escaped = rest.indexOf('--')
  const end = escaped === -1 ? rest.length : escaped
  return [...rest.slice(0, end), ...args.slice(0, at), ...rest.slice(end)]
}

/** Reads the value of a flag before the command line is parsed, because it decides on the language of its errors. */
function flagOf(words: readonly string[], flag: string): string | undefined {
  const end = words.indexOf('--')
  const before = end === -1 ? words : words.slice(0, end)
  const at = before.findIndex((word) => word === `--${flag}` || word.startsWith(`--${flag}=`))
  const word = before[at]
  return word?.includes('=') ? word.slice(word.indexOf('=') + 1) : at === -1 ? undefined : before[at + 1]
}

/** Ends in silence when the reader of a pipe has enough, as `head` has. */
function endWithReader(stdout: NodeJS.WriteStream): void {
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.done)
    throw error
  })
}
