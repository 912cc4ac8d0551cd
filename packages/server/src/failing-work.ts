import { timestamp } from './clock.ts'
import { ConfigurationError, readConfig } from './config.ts'
import { listFailing, retryFailing } from './due-work/failing.ts'
import { openBeside } from './store/open-beside.ts'

/**
 * The program behind `npm run due-work`: lists the due work of an installation whose last try failed; with `-- --retry` its servers try
 * it again now.
 */
async function main(): Promise<void> {
  const { DATABASE_URL, SENDOFF_DATA_DIR } = process.env
  const db = openBeside(readConfig({ DATABASE_URL, SENDOFF_DATA_DIR }))
  try {
    const failing = await listFailing(db)
    if (failing.length === 0) return console.log('No due work fails.')
    for (const { work_id, kind, org_id, subject_id, failures, due_at, last_error } of failing) {
      console.log(
        `${work_id} ${kind} of ${org_id}: ${subject_id}, failed ${failures} times, next at ${timestamp(due_at)}`,
      )
      console.log(`  ${last_error}`)
    }
    if (process.argv.includes('--retry')) console.log(`${await retryFailing(db)} will be tried again now.`)
  } finally {
    await db.destroy()
  }
}

await main().catch((error: Error) => {
  const known = error instanceof ConfigurationError || error.name === 'StoreUnavailable'
  console.error(`The due work can't be read: ${known ? error.message : error}`)
  process.exitCode = 1
})
