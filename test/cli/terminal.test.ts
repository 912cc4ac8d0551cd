import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundleCli } from '../../scripts/packages/bundle-cli.ts'
import { asApp, noTerminal, quoted, user } from '../support/command.ts'
import { onSqlite } from '../support/platform.ts'
import { freePort } from '../support/process.ts'

/** Every command with arguments that are enough for it, and the exit codes without credentials and without a network. */
const COMMANDS: [words: string, signedOut: number, offline: number][] = [
  ['login --no-browser', 2, 6],
  ['logout', 3, 3],
  ['accounts', 4, 6],
  ['use', 0, 0],
  ['whoami', 4, 6],
  ['listen --to http://127.0.0.1:9', 4, 6],
  ['trigger ping', 4, 6],
  ['trigger ping --local', 0, 0],
  ['events tail', 4, 6],
  ['events get evt_1', 4, 6],
  ['endpoints', 4, 6],
  ['deliveries', 4, 6],
  ['deliveries get dlv_1', 4, 6],
  ['redeliver dlv_1', 4, 6],
  ['recover whe_1 --since 2h', 4, 6],
  ['offboard acct_1', 4, 6],
  ['restore dep_1', 4, 6],
  ['receipts', 4, 6],
  ['unlink org_1', 4, 6],
  ['clock', 4, 6],
  ['reset --yes', 4, 6],
  ['doctor', 1, 1],
  ['completion bash', 0, 0],
]

describe.skipIf(noTerminal)('in a terminal', () => {
  let sendoff: string
  const folder = mkdtempSync(join(tmpdir(), 'sendoff-test-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  beforeAll(async () => {
    const dist = join(folder, 'dist')
    await bundleCli(dist)
    sendoff = `${quoted(process.execPath)} ${quoted(join(dist, 'sendoff.js'))}`
  })

  /** Runs lines of a shell in one terminal. @returns for each line its output and its exit code */
  async function inTerminal(env: Record<string, string>, ...lines: string[]) {
    const script = lines.map((line) => `${line}; echo "[exit $?]"`).join('\n')
    const { stdout } = await user(env).terminal(['sh', '-c', script]).exited
    const parts = stdout.split(/\[exit (\d+)\]\r?\n/)
    return lines.map((_, at) => ({ text: parts[2 * at] ?? '', code: Number(parts[2 * at + 1]) }))
  }

  test.each(COMMANDS)('%s: help, a wrong flag, no sign-in and no network', async (words, signedOut, offline) => {
    const network = { SENDOFF_BASE_URL: `http://127.0.0.1:${await freePort()}`, SENDOFF_TOKEN: 'a' }
    const [help, chinese, wrong, nobody] = await inTerminal(
      { TERM: 'xterm' },
      `${sendoff} ${words} --help`,
      `${sendoff} ${words} --help --lang zh-CN`,
      `${sendoff} ${words} --jsno`,
      `${sendoff} ${words}`,
    )
    expect([help?.code, help?.text.includes('USAGE')]).toEqual([0, true])
    expect([chinese?.code, chinese?.text.includes('用法')]).toEqual([0, true])
    expect([wrong?.code, wrong?.text.includes('--json')]).toEqual([2, true])
    expect([words, nobody?.code, nobody?.text]).toEqual([words, signedOut, expect.any(String)])
    const [gone] = await inTerminal(network, `${sendoff} ${words} --timeout 2s`)
    expect([words, gone?.code, gone?.text]).toEqual([words, offline, expect.any(String)])
    // No stack reaches a person.
    for (const one of [wrong, nobody, gone]) expect(one?.text).not.toMatch(/\n\s+at /)
  })

  onSqlite((platform) => {
    test('JSON goes through a pipe whole, also with colours on the terminal', async () => {
      const read = `${quoted(process.execPath)} -e ${quoted('process.stdin.toArray().then((all) => console.log(JSON.parse(Buffer.concat(all)).kind))')}`
      const env = { ...asApp(platform()), FORCE_COLOR: '1' }
      const [piped] = await inTerminal(env, `${sendoff} whoami --json | ${read}`)
      expect(piped).toMatchObject({ code: 0, text: 'app\r\n' })
    })

    test('Ctrl-C ends what waits and what asks with 130, and changes nothing', async () => {
      const { org_id } = platform().organization(0)
      const { account_id } = platform().member(org_id, 'member')
      const { terminal } = user(asApp(platform()))
      for (const [words, shown] of [
        ['events tail --follow --verbose', 'GET http'],
        ['listen --to http://127.0.0.1:9', 'Listening'],
        ['login --no-browser', 'oauth2/authorize'],
        [`offboard ${account_id} --reason other`, 'y/N'],
      ] as const) {
        const running = terminal(['sh', '-c', `exec ${sendoff} ${words}`])
        await running.until(({ stdout }) => stdout.includes(shown))
        running.child.stdin?.write('\x03')
        expect([words, (await running.exited).code]).toEqual([words, 130])
      }
      expect(await platform().events(org_id)).toEqual([])
    })

    test('offboard --dry-rnu changes nothing and ends with 2', async () => {
      const { org_id } = platform().organization(0)
      const { account_id } = platform().member(org_id, 'member')
      const [wrong, dry] = await inTerminal(
        asApp(platform()),
        `${sendoff} offboard ${account_id} --reason other --yes --dry-rnu`,
        `${sendoff} offboard ${account_id} --reason other --dry-run`,
      )
      expect([wrong?.code, wrong?.text.includes('--dry-run'), dry?.code]).toEqual([2, true, 0])
      expect(await platform().events(org_id)).toEqual([])
    })
  })
})
