import { parseArgs } from 'node:util'
import { timestamp } from './clock.ts'
import { ConfigurationError, readConfig } from './config.ts'
import { listStanding, requestRelease } from './departures/legal-holds/by-operator.ts'
import { openBeside } from './store/open-beside.ts'

const USAGE = 'Usage: npm run legal-holds -- --org <org_id> [--release <hold_id> --reason <text>]'

/**
 * The program behind `npm run legal-holds`: lists the standing legal holds of an organisation, and has one of a dissolved organisation
 * released, for which nobody can act any more.
 */
async function main(): Promise<void> {
  const { org, release, reason } = parseArgs({
    options: { org: { type: 'string' }, release: { type: 'string' }, reason: { type: 'string' } },
  }).values
  if (!org || (release !== undefined && !reason?.trim())) throw new ConfigurationError(USAGE)
  const { DATABASE_URL, SENDOFF_DATA_DIR } = process.env
  const db = openBeside(readConfig({ DATABASE_URL, SENDOFF_DATA_DIR }))
  try {
    if (release !== undefined) {
      const refusal = await requestRelease(db, { orgId: org, holdId: release, reason: reason ?? '' })
      if (refusal) throw new ConfigurationError(refusal)
      return console.log(`${release} will be released now.`)
    }
    const standing = await listStanding(db, org)
    if (standing.length === 0) return console.log('No legal hold stands.')
    for (const { hold_id, departure_id, placed_by, placed_at } of standing) {
      console.log(`${hold_id} on ${departure_id}, placed by ${placed_by} at ${timestamp(placed_at)}`)
    }
  } finally {
    await db.destroy()
  }
}

await main().catch((error: Error & { code?: string }) => {
  const isUsage = error.code?.startsWith('ERR_PARSE_ARGS') ?? false
  const known = isUsage || error instanceof ConfigurationError || error.name === 'StoreUnavailable'
  console.error(`The legal holds can't be handled: ${known ? error.message : error}`)
  process.exitCode = 1
})
