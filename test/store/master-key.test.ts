import { randomBytes } from 'node:crypto'
import { describe, expect, onTestFinished, test } from 'vitest'
import { dump } from '../support/database.ts'
import { must, openPlatform, stores } from '../support/platform.ts'
import { runProcess } from '../support/process.ts'

describe.each(stores())('on %s', (store) => {
  test('a database that was set up with another master key is refused and left as it is', async () => {
    const masterKey = randomBytes(32)
    const { platform, close } = await openPlatform(store, { masterKey })
    onTestFinished(close)
    const { organizations } = platform.data
    await platform.server.stop()
    const before = await dump(platform)

    const { databaseUrl, dataDirectory } = platform.config
    const { code, stdout, stderr } = await runProcess({
      SENDOFF_DATA_DIR: dataDirectory,
      ...(databaseUrl && { DATABASE_URL: databaseUrl }),
      SENDOFF_MASTER_KEY: randomBytes(32).toString('base64'),
    })
    expect(code).toBe(1)
    expect(stdout).toBe('')
    expect(stderr.trim()).toMatch(
      /^Sendoff can't start: The (webhook )?signing key in the database was encrypted with another master key\. Set SENDOFF_MASTER_KEY to the key with which the database was set up\.$/,
    )
    expect(await dump(platform)).toBe(before)

    await platform.start()
    const app = must(organizations[0]?.apps[0])
    expect((await platform.askToken(app, { scope: 'org:read' })).status).toBe(200)
  })
})
