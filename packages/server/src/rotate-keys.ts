import { setTimeout as delay } from 'node:timers/promises'
import { ConfigurationError, readConfig } from './config.ts'
import { followRotation } from './keys/follow-rotation.ts'
import { openBeside } from './store/open-beside.ts'

/** The program behind `npm run keys:rotate`: rotates the keys of a running installation, found by its database. */
async function main(): Promise<void> {
  const { DATABASE_URL, SENDOFF_DATA_DIR } = process.env
  const db = openBeside(readConfig({ DATABASE_URL, SENDOFF_DATA_DIR }))
  const begun = await followRotation(db, {
    wait: process.argv.includes('--wait'),
    print: (line) => console.log(line),
    pause: () => delay(200),
    patience: 10_000,
  })
  await db.destroy()
  process.exitCode = begun ? 0 : 1
}

await main().catch((error: Error) => {
  const known = error instanceof ConfigurationError || error.name === 'StoreUnavailable'
  console.error(`The keys can't be rotated: ${known ? error.message : error}`)
  process.exitCode = 1
})
