import { type Application, buildApplication, buildRouteMap, help, version as versionFlag } from '@stricli/core'
import { clock } from './commands/clock.ts'
import { completion } from './commands/completion.ts'
import { deliveries } from './commands/deliveries.ts'
import { doctor } from './commands/doctor.ts'
import { endpoints } from './commands/endpoints.ts'
import { events } from './commands/events.ts'
import { listen } from './commands/listen.ts'
import { login } from './commands/login.ts'
import { logout } from './commands/logout.ts'
import { offboard } from './commands/offboard.ts'
import { receipts } from './commands/receipts.ts'
import { recover } from './commands/recover.ts'
import { redeliver } from './commands/redeliver.ts'
import { reset } from './commands/reset.ts'
import { restore } from './commands/restore.ts'
import { trigger } from './commands/trigger.ts'
import { unlink } from './commands/unlink.ts'
import { accounts, use } from './commands/use.ts'
import { whoami } from './commands/whoami.ts'
import type { Context } from './context.ts'
import { applicationText } from './errors/application-text.ts'
import { errorAsJson, errorAsText } from './errors/describe.ts'
import { exitCodeOf } from './errors/exit-code.ts'
import type { Texts } from './texts/texts.ts'

/** Builds the commands in a language. @param json prints errors as JSON */
export function applicationIn(
  texts: Texts,
  { json, version }: { json: boolean; version: string },
): Application<Context> {
  const root = buildRouteMap({
    docs: { brief: texts.brief, fullDescription: `${texts.brief}\n\n${texts.description}` },
    routes: {
      login: login(texts),
      logout: logout(texts),
      accounts: accounts(texts),
      use: use(texts),
      whoami: whoami(texts),
      listen: listen(texts),
      trigger: trigger(texts),
      events: events(texts),
      endpoints: endpoints(texts),
      deliveries: deliveries(texts),
      redeliver: redeliver(texts),
      recover: recover(texts),
      offboard: offboard(texts),
      restore: restore(texts),
      receipts: receipts(texts),
      unlink: unlink(texts),
      clock: clock(texts),
      reset: reset(texts),
      doctor: doctor(texts),
      completion: completion(texts),
    },
  })
  const formatting = {
    useAliasInUsageLine: false,
    onlyRequiredInUsageLine: true,
    caseStyle: 'convert-camel-to-kebab',
  } as const
  return buildApplication(
    root,
    {
      name: 'sendoff',
      scanner: { caseStyle: 'allow-kebab-for-camel', allowArgumentEscapeSequence: true },
      documentation: { caseStyle: 'convert-camel-to-kebab' },
      localization: {
        text: applicationText(texts, (error) => (json ? errorAsJson(error, texts) : errorAsText(error, texts))),
      },
      determineExitCode: exitCodeOf,
    },
    {
      help: help({ brief: texts.help.help, formatting, defaultForRouteMap: true }),
      version: versionFlag({ brief: texts.help.version, info: { currentVersion: version } }),
    },
  )
}
