import { join } from 'node:path'
import { generateHelpTextForAllCommands } from '@stricli/core'
import { expect, test } from 'vitest'
import { applicationIn } from '../../packages/cli/src/application.ts'
import { en } from '../../packages/cli/src/texts/en.ts'
import type { Texts } from '../../packages/cli/src/texts/texts.ts'
import { zhCN } from '../../packages/cli/src/texts/zh-cn.ts'

const INTRODUCTION = `# Command line

The command \`sendoff\` does from a terminal what the API offers. This page has its commands and flags; its
[README](https://www.npmjs.com/package/@sendoff/cli) also has the credentials, the exit codes and the JSON. In the repository it is
\`npm run cli --\`. It is written by \`npx vitest run test/docs/command-line.test.ts --update\` from the help of the command.

Beside a sandbox no sign-in is needed:

\`\`\`text
sendoff whoami                                                # the demo's first organisation; --org chooses another
sendoff listen --to http://127.0.0.1:3000/webhooks            # every event, to a program on this machine
sendoff trigger member.departed                               # in a second terminal: makes the event by offboarding a member
sendoff trigger member.departed --to http://127.0.0.1:3000/webhooks --corrupt   # must be refused
sendoff doctor                                                # if something does not work
\`\`\`

At a platform, \`sendoff login --base-url https://…\` signs you in with a browser. An administrator sees the events and endpoints of the
organisation's own apps; a job uses \`SENDOFF_CLIENT_ID\` and \`SENDOFF_CLIENT_SECRET\`.
`

type Flag = { name: string; text: string }

/** Reads the flags, or the arguments, of a help text. */
function listIn(help: string, heading: string): Flag[] {
  const [, part = ''] = help.split(`\n${heading}\n`)
  const lines = part.split('\n\n')[0]?.split('\n') ?? []
  return lines.flatMap((line) => {
    const [, name, text = ''] = /^\s+(?:-\w\s+)?(\S+(?:, \S+)?)\s{2,}(.+?)\s*$/.exec(line) ?? []
    return name ? [{ name: name.replace(/^\[(.*?)\](\.\.\.)?$/, '$1'), text: withoutDefault(text) }] : []
  })
}

const withoutDefault = (text: string) => text.replace(/\s+\[default = (true|false)\]$/, '').replace(/\s{2,}/, ' ')

/** The help of every command in a language. */
const helpsIn = (texts: Texts) =>
  generateHelpTextForAllCommands(
    applicationIn(texts, { json: false, version: '0' }) as unknown as Parameters<
      typeof generateHelpTextForAllCommands
    >[0],
  )

/** Makes the page from the help of every command. */
function pageOf(): string {
  const all = helpsIn(en)
  const flags = all.map(([, help]) => listIn(help, 'FLAGS'))
  const isCommon = ({ name }: Flag) => flags.every((list) => list.some((one) => one.name === name))
  const table = (heading: string, list: Flag[]) => {
    const rows = list.map(({ name, text }) => `| \`${name.replaceAll('|', '\\|')}\` | ${text.replaceAll('|', '\\|')} |`)
    return rows.length === 0 ? '' : `\n| ${heading} | |\n| --- | --- |\n${rows.join('\n')}\n`
  }
  const commands = all.map(([route, help], at) => {
    const [, description = ''] = help.split('\n\n')
    const own = (flags[at] ?? []).filter((flag) => !isCommon(flag))
    return `## ${route}\n\n${description}\n${table('argument', listIn(help, 'ARGUMENTS'))}${table('flag', own)}`
  })
  const common = (flags[0] ?? []).filter(isCommon)
  return `${INTRODUCTION}\n## Flags of every command\n${table('flag', common)}\n${commands.join('\n')}`
}

test('the page of the command line has every command and flag, as their help says', async () => {
  const page = pageOf()
  expect(page).toContain('## sendoff trigger')
  await expect(page).toMatchFileSnapshot(join(import.meta.dirname, '../../docs/command-line.md'))
})

test('the help of every command is there in Chinese, with the same flags and arguments', () => {
  const names = (help: string, flags: string, args: string) =>
    [...listIn(help, flags), ...listIn(help, args)].map(({ name }) => name)
  const [english, chinese] = [helpsIn(en), helpsIn(zhCN)]
  expect(chinese.map(([route]) => route)).toEqual(english.map(([route]) => route))
  for (const [at, [route, help]] of chinese.entries()) {
    const other = english[at]?.[1] ?? ''
    expect([route, names(help, '选项', '参数')]).toEqual([route, names(other, 'FLAGS', 'ARGUMENTS')])
    for (const { text } of [...listIn(help, '选项'), ...listIn(help, '参数')])
      expect(text).toMatch(/\p{Script=Han}|, /u)
  }
})
