import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from '@sendoff/server'
import { expect, onTestFinished, test } from 'vitest'
import { readConfig } from '../../packages/server/src/config.ts'
import { freePort } from '../support/process.ts'

const WARNING = /nearly all requests come from one proxy that SENDOFF_TRUSTED_PROXIES does not name/

/** A live server on SQLite, and the warnings in its log. */
async function open(environment: Record<string, string> = {}) {
  const directory = await mkdtemp(join(tmpdir(), 'sendoff-test-'))
  const port = await freePort()
  const lines: string[] = []
  const config = readConfig({
    PORT: String(port),
    SENDOFF_MODE: 'live',
    SENDOFF_HOST: '127.0.0.1',
    SENDOFF_ISSUER: 'https://sendoff.example',
    SENDOFF_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
    SENDOFF_COOKIE_KEYS: 'a cookie key that is at least 32 characters long',
    SENDOFF_MAIL_FROM: 'no-reply@sendoff.example',
    SENDOFF_SMTP_URL: 'smtp://127.0.0.1:2525',
    SENDOFF_DATA_DIR: directory,
    ...environment,
  })
  const server = await startServer(config, { write: (line: string) => void lines.push(line) })
  onTestFinished(async () => {
    await server.stop()
    await rm(directory, { recursive: true, force: true })
  })
  const call = async (times: number, headers: Record<string, string>, path = '/v1.0/me') => {
    for (let i = 0; i < times; i++) await (await fetch(server.address + path, { headers })).arrayBuffer()
  }
  const warnings = () => lines.filter((line) => WARNING.test(line)).map((line) => JSON.parse(line))
  return { call, warnings }
}

test.each([
  ['X-Forwarded-For', { 'x-forwarded-for': '198.51.100.9' }],
  ['Forwarded', { forwarded: 'for=198.51.100.9' }],
])('an untrusted proxy causes one warning, with its address (%s)', async (_, headers) => {
  const { call, warnings } = await open()
  await call(19, headers)
  await call(50, {}, '/healthz')
  expect(warnings()).toEqual([])
  await call(41, headers)
  expect(warnings()).toMatchObject([{ level: 40, peer: '127.0.0.1' }])
})

test('a trusted proxy causes none, nor do callers without a proxy, nor one of many', async () => {
  const trusted = await open({ SENDOFF_TRUSTED_PROXIES: '127.0.0.0/8' })
  await trusted.call(60, { 'x-forwarded-for': '198.51.100.9' })
  expect(trusted.warnings()).toEqual([])
  const direct = await open()
  for (let i = 0; i < 8; i++) {
    await direct.call(5, {})
    await direct.call(2, { 'x-forwarded-for': '198.51.100.9' })
  }
  expect(direct.warnings()).toEqual([])
})
