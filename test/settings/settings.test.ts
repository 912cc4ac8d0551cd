import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ConfigurationError, secretNames } from '../../packages/server/src/config.ts'
import { readPlace, readSettings } from '../../packages/server/src/settings/settings.ts'
import { temporaryDirectory } from '../support/process.ts'

const key = randomBytes(32).toString('base64')

/** Writes files into a new folder. @returns the path of the first */
function files(contents: Record<string, unknown>): string {
  const folder = temporaryDirectory()
  for (const [name, content] of Object.entries(contents)) {
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
  }
  return join(folder, Object.keys(contents)[0] ?? '')
}

const config = (content: unknown, more: Record<string, string> = {}) =>
  files({ 'sendoff.config.json': content, ...more })

function faultsOf(read: () => unknown): string[] {
  try {
    read()
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigurationError)
    return (error as Error).message.split('\n')
  }
  throw new Error('the settings were taken')
}

test('every setting can be in a file of JSON, as text, number or list, with paths relative to the file', () => {
  const path = config(
    {
      mode: 'live',
      issuer: 'https://sendoff.example',
      host: '127.0.0.1',
      port: 9000,
      dataDir: 'data',
      masterKeyFile: 'master.key',
      cookieKeys: ['a'.repeat(32), 'b'.repeat(32)],
      trustedProxies: ['10.0.0.0/8', '192.0.2.1'],
      smtpUrl: 'smtps://mail.example:465',
      mailFrom: 'no-reply@sendoff.example',
      keepAlive: 90,
    },
    { 'master.key': `${key}\n` },
  )
  expect(readSettings({}, path)).toMatchObject({
    mode: 'live',
    port: 9000,
    dataDirectory: join(path, '../data'),
    masterKey: Buffer.from(key, 'base64'),
    cookieKeys: ['a'.repeat(32), 'b'.repeat(32)],
    trustedProxies: ['10.0.0.0/8', '192.0.2.1'],
    keepAlive: 90,
  })
})

test('the environment comes before the file, setting by setting, and an empty variable counts as not set', () => {
  const path = config({ port: 9000, logLevel: 'debug', masterKeyFile: '/nowhere' })
  const read = readSettings({ PORT: '9001', SENDOFF_LOG_LEVEL: '', SENDOFF_MASTER_KEY: key }, path)
  expect([read.port, read.logLevel, read.masterKey?.toString('base64')]).toEqual([9001, 'debug', key])
})

test.each([
  [
    'an unknown key, with the one that is meant',
    { prot: 1 },
    /^prot in .*sendoff\.config\.json must not be there.*Did you mean port\?$/,
  ],
  ['the name of a variable', { SENDOFF_MASTER_KEY: key }, /Did you mean masterKey\?$/],
  ['a key that resembles nothing', { zzzzzzzzzz: 1 }, /it is not a setting$/],
  ['a wrong type', { port: true }, /^port in .* must be text or a whole number$/],
  ['a list where none is possible', { host: ['a'] }, /^host in .* must be text or a whole number$/],
  ['a list of something else', { trustedProxies: [1] }, /^trustedProxies in .* must be text, or a list of texts$/],
  ['null', { port: null }, /^port in /],
  ['a wrong value', { port: 99999 }, /^port in .* must be a port number from 0 to 65535$/],
  ['a list in place of an object', [], /must be an object/],
  ['text that is not JSON, without repeating it', `{"masterKey":"${key}"`, /^\S+ must be JSON/],
])('a file with %s is refused, and the place is named', (_, content, message) => {
  const [fault = '', ...others] = faultsOf(() => readSettings({}, config(content)))
  expect(fault).toMatch(message)
  expect(fault).not.toContain(key)
  expect(others).toEqual([])
})

test('several faults of a file are named together, and a file that was asked for must exist', () => {
  expect(faultsOf(() => readSettings({}, config({ prot: 1, hots: 'a', port: [] })))).toHaveLength(3)
  expect(faultsOf(() => readSettings({}, '/tmp/there-is-none.json'))).toEqual([
    "/tmp/there-is-none.json can't be read: there is no such file",
  ])
})

test('every secret can be in a file that its _FILE names, and nothing else can', () => {
  const secrets: Record<string, string> = {
    DATABASE_URL: 'postgres://db.example/sendoff',
    SENDOFF_MASTER_KEY: key,
    SENDOFF_COOKIE_KEYS: 'a'.repeat(32),
    SENDOFF_METRICS_TOKEN: 'b'.repeat(32),
    SENDOFF_OTLP_HEADERS: 'authorization=secret',
    SENDOFF_SMTP_URL: 'smtps://mail.example:465',
  }
  expect(Object.keys(secrets).toSorted()).toEqual([...secretNames].toSorted())
  const environment = Object.fromEntries(
    Object.entries(secrets).map(([name, value]) => [`${name}_FILE`, files({ secret: `${value}\r\n` })]),
  )
  const plain = { SENDOFF_MODE: 'live', SENDOFF_ISSUER: 'https://a.example', SENDOFF_MAIL_FROM: 'a@a.example' }
  Object.assign(plain, { SENDOFF_OTLP_ENDPOINT: 'https://traces.example' })
  expect(readSettings({ ...plain, ...environment })).toEqual(readSettings({ ...plain, ...secrets }))
  expect(readSettings({ PORT_FILE: '/nowhere' }).port).toBe(8787)
})

test('a secret that is given twice, is empty, too long or can’t be read is named with its place, and not called missing', () => {
  const file = (content: string) => files({ secret: content })
  const folder = temporaryDirectory()
  const hidden = file(key)
  chmodSync(hidden, 0o000)
  for (const [path, message] of [
    ['/tmp/there-is-none', "names /tmp/there-is-none, which can't be read: there is no such file"],
    [folder, `names ${folder}, which can't be read: it is a directory`],
    [file('\n'), 'which is empty'],
    [file('a'.repeat(70_000)), 'at most 64 KiB'],
    ...(process.getuid?.() === 0 ? [] : [[hidden, 'this user may not read it'] as const]),
  ] as const) {
    const faults = faultsOf(() => readSettings({ SENDOFF_MASTER_KEY_FILE: path }))
    expect(faults).toEqual([expect.stringMatching(/^SENDOFF_MASTER_KEY_FILE /)])
    expect(faults[0]).toContain(message)
  }
  const twice = faultsOf(() => readSettings({ SENDOFF_MASTER_KEY: key, SENDOFF_MASTER_KEY_FILE: file(key) }))
  expect(twice).toEqual(['SENDOFF_MASTER_KEY must not be set together with SENDOFF_MASTER_KEY_FILE'])
  const wrong = file('short')
  expect(faultsOf(() => readSettings({ SENDOFF_MASTER_KEY_FILE: wrong }))[0]).toMatch(
    `SENDOFF_MASTER_KEY_FILE (${wrong}) must be 32 bytes`,
  )
  const inFile = faultsOf(() => readSettings({}, config({ masterKey: key, masterKeyFile: hidden })))
  expect(inFile).toEqual([expect.stringMatching(/^masterKey in .* must not be set together with masterKeyFile in /)])
})

test('a program beside a server needs the place of the database alone', () => {
  mkdirSync(join(temporaryDirectory(), 'data'), { recursive: true })
  const path = config({ mode: 'live', dataDir: 'data' })
  expect(readPlace({ SENDOFF_MASTER_KEY: 'wrong' }, path)).toMatchObject({ dataDirectory: join(path, '../data') })
})
