import { createHash } from 'node:crypto'
import type { Schemas } from '@sendoff/api'
import { type OrganizationActor, requireAdministrator } from '../../actor.ts'
import { timestamp } from '../../clock.ts'
import { newId } from '../../ids.ts'
import { lockAsAdministrator, type MemberRow, requireMember } from '../../locks/members.ts'
import { requireActive } from '../../members/member.ts'
import { readPolicy } from '../../organizations/policy.ts'
import { Refusal } from '../../refusal.ts'
import type { Tx } from '../../store/schema.ts'
import type { Work } from '../../store/work.ts'
import { texts } from '../../texts/texts.ts'
import { countCreations } from '../creations/find.ts'
import { makePlan, planInventory } from '../handover/plan.ts'
import { revisionOfHandover } from '../handover/planned-resources.ts'
import { requireValidHandover } from '../handover/recipients.ts'
import { requireMayDepart } from '../may-depart.ts'
import { findReferences } from '../references/find.ts'
import { findHolders, requireSuccessor } from '../references/holders.ts'
import { restorableFrom } from '../restore-window.ts'
import { findIrreversible } from './irreversible.ts'
import { requireNotOwnDeparture } from './own-departure.ts'
import { refusePersonalAccount } from './personal-account.ts'
import { findScheduledOffboarding } from './scheduled.ts'
import { timesOf } from './times.ts'
import { findWarnings } from './warnings.ts'

/** The time for which a preview is valid, in milliseconds. */
const VALID = 60 * 60 * 1000

type BlockerCode = Schemas['Blocker']['code']

/**
 * Previews an offboarding: the member's resources and their recipients, the rules that would refuse it and its
 * irreversible effects. An offboarding can refer to the preview's id.
 *
 * @throws {Refusal} `admin_required`, `member_not_found`, `personal_account_not_offboardable`, `already_departed`,
 * `recipient_invalid`
 */
export async function previewOffboarding(
  work: Work,
  actor: OrganizationActor,
  { account_id, handover = {}, ...command }: Schemas['PreviewOffboardingRequest'],
): Promise<Schemas['OffboardingPreview']> {
  requireAdministrator(actor)
  await refusePersonalAccount(work.db, account_id)
  const member = requireMember(await lockAsAdministrator(work.db, actor, [account_id]), account_id)
  requireActive(member)
  const { successor_id = null } = command
  await requireValidHandover(work.db, member, handover)
  await requireSuccessor(work.db, member, successor_id)
  const shown = await look(work.db, member, { handover, successor_id })
  const preview_id = newId('ofp')
  const expires_at = work.now + VALID
  const { org_id } = member
  const revision = revisionOf(shown, member)
  const asked = { handover: JSON.stringify(handover), successor_id }
  const handover_revision = revisionOfHandover(shown.inventory)
  const preview = { org_id, preview_id, account_id, revision, expires_at, ...asked, handover_revision }
  await work.db.insertInto('offboarding_preview').values(preview).execute()
  const suspendedSince = (await findScheduledOffboarding(work.db, member))?.suspend_at ?? null
  const { effective_at } = timesOf(await readPolicy(work.db, org_id), work.now, { asked: undefined, suspendedSince })
  const restorable_until = timestamp(await restorableFrom(work.db, org_id, effective_at))
  // This blocker is not part of the hash that detects a stale preview, because it applies only to the caller.
  const codes = [...shown.blockers, ...(await blockersIn(requireNotOwnDeparture(work.db, actor, member)))]
  const { problems } = texts[actor.origin.language ?? 'en']
  const blockers = codes.map((code) => ({ code, detail: problems[code].detail }))
  const times = { expires_at: timestamp(expires_at), effective_at: timestamp(effective_at), restorable_until }
  // Neither accounts elsewhere nor apps and the like make a preview stale.
  const warnings = await findWarnings(work.db, member, actor.origin.language ?? 'en')
  const creations = await countCreations(work, member)
  return { preview_id, account_id, ...shown, creations, blockers, warnings, ...times }
}

/**
 * Checks that nothing has changed since a preview.
 *
 * @throws {Refusal} `preview_stale`
 */
export async function requireFreshPreview(
  work: Work,
  member: MemberRow,
  { preview_id, ...asked }: { preview_id: string } & Asked,
): Promise<void> {
  const preview = await work.db
    .selectFrom('offboarding_preview')
    .selectAll()
    .where('org_id', '=', member.org_id)
    .where('preview_id', '=', preview_id)
    .where('account_id', '=', member.account_id)
    .executeTakeFirst()
  const fresh = preview && preview.expires_at > work.now
  if (!fresh || preview.revision !== revisionOf(await look(work.db, member, asked), member)) {
    throw new Refusal('preview_stale')
  }
}

type Asked = { handover: Schemas['Handover']; successor_id: string | null }

async function look(tx: Tx, member: MemberRow, { handover, successor_id }: Asked) {
  const inventory = await planInventory(tx, member, await makePlan(tx, member, handover))
  const total = inventory.reduce((sum, { count }) => sum + count, 0)
  const blockers = await blockersIn(requireMayDepart(tx, member))
  const references = await findReferences(tx, member, await findHolders(tx, member, successor_id))
  const scheduled_offboarding = await showScheduled(tx, member)
  const irreversible = await findIrreversible(tx, member, inventory)
  return { total, inventory, references, blockers, scheduled_offboarding, irreversible }
}

/**
 * Turns the refusal of a check into a blocker's code. It has no text, because the hash of a preview must be the same in
 * every language.
 */
async function blockersIn(check: Promise<void>): Promise<BlockerCode[]> {
  try {
    await check
    return []
  } catch (error) {
    if (error instanceof Refusal && isBlocker(error.code)) return [error.code]
    throw error
  }
}

const isBlocker = (code: string): code is BlockerCode =>
  ['founder_must_transfer', 'last_admin', 'approval_required', 'own_case'].includes(code)

/** Presents the scheduled offboarding that one taking effect now would cancel. */
async function showScheduled(tx: Tx, member: MemberRow): Promise<Schemas['ScheduledOffboarding'] | null> {
  const scheduled = await findScheduledOffboarding(tx, member)
  if (!scheduled) return null
  return { offboarding_id: scheduled.offboarding_id, effective_at: timestamp(scheduled.effective_at) }
}

/** Hashes the content of a preview and the state of the member. */
function revisionOf(shown: object, member: MemberRow): string {
  const { revision, role, condition, manager_id } = member
  return createHash('sha256')
    .update(JSON.stringify([shown, revision, role, condition, manager_id]))
    .digest('base64url')
}
