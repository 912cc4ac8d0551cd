import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { createSealer } from '../../../packages/server/src/crypto/seal.ts'
import { sealPurpose } from '../../../packages/server/src/keys/key.ts'
import { rows } from '../database.ts'
import { callAs, codeFor, requestOf, thirdPartyClient } from '../oauth.ts'
import { must, openPlatform, type Platform, stores } from '../platform.ts'
import { formsOf } from './forms.ts'
import { issued } from './issued.ts'
import { addNeedle, findNeedles, noNeedles } from './search.ts'
import { masterKeyOf } from './stored.ts'
import { watchLeaks } from './watch.ts'

describe('the search', () => {
  test('finds a text wherever it begins, and none that is cut short or changed', () => {
    const needles = noNeedles()
    for (const name of ['one of many', 'one of them', 'ünïcödé text']) addNeedle(needles, name, name)
    const found = (text: string) => [...findNeedles(Buffer.from(text), needles)].sort()
    for (const around of ['', 'x', 'one of ', 'one of many one'.repeat(100)]) {
      expect(found(`${around.replaceAll('many', '')}one of them${around.replaceAll('many', '')}`)).toEqual([
        'one of them',
      ])
    }
    expect(found('one of many, ünïcödé text')).toEqual(['one of many', 'ünïcödé text'])
    expect(found('one of man, ne of many, one of tham, unicode text, One of many')).toEqual([])
    expect(found('and at the very end stands one of ma')).toEqual([])
    expect(() => addNeedle(needles, 'short', '1234567')).toThrow('too short')
  })
})

describe.each(stores())('on %s', (store) => {
  let opened: Awaited<ReturnType<typeof openPlatform>>
  const platform = (): Platform => opened.platform
  beforeEach(async () => {
    opened = await openPlatform(store)
    return async () => {
      await rows(platform(), (db) => db.deleteFrom('setting').where('name', '=', 'leak').execute())
      await opened.close()
    }
  })

  const leak = (value: string) =>
    rows(platform(), (db) =>
      db
        .insertInto('setting')
        .values({ name: 'leak', value })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
        .execute(),
    )

  test('whatever a server gives out or takes is known, and is found in its rows in each form', async () => {
    const admin = platform().member(platform().organization(1).org_id, 'admin')
    const client = thirdPartyClient(platform())
    const { code, code_verifier, ...redeem } = await codeFor(platform(), client, admin)
    const pushed = await callAs(platform(), client, requestOf(client).parameters, { path: '/oauth2/par' })
    const { body } = await callAs(platform(), client, { ...redeem, code, code_verifier })
    const email = 'noor@people.example'
    await platform().post('/v1.0/verification-codes', undefined, { email, purpose: 'register' })
    const [sent] = (await platform().get('/v1.0/sandbox/verification-codes')).body.data
    const registration = { email, code: sent.code, password: 'Chosen-password-ä-1', name: 'Noor' }
    expect((await platform().post('/v1.0/accounts', undefined, registration)).status).toBe(201)
    const secrets = {
      password: [admin.password, registration.password],
      code: [code, `"${sent.code}"`],
      code_verifier: [code_verifier],
      access_token: [body.access_token],
      refresh_token: [body.refresh_token],
      'client secret': [client.client_secret],
      request_uri: [pushed.body.request_uri],
    }
    for (const [what, values] of Object.entries(secrets)) {
      for (const value of values) {
        for (const form of value.startsWith('"') ? [value] : formsOf(value.split(/[.:]/).at(-1) ?? '')) {
          await leak(`before${form}after`)
          const found = await platform().checkLeaks().catch(String)
          expect(found, `${what}: ${form}`).toMatch(/^Error: the database holds a usable /)
        }
      }
    }
    expect([...issued.values()].join()).toContain('cookie sendoff_sign_in')
    await leak('nothing')
    await platform().checkLeaks()
  })

  test('a secret in a log is found, also if it was issued only afterwards', async () => {
    const watch = watchLeaks(platform().config)
    const later = `secret of later ${store}`
    watch.log.write(`{"msg":"${later}"}`)
    issued.set(later, 'secret of later')
    await expect(watch.check()).rejects.toThrow('the log holds a usable secret of later')
    await watch.check()
    issued.delete(later)
  })

  test('the keys of the server itself are looked for, on SQLite also in what its files have kept of rows that are gone', async () => {
    const { sealed } = must((await rows(platform(), (db) => db.selectFrom('signing_key').selectAll().execute()))[0])
    const masterKey = must(masterKeyOf(platform().config))
    const { d } = JSON.parse(createSealer(masterKey).open(sealed, sealPurpose('access_token')))
    for (const key of [masterKey.toString('base64'), d]) {
      await leak(key)
      await expect(platform().checkLeaks()).rejects.toThrow('the database holds a usable')
    }
    await rows(platform(), (db) => db.deleteFrom('setting').where('name', '=', 'leak').execute())
    await platform().checkLeaks()
    if (store === 'postgres') return
    await expect(platform().checkLeaks({ files: true })).rejects.toThrow('a file of the database holds a usable')
    await rows(platform(), (db) => sql`vacuum`.execute(db))
    await rows(platform(), (db) => sql`pragma wal_checkpoint(truncate)`.execute(db))
  })
})
