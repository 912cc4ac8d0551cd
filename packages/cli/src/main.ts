import { proposeCompletions, run } from '@stricli/core'
import { applicationIn } from './application.ts'
import type { Context } from './context.ts'
import { errorAsJson, errorAsText } from './errors/describe.ts'
import { EXIT, usage } from './errors/failure.ts'
import { type Colour, hasColours } from './output/colours.ts'
import { stopping } from './stopping.ts'
import { languageOf, textsOf } from './texts/language.ts'
import { version } from './version.ts'
import { endWithReader, flagOf, processCodeOf, withGlobalFlagsLast } from './words.ts'

const GLOBAL = {
  switches: ['--json', '--quiet', '--verbose', '--no-input', '--input'],
  values: ['--base-url', '--profile', '--org', '--lang', '--color', '--timeout'],
}

/**
 * Runs the command.
 *
 * @param args the words after its name
 * @returns the exit code
 */
export async function main(args: readonly string[]): Promise<number> {
  const { stdin, stdout, stderr, env } = process
  endWithReader(stdout)
  const words = withGlobalFlagsLast(args, GLOBAL)
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
  return processCodeOf(Number(around.exitCode ?? EXIT.done))
}
