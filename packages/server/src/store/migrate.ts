import { type Kysely, sql } from 'kysely'
import { DEFAULT_MIGRATION_TABLE, type Migration, Migrator } from 'kysely/migration'
import * as foundation from './migrations/0001_foundation.ts'
import * as departures from './migrations/0002_departures.ts'
import * as departuresByAddress from './migrations/0003_departures_by_address.ts'
import * as tokens from './migrations/0004_tokens.ts'
import * as keys from './migrations/0005_keys.ts'
import * as deliveryEngine from './migrations/0006_delivery_engine.ts'
import * as endpoints from './migrations/0007_endpoints.ts'
import * as eventsOfOneApp from './migrations/0008_events_of_one_app.ts'
import * as heldInOrder from './migrations/0009_held_in_order.ts'
import * as roomInDelivery from './migrations/0010_room_in_delivery.ts'
import * as appControllers from './migrations/0011_app_controllers.ts'
import * as codesOfRequesters from './migrations/0012_codes_of_requesters.ts'
import * as attemptLocation from './migrations/0013_attempt_location.ts'
import * as fanOut from './migrations/0014_fan_out.ts'
import * as refusals from './migrations/0015_refusals.ts'
import * as byHand from './migrations/0016_by_hand.ts'
import * as acceptedMemberships from './migrations/0017_accepted_memberships.ts'
import * as counters from './migrations/0018_counters.ts'
import * as countersOfOlderServers from './migrations/0019_counters_of_older_servers.ts'
import * as rehires from './migrations/0020_rehires.ts'
import * as policies from './migrations/0021_policies.ts'
import * as references from './migrations/0022_references.ts'
import * as told from './migrations/0023_told.ts'
import * as search from './migrations/0024_search.ts'

import * as receipts from './migrations/0025_receipts.ts'
import * as legalHolds from './migrations/0026_legal_holds.ts'
import * as people from './migrations/0027_people.ts'
import * as allowedOrigins from './migrations/0028_allowed_origins.ts'
import * as lists from './migrations/0029_lists.ts'
import * as previews from './migrations/0031_previews.ts'
import * as retention from './migrations/0032_retention.ts'
import * as founderReplacements from './migrations/0033_founder_replacements.ts'
import * as erasureRequests from './migrations/0034_erasure_requests.ts'
import * as creations from './migrations/0035_creations.ts'
import type { Schema } from './schema.ts'

/** Every migration, in order. There is no way back, and a released migration is never edited. */
export const migrations: Record<string, Migration> = {
  '0001_foundation': foundation,
  '0002_departures': departures,
  '0003_departures_by_address': departuresByAddress,
  '0004_tokens': tokens,
  '0005_keys': keys,
  '0006_delivery_engine': deliveryEngine,
  '0007_endpoints': endpoints,
  '0008_events_of_one_app': eventsOfOneApp,
  '0009_held_in_order': heldInOrder,
  '0010_room_in_delivery': roomInDelivery,
  '0011_app_controllers': appControllers,
  '0012_codes_of_requesters': codesOfRequesters,
  '0013_attempt_location': attemptLocation,
  '0014_fan_out': fanOut,
  '0015_refusals': refusals,
  '0016_by_hand': byHand,
  '0017_accepted_memberships': acceptedMemberships,
  '0018_counters': counters,
  '0019_counters_of_older_servers': countersOfOlderServers,
  '0020_rehires': rehires,
  '0021_policies': policies,
  '0022_references': references,
  '0023_told': told,
  '0024_search': search,
  '0025_receipts': receipts,
  '0028_allowed_origins': allowedOrigins,
  '0026_legal_holds': legalHolds,
  '0027_people': people,
  '0029_lists': lists,
  '0031_previews': previews,
  '0032_retention': retention,
  '0033_founder_replacements': founderReplacements,
  '0034_erasure_requests': erasureRequests,
  '0035_creations': creations,
}

/**
 * Migrates the database to the newest version, under a lock, so that servers that start together do it once.
 *
 * @param until the last migration to run, for tests of older versions
 * @throws the error of the failed migration, which is rolled back
 */
export async function migrate<Schema>(db: Kysely<Schema>, until?: string): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error } = until ? await migrator.migrateTo(until) : await migrator.migrateToLatest()
  if (error) throw error
}

/**
 * Compares the migrations of a database with those of this version.
 *
 * @param db undefined for a database that does not exist yet
 * @returns the names of those that the database lacks, and of those that only a newer version knows
 */
export async function migrationState(db: Kysely<Schema> | undefined): Promise<{ pending: string[]; newer: string[] }> {
  const known = Object.keys(migrations)
  const applied = db ? await appliedTo(db) : []
  return {
    pending: known.filter((name) => !applied.includes(name)),
    newer: applied.filter((name) => !known.includes(name)),
  }
}

async function appliedTo(db: Kysely<Schema>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) return []
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)}`.execute(db)
  return rows.map(({ name }) => name)
}
