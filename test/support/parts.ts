import { matchesGlob } from 'node:path'

/**
 * The parts of the suite, each the value of vitest's `--mode`:
 *
 * - `quick`: `npm test`. Every feature on SQLite; what depends on the store on PostgreSQL, too; long forms in their short form.
 * - `postgres` and `long`: `npm run test:rest`, which is all that `quick` left out. The first runs on PostgreSQL what `quick` ran
 *   on SQLite only, the second the long forms on both stores.
 *
 * Any other mode, such as that of `npx vitest run test/unlink`, runs the named files whole.
 */
export type Part = 'quick' | 'postgres' | 'long' | 'whole'

export type StoreName = 'sqlite' | 'postgres'

const partNames: readonly string[] = ['quick', 'postgres', 'long'] satisfies Part[]

export const partOf = (mode: string): Part => (partNames.includes(mode) ? (mode as Part) : 'whole')

/** Files that take long and say nothing in a short form. `npm test` leaves them out. */
export const long = [
  // Kill servers and databases, fill disks, and measure memory and recovery times.
  'test/faults/**',
  'test/move/**',
  'test/store/directory.test.ts',
  'test/store/outage.test.ts',
  'test/sign-in/outage.test.ts',
  // Sends every operation some hundred requests, most of them made up.
  'test/contract/behaviour.test.ts',
  // Packs and installs the packages, on every runtime; compiles them and the examples of the documentation.
  'test/packed/**',
  'test/contract/compile.test.ts',
  'test/docs/samples.test.ts',
  // Generates clients with a dozen tools, compiles and runs them.
  'test/compatibility/**',
  // Makes an event of every type by what it is about, for which months pass.
  'test/cli/every-fact.test.ts',
  // Starts each command six times in a terminal.
  'test/cli/terminal.test.ts',
  // Run the guides and the example programs as their readers do, each with servers of its own.
  'test/docs/guides.test.ts',
  'test/examples/**',
  // Look at the pages in a browser.
  'test/docs/browser.test.ts',
  'test/sign-in/browser.test.ts',
  'test/console/walks/**',
  // Wait for time limits that run by the real clock.
  'test/sdk/hostile-server.test.ts',
  'test/webhooks/delivery/poison.test.ts',
  // Compare times or costs, over many requests.
  'test/accounts/time-tells-nothing.test.ts',
  'test/http/cost/**',
  'test/limits/nobody-is-kept-out.test.ts',
  'test/sdk/chaos.test.ts',
]

/** Files with a long form, of which `npm test` runs a short one: fewer rounds of a race, sequences of the model or rotations. */
export const shortened = [
  'test/departures/races.test.ts',
  'test/dissolution/races.test.ts',
  'test/invitations/races.test.ts',
  'test/keys/rotation.test.ts',
  'test/leave/races.test.ts',
  'test/members/roles.test.ts',
  'test/model/model.test.ts',
  'test/unlink/races.test.ts',
]

/** Files whose subject is the store, its locks or its order. `npm test` runs them on PostgreSQL, too. */
export const heart = [
  'test/{departures,dissolution,invitations,leave}/races.test.ts',
  'test/members/roles.test.ts',
  'test/model/**',
  'test/store/**',
  'test/due-work/**',
  'test/clean-up/**',
  'test/unlink/**',
  'test/idempotency/at-once.test.ts',
  'test/events/{list,no-gap,sequence}.test.ts',
  'test/webhooks/{claiming,ordering,delivery,withdrawn}.test.ts',
  'test/webhooks/delivery/**',
  'test/limits/token-endpoint.test.ts',
  'test/tokens/{kept,two-servers}.test.ts',
  'test/sandbox/reset.test.ts',
  'test/performance/**',
]

const isIn = (file: string, globs: string[]) => globs.some((glob) => matchesGlob(file, glob))

/** The files of a part, and those it leaves out, as vitest's `include` and `exclude`. */
export function filesOf(part: Part): { include: string[]; exclude: string[] } {
  if (part === 'long') return { include: [...long, ...shortened].map(testsIn), exclude: [] }
  const all = ['test/**/*.test.ts']
  if (part === 'quick') return { include: all, exclude: long }
  if (part === 'postgres') return { include: all, exclude: [...long, ...shortened, ...heart] }
  return { include: all, exclude: [] }
}

const testsIn = (glob: string) => (glob.endsWith('/**') ? `${glob}/*.test.ts` : glob)

/** The stores on which a part runs a file, by its path from the root of the repository. */
export function storesIn(part: Part, file: string): StoreName[] {
  if (part === 'postgres') return ['postgres']
  if (part === 'quick' && !isIn(file, heart)) return ['sqlite']
  return ['sqlite', 'postgres']
}

/** Files that intercept (requests, clocks, name servers) or start hostile servers: each has a process of its own. */
const apart = ['test/sdk/**', 'test/webhooks/request/**', 'test/support/**', 'test/house/**']

/**
 * Divides a part into vitest's projects: files that share processes, and so import the server once, and files that don't. Sharing
 * saves a second of CPU time a file.
 */
export function together(part: Part) {
  const { include, exclude } = filesOf(part)
  const alone = { name: 'apart', isolate: true }
  if (part === 'long') return [{ ...alone, include, exclude }]
  return [
    { ...alone, include: apart.map(testsIn), exclude },
    { name: 'together', isolate: false, include, exclude: [...exclude, ...apart] },
  ]
}
