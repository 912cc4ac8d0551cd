import { expect, inject, onTestFinished, test } from 'vitest'
import { openPlatform } from '../support/platform.ts'
import { createDatabase } from '../support/postgres/database.ts'
import { startProxy } from '../support/proxy.ts'
import { said, sentToSignIn, signInAs } from '../support/sign-in.ts'

test('while the database is out of reach every page says so, and afterwards the sign-in continues', async () => {
  const database = await createDatabase(inject('postgresUrl'))
  onTestFinished(database.drop)
  const proxy = await startProxy(database.url)
  const { platform, close } = await openPlatform('sqlite', { databaseUrl: proxy.url })
  onTestFinished(close)
  const admin = platform.member(platform.organization(1).org_id, 'admin')
  const { visitor, page } = await sentToSignIn(platform, { headers: { accept: 'text/html' } })
  await proxy.cut()
  const unavailable = [503, expect.stringContaining('Sendoff is not available right now Nothing was changed.')]
  expect(said(await visitor.open(page.url.pathname))).toEqual(unavailable)
  const refused = await signInAs(visitor, page, admin)
  expect(said(refused)).toEqual(unavailable)
  expect(refused.headers.get('retry-after')).toBe('1')
  expect(said(await visitor.open('/oauth2/authorize?client_id=app_none'))).toEqual(unavailable)
  await proxy.restore()
  expect((await signInAs(visitor, page, admin)).url.pathname).toMatch(/\/account$/)
})
