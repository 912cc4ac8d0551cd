import type { CallOf, Schemas, Scope } from '@sendoff/api'
import { signAccessToken } from '../authentication/access-token.ts'
import { gidOfAccount } from '../authentication/claims.ts'
import { type MovableClock, timestamp } from '../clock.ts'
import type { Sealer } from '../crypto/seal.ts'
import { hasAccount } from '../identity/has-account.ts'
import type { KeyRing } from '../keys/key-ring.ts'
import { scheduleRotation } from '../keys/rotation.ts'
import { ACCESS_TOKEN_TTL } from '../keys/times.ts'
import { invalid, Refusal } from '../refusal.ts'
import { lockName } from '../store/lock-name.ts'
import { type Page, paged } from '../store/page.ts'
import type { Reader, Tx } from '../store/schema.ts'
import type { Store } from '../store/store.ts'
import type { Work } from '../store/work.ts'
import { readContent } from './content.ts'
import { writeCredentialsFile } from './credentials-file.ts'
import { parseDuration } from './duration.ts'
import { loadDemoData, newCredentials, SANDBOX_APP, type SandboxData } from './load.ts'
import { removeEverything } from './remove-everything.ts'

type Parts = {
  store: Store
  clock: MovableClock
  sealer: Sealer
  keys: KeyRing
  base: string
  dataDirectory: string
  /** Reads the time at which the next work after a time falls due, by the business clock. */
  nextDue(after: number): Promise<number | undefined>
  /** Does everything that is due, and resolves when it is done. */
  settle(): Promise<void>
}

/** The operations for tests: demo data, a movable clock, and tokens without a sign-in. */
export type Sandbox = ReturnType<typeof createSandbox>

const NAME = 'sandbox_data'
const PURPOSE = 'sandbox data'
const LATEST = Date.parse('9000-01-01T00:00:00Z')

/** Creates the operations of the sandbox. */
export function createSandbox(parts: Parts) {
  const { store, clock, sealer, keys, base } = parts
  return {
    /** Loads the demo data unless it is already loaded, and writes the credentials file. */
    async load(): Promise<{ file: string; data: SandboxData }> {
      const stored = await readStored(store.db)
      if (stored) return written(stored)
      const credentials = await newCredentials()
      const data = await store.write({ now: clock.now() }, async (work) => {
        await lockName(store, work.db, NAME)
        return (await readStored(work.db)) ?? keep(work.db, await loadDemoData(work, credentials, parts))
      })
      return written(data)
    },

    readClock,

    /** @throws {Refusal} `invalid_request` for a time in the past or after the year 8999 */
    async advanceClock(command: { to: string } | { by: string }): Promise<Schemas['SandboxClock']> {
      await clock.refresh()
      const now = clock.now()
      const target = 'to' in command ? Date.parse(command.to) : now + parseDuration(command.by)
      const pointer = 'to' in command ? '/to' : '/by'
      if (target > LATEST) throw invalid(pointer, 'clock.latest')
      if (target < now) throw invalid(pointer, 'clock.backward', { time: timestamp(now) })
      await parts.settle()
      for (;;) {
        const due = await parts.nextDue(clock.now())
        if (due === undefined || due > target) break
        await clock.moveTo(due)
        await parts.settle()
      }
      await clock.moveTo(target)
      await parts.settle()
      return readClock()
    },

    async reset(): Promise<SandboxData> {
      const credentials = await newCredentials()
      await clock.reset()
      const data = await store.write({ now: clock.now() }, async (work) => {
        await lockName(store, work.db, NAME)
        await removeEverything(work.db)
        await scheduleRotation(work)
        return keep(work.db, await loadDemoData(work, credentials, parts))
      })
      return written(data).data
    },

    /** Removes people whose accounts were erased from the credentials file, and from its copy in the store. */
    async forgetErased(): Promise<void> {
      const data = await store.write({ now: clock.now() }, async (work) => {
        await lockName(store, work.db, NAME)
        const kept = await readStored(work.db)
        if (!kept) return undefined
        const erased = await erasedOf(work.db)
        const organizations = kept.organizations.map((one) => {
          return { ...one, members: one.members.filter(({ account_id }) => !erased.has(account_id)) }
        })
        return keep(work.db, { ...kept, organizations })
      })
      if (data) written(data)
    },

    /**
     * Issues a token without a sign-in. Like a first sign-in, it accepts the membership of a person who has no other account.
     *
     * @throws {Refusal} `account_not_found`, `membership_not_accepted`
     */
    async createUserToken(command: { account_id: string; scopes: Scope[] }): Promise<Schemas['UserToken']> {
      const account = await store.db
        .selectFrom('account')
        .innerJoin('app', (join) => join.on('app.app_id', '=', SANDBOX_APP))
        .select(['account.account_id', 'account.org_id', 'account.generation', 'app.generation as app_generation'])
        .select(['account.identity_id', 'account.accepted_at'])
        .where('account.account_id', '=', command.account_id)
        .where('account.status', '=', 'active')
        .executeTakeFirst()
      if (!account) throw new Refusal('account_not_found')
      if (account.accepted_at === null) await store.write({ now: clock.now() }, (work) => acceptFirst(work, account))
      const scope = [...new Set(command.scopes)].join(' ')
      const access_token = await signAccessToken(base, keys, {
        sub: account.account_id,
        client_id: SANDBOX_APP,
        account_id: account.account_id,
        ...(account.org_id !== null && { org_id: account.org_id }),
        gid: gidOfAccount(account.app_generation, account.generation),
        scope,
      })
      return { access_token, token_type: 'Bearer', expires_in: ACCESS_TOKEN_TTL, scope }
    },

    async getData(call: CallOf<'sandbox.getData'>): Promise<Schemas['SandboxContent']> {
      return { clock: readClock(), ...(await readContent(store.db, call)) }
    },

    async listVerificationCodes(page: Page): Promise<Schemas['VerificationCodeList']> {
      const query = store.db.selectFrom('verification_code').selectAll().orderBy('code_id', 'desc')
      const read = (after: string, limit: number) =>
        (after === '' ? query : query.where('code_id', '<', after)).limit(limit).execute()
      return paged(page, read, {
        key: (row) => row.code_id,
        present: ({ code_id, email, phone, purpose, code, created_at, expires_at }) => ({
          verification_id: code_id,
          email,
          phone,
          purpose,
          code: sealer.open(code, 'verification code'),
          created_at: timestamp(created_at),
          expires_at: timestamp(expires_at),
        }),
      })
    },
  }

  async function readStored(db: Reader): Promise<Omit<SandboxData, 'base_url'> | undefined> {
    const row = await db.selectFrom('setting').select('value').where('name', '=', NAME).executeTakeFirst()
    return row && JSON.parse(sealer.open(row.value, PURPOSE))
  }

  async function erasedOf(tx: Tx): Promise<Set<string>> {
    const rows = await tx.selectFrom('erasure').select('account_id').where('status', '=', 'completed').execute()
    return new Set(rows.map(({ account_id }) => account_id))
  }

  function readClock(): Schemas['SandboxClock'] {
    const offset = clock.offset()
    const real = Date.now()
    return { now: timestamp(real + offset), real_now: timestamp(real), offset_ms: offset }
  }

  async function keep(tx: Tx, data: Omit<SandboxData, 'base_url'>) {
    const value = sealer.seal(JSON.stringify(data), PURPOSE)
    await tx
      .insertInto('setting')
      .values({ name: NAME, value })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
      .execute()
    return data
  }

  function written(kept: Omit<SandboxData, 'base_url'>): { file: string; data: SandboxData } {
    const data = { base_url: base, ...kept }
    return { file: writeCredentialsFile(parts.dataDirectory, data), data }
  }
}

/** @throws {Refusal} `membership_not_accepted` for a person who has another account to accept with */
async function acceptFirst(
  work: Work,
  { account_id, identity_id }: { account_id: string; identity_id: string },
): Promise<void> {
  if (await hasAccount(work.db, identity_id)) throw new Refusal('membership_not_accepted')
  await work.db
    .updateTable('account')
    .set({ accepted_at: work.now })
    .where('account_id', '=', account_id)
    .where('accepted_at', 'is', null)
    .execute()
}
