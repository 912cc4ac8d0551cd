import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readConfig, secretNames, settingNames } from '../../packages/server/src/config.ts'
import { namesByKey } from '../../packages/server/src/settings/names.ts'
import { startProcess, temporaryDirectory } from '../support/process.ts'

const root = join(import.meta.dirname, '../..')
const example = readFileSync(join(root, 'env.example'), 'utf8')
const page = readFileSync(join(root, 'docs/settings.md'), 'utf8')

const names = settingNames.toSorted()
const secret = () => randomBytes(32).toString('base64')

/** The values that a person fills in. */
const filledIn = (): Record<string, string> => ({
  SENDOFF_ISSUER: 'https://sendoff.example',
  SENDOFF_MASTER_KEY: secret(),
  SENDOFF_COOKIE_KEYS: secret(),
  SENDOFF_SMTP_URL: 'smtps://user:password@mail.example:465',
  SENDOFF_MAIL_FROM: 'Sendoff <no-reply@sendoff.example>',
  SENDOFF_DATA_DIR: 'data',
})

describe('env.example', () => {
  const lines = [...example.matchAll(/^(#?)([A-Z_]+)=(.*)$/gm)]

  test('has every setting once', () => {
    expect(lines.map(([, , name]) => name).toSorted()).toEqual(names)
  })

  test('shows in each line that is commented out the default, or an example where it says so', () => {
    const live = { ...filledIn(), SENDOFF_MODE: 'live' }
    const shown = Object.fromEntries(
      lines.filter(([, hash]) => hash).map(([, , name = '', value = '']) => [name, value]),
    )
    const { SENDOFF_TRUSTED_PROXIES, SENDOFF_METRICS_TOKEN, SENDOFF_OTLP_ENDPOINT, SENDOFF_OTLP_HEADERS, ...defaults } =
      shown
    expect(readConfig({ ...live, ...defaults })).toEqual(readConfig(live))
    expect(readConfig({ ...live, ...shown })).toMatchObject({
      trustedProxies: [SENDOFF_TRUSTED_PROXIES],
      metricsToken: SENDOFF_METRICS_TOKEN,
      traces: { url: `${SENDOFF_OTLP_ENDPOINT}/v1/traces`, headers: { authorization: 'Bearer token' } },
    })
  })

  test('starts a live server once it is copied and filled in', async () => {
    const file = join(temporaryDirectory(), 'live.env')
    const given = filledIn()
    const copy = example.replaceAll(/^([A-Z_]+)=$/gm, (line, name) => (given[name] ? `${name}='${given[name]}'` : line))
    writeFileSync(file, copy)
    const variables = execFileSync('sh', ['-c', `set -a; . "${file}"; env`], { encoding: 'utf8', env: {} })
    const environment = Object.fromEntries(
      [...variables.matchAll(/^(\w+)=(.*)$/gm)]
        .filter(([, name = '']) => names.includes(name))
        .map(([, ...pair]) => pair),
    )
    const server = await startProcess({
      ...environment,
      SENDOFF_DATA_DIR: temporaryDirectory(),
      SENDOFF_HOST: '127.0.0.1',
    })
    expect(server.stdout()).toBe(`Sendoff listens on ${server.base} for https://sendoff.example\n`)
  })
})

describe('docs/settings.md', () => {
  const rows = [...page.matchAll(/^\| `([A-Z_]+)` \| (.+?) \| .+ \|$/gm)].map(([, name = '', value = '']) => [
    name,
    value,
  ])
  const inSandbox = ['SENDOFF_MODE', 'SENDOFF_DATA_DIR']

  test('has every setting once', () => {
    expect(rows.map(([name]) => name).toSorted()).toEqual(names)
  })

  test('shows a configuration file of existing settings, and names every secret that may be in a file', () => {
    const [, json = ''] = /```json\n(.*?)```/s.exec(page) ?? []
    expect(Object.keys(JSON.parse(json)).filter((key) => !namesByKey.has(key))).toEqual([])
    const section = page.split('\n## ').find((one) => one.startsWith('Secrets in files')) ?? ''
    const [sentence = ''] = section.split('may be in a file')
    expect([...sentence.matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name)).toEqual([...secretNames])
  })

  test('has the defaults of the server', () => {
    for (const [name = '', value = ''] of rows) {
      const base: Record<string, string> = inSandbox.includes(name) ? {} : { ...filledIn(), SENDOFF_MODE: 'live' }
      const without = () => readConfig({ ...base, [name]: '' })
      if (value === 'needed in live mode') expect(without, name).toThrow(name)
      else if (value === 'none') expect(without, name).not.toThrow()
      else expect(readConfig({ ...base, [name]: value.replaceAll('`', '') }), name).toEqual(without())
    }
  })
})
