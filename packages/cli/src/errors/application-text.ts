import {
  type ApplicationText,
  ArgumentScannerError,
  formatMessageForArgumentScannerError,
  text_en,
} from '@stricli/core'
import type { Texts } from '../texts/texts.ts'
import { Failure, usage } from './failure.ts'

/** The texts that the parser of a command line needs. */
export type ParserTexts = Pick<Texts, 'help' | 'usage'>

/**
 * The texts of help and errors in a language.
 *
 * @param shown describes an error, as a sentence or as one line of JSON
 */
export function applicationText(texts: ParserTexts, shown: (error: unknown) => string): ApplicationText {
  const { help } = texts
  return {
    ...text_en,
    headers: help,
    keywords: help,
    briefs: { help: help.help, helpAll: help.help, version: help.version, argumentEscapeSequence: help.escape },
    noCommandRegisteredForInput: ({ input, corrections }) =>
      shown(usage(texts.usage.unknownCommand(input, corrections.map(unquoted)), { input })),
    exceptionWhileParsingArguments: (error) =>
      shown(error instanceof ArgumentScannerError ? usage(messageOf(error, texts)) : error),
    exceptionWhileLoadingCommandFunction: shown,
    exceptionWhileLoadingCommandContext: shown,
    exceptionWhileRunningCommand: shown,
    commandErrorResult: shown,
  }
}

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

const unquoted = (text: string) => text.replaceAll('`', '')

function messageOf(error: ArgumentScannerError, { usage: t }: ParserTexts): string {
  return formatMessageForArgumentScannerError(error, {
    FlagNotFoundError: ({ input, corrections }) =>
      t.unknownFlag(
        `--${input}`,
        corrections.map((one) => `--${kebab(one)}`),
      ),
    AliasNotFoundError: ({ input }) => t.unknownFlag(`-${input}`, []),
    ArgumentParseError: ({ externalFlagNameOrPlaceholder: name, input, exception }) =>
      t.wrongValue(name, input, exception instanceof Error || exception instanceof Failure ? exception.message : ''),
    EnumValidationError: ({ externalFlagName, input, values }) =>
      t.wrongValue(externalFlagName, input, t.oneOf(values)),
    UnsatisfiedFlagError: ({ externalFlagName }) => t.missingValue(`--${externalFlagName}`),
    UnexpectedPositionalError: ({ input }) => t.tooMany(input),
    UnsatisfiedPositionalError: ({ placeholder }) => t.missing(placeholder),
    UnexpectedFlagError: ({ externalFlagName }) => t.twice(`--${externalFlagName}`),
    InvalidNegatedFlagSyntaxError: ({ externalFlagName }) => t.noValue(`--${externalFlagName}`),
  })
}
