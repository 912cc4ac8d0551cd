import { usage } from '@sendoff/cli/terminal'
import type { ZodType } from 'zod'
import type { Config } from '../config.ts'
import { hashPassword } from '../crypto/password.ts'
import { createSealer, type Sealer } from '../crypto/seal.ts'
import { fault, isFaultKey } from '../faults.ts'
import { sealPurpose } from '../keys/key.ts'
import { Refusal } from '../refusal.ts'
import { readSettings } from '../settings/settings.ts'
import { DirectoryInUse } from '../store/directory-lock.ts'
import { openBeside, writeBeside } from '../store/open-beside.ts'
import type { Database } from '../store/schema.ts'
import { setUp } from '../store/set-up.ts'
import type { Store } from '../store/store.ts'
import type { Work } from '../store/work.ts'
import type { Language } from '../texts/texts.ts'
import { refuseOwnName } from '../values/name.ts'
import { email, name, password, publicName } from '../web/requests.gen.ts'
import type { Context, GlobalFlags } from './context.ts'
import { refused } from './exit.ts'
import type { Texts } from './texts/en.ts'

/** A live installation, on whose database a command acts beside its servers. */
export type Live = {
  issuer: string
  sealer: Sealer
  /** Runs one transaction, and closes the database. */
  write<Result>(rule: (work: Work, store: Pick<Store, 'dialect'>) => Promise<Result>): Promise<Result>
}

/**
 * Opens a live installation, and sets its database up if no server has done that.
 *
 * @throws {ConfigurationError | StoreUnavailable | WrongMasterKey | WrongMode}
 */
export async function openLive({ env, texts }: Context, flags: GlobalFlags): Promise<Live> {
  const config = readSettings(env, flags.config)
  const { issuer, masterKey } = config
  if (config.mode !== 'live' || !issuer || !masterKey) throw refused('live_mode_only', texts.errors.needsLive)
  const sealer = createSealer(masterKey)
  await prepare(config)
  return {
    issuer,
    sealer,
    async write(rule) {
      const db = openBeside(config)
      try {
        await requireMasterKey(db, sealer)
        return await writeBeside(db, { now: Date.now() }, rule)
      } finally {
        await db.destroy()
      }
    },
  }
}

/** On SQLite a running server has set the database up already. */
async function prepare(config: Config): Promise<void> {
  await setUp(config).catch((error: unknown) => {
    if (!(error instanceof DirectoryInUse)) throw error
  })
}

/** @throws {WrongMasterKey} so that nothing is sealed that no server can open */
async function requireMasterKey(db: Database, sealer: Sealer): Promise<void> {
  const key = await db.selectFrom('signing_key').select(['purpose', 'sealed']).limit(1).executeTakeFirst()
  if (key) sealer.open(key.sealed, sealPurpose(key.purpose))
}

type Given = { email: string; name: string; organization: string }

/** Reads the values of `admin create` by the schemas of the contract. @throws {Failure} exit 2 */
export function readFounding({ language }: Context, given: Given): Given {
  const organization = read(language, '--organization', publicName, given.organization)
  try {
    refuseOwnName(organization)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw usage(`--organization ${fault('name.platform')[language]}`)
  }
  const person = read(language, '--name', name, given.name)
  return { email: readEmail(language, given.email), name: person, organization }
}

/** @throws {Failure} exit 2 */
export const readEmail = (language: Language, given: string): string => read(language, '--email', email, given)

function read(language: Language, flag: string, schema: ZodType<string>, given: string): string {
  const result = schema.safeParse(given)
  if (result.success) return result.data
  const message = result.error.issues[0]?.message ?? ''
  throw usage(`${flag} ${isFaultKey(message) ? fault(message)[language] : message}`)
}

/** Hashes a password. @throws {Failure} exit 2 for one that is too short or too long */
export async function hashOf(given: string, texts: Texts): Promise<string> {
  if (!password.safeParse(given).success) throw usage(texts.admin.wrongPassword)
  return hashPassword(given)
}
