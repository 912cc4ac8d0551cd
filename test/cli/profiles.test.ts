import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { asApp, user } from '../support/command.ts'
import { onSqlite } from '../support/platform.ts'
import { freePort } from '../support/process.ts'

onSqlite((platform) => {
  test('an app signs in with its secret from standard input, acts by its profile, and is forgotten', async () => {
    const { base, data } = platform()
    const app = asApp({ base, data })
    const { home, run, start } = user()
    const login = async (secret: string, address: string, ...more: string[]) => {
      const started = start('login', '--app', app.SENDOFF_CLIENT_ID ?? '', '--base-url', address, '--json', ...more)
      started.child.stdin?.end(`${secret}\n`)
      return started.exited
    }
    const secret = app.SENDOFF_CLIENT_SECRET ?? ''
    expect((await login('osk_wrong', base)).code).toBe(4)
    expect((await login(secret, `http://127.0.0.1:${await freePort()}`, '--timeout', '2s')).code).toBe(6)
    expect((await run('login', '--json')).code).toBe(2)
    expect((await run('use', '--json')).stdout).toBe('[]\n')
    expect((await login(secret, base)).code).toBe(0)
    expect((await login(secret, base, '--profile', 'other')).code).toBe(0)

    const whoami = async (...more: string[]) => run('whoami', '--json', ...more)
    expect(JSON.parse((await whoami()).stdout)).toMatchObject({ kind: 'app', from: 'profile other' })
    expect((await run('use', 'default')).code).toBe(0)
    expect(JSON.parse((await whoami()).stdout)).toMatchObject({ from: 'profile default' })
    expect(JSON.parse((await whoami('--profile', 'other')).stdout)).toMatchObject({ from: 'profile other' })
    expect((await whoami('--profile', 'none')).code).toBe(2)
    // The secret goes to its own platform only.
    expect((await whoami('--base-url', 'https://api.example')).code).toBe(4)

    expect(readFileSync(join(home, '.config', 'sendoff', 'profiles.json'), 'utf8')).not.toContain(secret)
    const kept = join(home, '.local', 'state', 'sendoff', 'tokens', 'default.json')
    expect(statSync(kept).mode & 0o777).toBe(0o600)
    expect((await run('logout', '--profile', 'default')).code).toBe(0)
    expect(() => statSync(kept)).toThrow()
    expect((await run('use', 'default')).code).toBe(3)
    expect((await run('logout', '--profile', 'default')).code).toBe(3)
  })
})
