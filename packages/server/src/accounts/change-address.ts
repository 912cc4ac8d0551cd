import type { Schemas } from '@sendoff/api'
import type { Selectable } from 'kysely'
import type { Origin } from '../actor.ts'
import { type AuditedChange, audit } from '../audit/audit.ts'
import type { Sealer } from '../crypto/seal.ts'
import { appendEvents } from '../events/append.ts'
import type { NewEvent } from '../events/event.ts'
import { type Address, addressesOf } from '../identity/address.ts'
import { newId } from '../ids.ts'
import { lockOrganizations } from '../locks/organizations.ts'
import { findConflicts } from '../members/conflicts.ts'
import { tellIdentifierRecycled } from '../members/identifier-recycled.ts'
import { takeAddress } from '../members/take-address.ts'
import { memberUpdated } from '../members/updated.ts'
import { invalid } from '../refusal.ts'
import type { Schema, Tx } from '../store/schema.ts'
import type { Work } from '../store/work.ts'
import { searchColumns } from '../values/search.ts'
import type { Notifier } from './notifier.ts'
import { forgetNetworks } from './proven-network.ts'
import { forgetFailures } from './sign-in.ts'

type AccountRow = Selectable<Schema['account']>

/** A change of the address of a sign-in, and its maker. */
export type AddressChange = {
  identityId: string
  address: Address
  /** The type of the address that is given up; by default that of the new one. */
  replaces?: Address['type'] | undefined
  initiator: 'self' | 'admin' | 'app'
  action: AuditedChange['action']
  /** The actor as an organisation knows them: the person's account there, or an administrator or app of it. */
  actorOf(accountId: string): { type: 'user' | 'app'; id: string; origin?: Origin }
}

type Parts = { sealer: Sealer; notifier: Notifier }

/**
 * Gives a sign-in a new address, which its owner has proved, and ends every token of its accounts (S68). Contacts of members that were the
 * old address follow, unless another member of the organisation has the new one; organisations whose membership the person has not accepted
 * learn nothing. The old address gets a notice once the change has committed.
 *
 * @throws {Refusal} `address_in_use`, `invalid_request`
 */
export async function changeAddress(
  work: Work,
  parts: Parts,
  change: AddressChange,
): Promise<Schemas['SignInAddresses']> {
  const { identityId, address, replaces = address.type } = change
  const accounts = await lockAccounts(work.db, identityId)
  const accepted = accounts.filter(({ accepted_at }) => accepted_at !== null)
  await lockOrganizations(work.db, [...new Set(accepted.flatMap(({ org_id }) => org_id ?? []))].toSorted())
  const before = await lockAddresses(work.db, identityId)
  if (before[address.type] === address.value) return before
  if (replaces !== address.type && before[replaces] === null) throw invalid('/replaces', 'address.none_to_replace')
  const isNew = await takeAddress(work.db, identityId, address)
  const changed = { ...before, [replaces]: null, [address.type]: address.value }
  await work.db.updateTable('identity').set(changed).where('identity_id', '=', identityId).execute()
  await forgetFailures(work.db, address)
  for (const one of addressesOf(before)) await forgetNetworks(work.db, parts.sealer, one)
  const old = before[replaces]
  for (const account of accepted)
    await changeAccount(work, account, { ...change, old: old && { type: replaces, value: old } })
  if (isNew) await tellIdentifierRecycled(work, identityId, address)
  notify(work, parts.notifier, before, change)
  return changed
}

function lockAccounts(tx: Tx, identityId: string): Promise<AccountRow[]> {
  return tx
    .selectFrom('account')
    .selectAll()
    .where('identity_id', '=', identityId)
    .where('status', '=', 'active')
    .orderBy('account_id')
    .forUpdate()
    .execute()
}

function lockAddresses(tx: Tx, identityId: string) {
  return tx
    .selectFrom('identity')
    .select(['email', 'phone'])
    .where('identity_id', '=', identityId)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

async function changeAccount(
  work: Work,
  account: AccountRow,
  { address, old, initiator, action, actorOf }: AddressChange & { old: Address | null | '' },
): Promise<void> {
  const { account_id: accountId, org_id: orgId, external_id } = account
  const was = old && account[old.type] === old.value ? old : undefined
  const after =
    was && (await isFree(work.db, account, address))
      ? { ...account, [was.type]: null, [address.type]: address.value }
      : account
  const { email, phone } = after
  await work.db
    .updateTable('account')
    .set((set) => ({
      email,
      phone,
      ...searchColumns(after),
      generation: newId('gen'),
      revision: set('revision', '+', 1),
    }))
    .where('account_id', '=', accountId)
    .execute()
  if (orgId === null) return
  const actor = actorOf(accountId)
  const shown =
    after === account
      ? { address_before: null, address_after: null }
      : { address_before: was?.value ?? null, address_after: address.value }
  const data = { account_id: accountId, external_id, initiator, identifier_type: address.type, ...shown }
  const contacts = memberUpdated({ orgId, accountId, actor, before: fieldsOf(account), after: fieldsOf(after) })
  const told: NewEvent = { orgId, type: 'account.address_changed', actor, data }
  await appendEvents(work, [told, ...contacts])
  const change = { before: { email: account.email, phone: account.phone }, after: { email, phone, sign_in: 'changed' } }
  await audit(work, actor, { orgId, action, target: accountId, ...change })
}

/** Departments do not change here. */
const fieldsOf = (row: AccountRow) => ({ ...row, dept_ids: [] })

async function isFree(tx: Tx, { org_id, account_id }: AccountRow, { type, value }: Address): Promise<boolean> {
  return org_id === null || (await findConflicts(tx, org_id, { [type]: value }, account_id)).length === 0
}

function notify(
  work: Work,
  notifier: Notifier,
  before: Schemas['SignInAddresses'],
  { actorOf, initiator }: AddressChange,
) {
  const from = initiator === 'self' ? (actorOf('').origin?.address ?? null) : null
  work.afterCommit(() => {
    for (const to of addressesOf(before)) {
      if (notifier.reaches(to.type)) notifier.send({ type: 'address_changed', to, at: Date.now(), from })
    }
  })
}
