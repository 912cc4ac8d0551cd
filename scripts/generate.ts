/**
 * Generates from openapi.yaml: openapi.json; in packages/api/src the types, and the tables that a program needs at run time; in
 * packages/sdk/src the shorter table that a client ships, and the longer one of its double for tests; in packages/server/src/web the
 * schemas by which requests are accepted; in packages/cli/src the sample of each event; for the type tests in test/sdk the operations that
 * each scope allows; in docs/reference the reference. From the policies of the server it writes docs/limits.md.
 * Run by `npm run generate`. With `--check`, as in `npm run check`, it writes nothing and fails if a file would change.
 */
import { writeJson } from './contract/json.ts'
import { reportOutdated } from './contract/write.ts'
import { writeAllowed } from './packages/allowed.ts'
import { writeClientTable } from './packages/client-table.ts'
import { writeDefaults } from './packages/defaults.ts'
import { writeEventSamples } from './packages/event-samples.ts'
import { writeRequests } from './packages/requests.ts'
import { writeTables } from './packages/tables.ts'
import { writeTestingTable } from './packages/testing-table.ts'
import { writeTypes } from './packages/types.ts'
import { writeReference } from './reference/write-reference.ts'
import { writeLimits } from './write-limits.ts'

await Promise.all([
  writeJson(),
  writeTypes(),
  writeTables(),
  writeClientTable(),
  writeTestingTable(),
  writeAllowed(),
  writeEventSamples(),
  writeDefaults(),
  writeRequests(),
  writeReference(),
  writeLimits(),
])
reportOutdated()
