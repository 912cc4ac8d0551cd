import {
  type Colour,
  EXIT,
  endWithReader,
  flagOf,
  hasColours,
  languageOf,
  processCodeOf,
  textsOf,
  usage,
  withGlobalFlagsLast,
} from '@sendoff/cli/terminal'
import { proposeCompletions, run } from '@stricli/core'
import { applicationIn } from './application.ts'
import type { Context } from './context.ts'
import { errorAsJson, errorAsText } from './describe.ts'
import { en } from './texts/en.ts'
import { zhCN } from './texts/zh-cn.ts'
import { version } from './version.ts'

const GLOBAL = { switches: ['--json', '--quiet'], values: ['--config', '--lang', '--color'] }

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
  const parser = textsOf(language ?? 'en')
  const texts = language === 'zh-CN' ? zhCN : en
  const json = words.includes('--json')
  const shown = (error: unknown) => (json ? errorAsJson(error, texts) : errorAsText(error, texts, parser.errors.label))
  if (language === undefined) {
    stderr.write(`${shown(usage(parser.usage.wrongValue('--lang', lang ?? '', parser.usage.lang)))}\n`)
    return EXIT.usage
  }
  const application = applicationIn(texts, { parser, shown, version })
  const colour = (flagOf(words, 'color') ?? 'auto') as Colour
  const streamTo = (stream: NodeJS.WriteStream) => ({
    write: (text: string) => void stream.write(text),
    getColorDepth: () => (!json && hasColours(colour, stream, env) ? 4 : 1),
  })
  const around: Context['process'] = { stdout: streamTo(stdout), stderr: streamTo(stderr), env }
  const context: Context = { process: around, stdin, stdout, stderr, env, texts, language }
  if (words[0] === '__complete') {
    const proposals = await proposeCompletions<Context>(application, words.slice(1), context)
    for (const { completion, brief } of proposals) stdout.write(`${completion}\t${brief}\n`)
    return EXIT.done
  }
  await run<Context>(application, words, context)
  return processCodeOf(Number(around.exitCode ?? EXIT.done))
}
