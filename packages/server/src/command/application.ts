import { applicationText, type ParserTexts } from '@sendoff/cli/terminal'
import { type Application, buildApplication, buildRouteMap, help, version as versionFlag } from '@stricli/core'
import { adminCreate, adminLink } from './admin.ts'
import { backup, restore } from './backup.ts'
import { check } from './check/command.ts'
import type { Context } from './context.ts'
import { exitCodeOf } from './describe.ts'
import { dueWork } from './due-work.ts'
import { founderCancel, founderList, founderTransfer } from './founder.ts'
import { keysRotate } from './keys.ts'
import { legalHolds } from './legal-holds.ts'
import { moveToPostgres } from './move.ts'
import { migrate, start } from './start.ts'
import type { Texts } from './texts/en.ts'

type Options = { parser: ParserTexts; shown(error: unknown): string; version: string }

/** Builds the commands in a language. */
export function applicationIn(texts: Texts, { parser, shown, version }: Options): Application<Context> {
  const { admin, keys, founder } = texts
  const root = buildRouteMap({
    docs: { brief: texts.brief, fullDescription: `${texts.brief}\n\n${texts.description}` },
    routes: {
      start: start(texts),
      migrate: migrate(texts),
      check: check(texts),
      admin: buildRouteMap({
        docs: { brief: admin.group },
        routes: { create: adminCreate(texts), link: adminLink(texts) },
      }),
      keys: buildRouteMap({ docs: { brief: keys.group }, routes: { rotate: keysRotate(texts) } }),
      'due-work': dueWork(texts),
      'legal-holds': legalHolds(texts),
      founder: buildRouteMap({
        docs: { brief: founder.group },
        routes: { transfer: founderTransfer(texts), list: founderList(texts), cancel: founderCancel(texts) },
        // The name in a checkout before there was this command: `npm run replace-founder -- start`.
        aliases: { start: 'transfer' },
      }),
      backup: backup(texts),
      restore: restore(texts),
      'move-to-postgres': moveToPostgres(texts),
    },
  })
  const formatting = {
    useAliasInUsageLine: false,
    onlyRequiredInUsageLine: true,
    caseStyle: 'convert-camel-to-kebab',
  } as const
  const usage = {
    ...parser.usage,
    unknownCommand: (name: string, near: readonly string[]) =>
      parser.usage.unknownCommand(name, near).replace('sendoff --help', 'sendoff-server --help'),
  }
  return buildApplication(
    root,
    {
      name: 'sendoff-server',
      scanner: { caseStyle: 'allow-kebab-for-camel', allowArgumentEscapeSequence: true },
      documentation: { caseStyle: 'convert-camel-to-kebab' },
      localization: { text: applicationText({ help: parser.help, usage }, shown) },
      determineExitCode: (error) => exitCodeOf(error, texts),
    },
    {
      help: help({ brief: parser.help.help, formatting, defaultForRouteMap: true }),
      version: versionFlag({ brief: parser.help.version, info: { currentVersion: version } }),
    },
  )
}
