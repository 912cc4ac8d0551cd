import type { Scope } from '@sendoff/api'
import type { Origin, UserActor } from '../../actor.ts'
import { authorizeApp } from '../../apps/authorize.ts'
import { gidOfAccount, gidOfApp } from '../../authentication/claims.ts'
import type { Clock } from '../../clock.ts'
import { Refusal } from '../../refusal.ts'
import type { Tx } from '../../store/schema.ts'
import type { Store } from '../../store/store.ts'
import { type Asked, type Choice, listChoices } from './choices.ts'
import { subjectOf } from './consent.ts'

/** The reason why a request for authorization can't be answered. */
export class InteractionRefused extends Error {
  override name = 'InteractionRefused'
  readonly reason: 'expired' | 'foreign' | 'account_not_allowed' | 'scope_not_allowed'
  constructor(reason: InteractionRefused['reason']) {
    super(reason)
    this.reason = reason
  }
}

/** A person's consent: the account, proved to be theirs, in the state `generation`; and the scopes that they were shown. */
export type GivenConsent = { accountId: string; scopes: Scope[]; generation: string }

/**
 * Takes a person's consent. For a third-party app this is the organisation's authorization, which is recorded; otherwise the app
 * gets tokens of the person's account.
 *
 * @returns the subject of the grant, see {@link subjectOf}
 * @throws {InteractionRefused} `account_not_allowed` or `scope_not_allowed`, and nothing is recorded
 */
export async function acceptConsent(
  parts: { store: Store; clock: Clock },
  interaction: Asked,
  { accountId, scopes, generation }: GivenConsent,
  origin: Origin,
): Promise<string> {
  const choice = await findChoice(parts.store, interaction, accountId)
  if (choice.generation !== generation) throw new InteractionRefused('account_not_allowed')
  if (scopes.length === 0 || scopes.some((scope) => !choice.granted.includes(scope))) {
    throw new InteractionRefused('scope_not_allowed')
  }
  const { orgId } = choice
  if (interaction.app.kind === 'internal' || orgId === null) {
    return subjectOf(accountId, gidOfAccount(choice.appGeneration, choice.generation))
  }
  const actor = { type: 'user', origin, id: accountId, orgId, role: choice.role, scopes: new Set(scopes) } as const
  return subjectOf(accountId, await authorize(parts, interaction.app.id, choice, actor))
}

/** @throws {InteractionRefused} `account_not_allowed` */
async function findChoice({ db }: Store, interaction: Asked, accountId: string): Promise<Choice> {
  const account = await db
    .selectFrom('account')
    .select('identity_id')
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  const choices = account ? await listChoices(db, interaction, account.identity_id) : []
  const choice = choices.find((one) => one.accountId === accountId)
  if (!choice || choice.refused !== undefined) throw new InteractionRefused('account_not_allowed')
  return choice
}

/** @returns the `gid` of the app's tokens */
async function authorize(
  { store, clock }: { store: Store; clock: Clock },
  appId: string,
  choice: Choice,
  actor: UserActor & { orgId: string },
): Promise<string> {
  await clock.refresh()
  const authorized = await store
    .write({ now: clock.now() }, async (work) => {
      const given = await authorizeApp(work, actor, { appId, scopes: [...actor.scopes] })
      await requireUnchanged(work.db, choice)
      return given
    })
    .catch((error: unknown) => {
      throw error instanceof Refusal ? new InteractionRefused('account_not_allowed') : error
    })
  return gidOfApp(authorized.generation, authorized.grantId)
}

/** Under the lock of the account: a password that was recovered in the meantime ends a sign-in that began with the former one. */
async function requireUnchanged(tx: Tx, { accountId, generation }: Choice): Promise<void> {
  const account = await tx
    .selectFrom('account')
    .select('account_id')
    .where('account_id', '=', accountId)
    .where('generation', '=', generation)
    .executeTakeFirst()
  if (!account) throw new InteractionRefused('account_not_allowed')
}
