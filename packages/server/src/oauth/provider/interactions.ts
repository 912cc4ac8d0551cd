import type { Scope } from '@sendoff/api'
import type { Request, Response } from 'express'
import type Provider from 'oidc-provider'
import { errors } from 'oidc-provider'
import type { UserActor } from '../../actor.ts'
import { authorizeApp } from '../../apps/authorize.ts'
import { organizationAudience } from '../../authentication/access-token.ts'
import { gidOfAccount, gidOfApp } from '../../authentication/gid.ts'
import type { Clock } from '../../clock.ts'
import { Refusal } from '../../refusal.ts'
import type { Tx } from '../../store/schema.ts'
import type { Store } from '../../store/store.ts'
import { type Choice, listChoices } from '../policy/choices.ts'
import { subjectOf } from '../policy/consent.ts'
import type { Interaction } from '../policy/interaction.ts'

/** Why a sign-in can't go on. */
export class InteractionRefused extends Error {
  override name = 'InteractionRefused'
  readonly reason: 'expired' | 'account_not_allowed' | 'scope_not_allowed'
  constructor(reason: InteractionRefused['reason']) {
    super(reason)
    this.reason = reason
  }
}

/** What a person agreed to, for which of their accounts. */
export type GivenConsent = { accountId: string; scopes: Scope[]; generation: string }

/** The seam between the authorization server and the pages on which a person signs in and consents. */
export interface Interactions {
  /**
   * Reads the request for authorization that a page at `/sign-in/<uid>` is about.
   *
   * @throws {InteractionRefused} `expired` when it is no more, is another browser's, or its app is gone
   */
  readInteraction(req: Request, res: Response): Promise<Interaction>
  /** The accounts of a person that may answer it, each with what it would grant. */
  listAccountChoices(interaction: Interaction, identityId: string): Promise<Choice[]>
  /**
   * Answers it with consent and redirects the browser back to the app. For a third-party app this is the organisation's
   * authorization; otherwise the app gets tokens of the person's account.
   *
   * @param consent the account was proved to be the person's, in the state `generation` or a later one; `scopes` are those that
   *   were shown and agreed to
   * @throws {InteractionRefused} and answers nothing
   */
  finishInteraction(req: Request, res: Response, consent: GivenConsent): Promise<void>
  /**
   * Answers it with `access_denied`.
   *
   * @throws {InteractionRefused} `expired`
   */
  refuseInteraction(req: Request, res: Response): Promise<void>
}

/** Where a person signs in to answer a request for authorization. */
export const interactionPath = (uid: string) => `/sign-in/${uid}`

type Parts = { provider: Provider; issuer: string; store: Store; clock: Clock }

/** Makes the seam of a provider. */
export function createInteractions({ provider, issuer, store, clock }: Parts): Interactions {
  async function details(req: Request, res: Response) {
    const found = await provider.interactionDetails(req, res).catch((error: unknown) => {
      throw error instanceof errors.SessionNotFound ? new InteractionRefused('expired') : error
    })
    // The cookie belongs to one interaction, and the page to the one that it names.
    const [path = ''] = req.originalUrl.split('?')
    const own = interactionPath(found.uid)
    if (path !== own && !path.startsWith(`${own}/`)) throw new InteractionRefused('expired')
    return found
  }

  async function readInteraction(req: Request, res: Response): Promise<Interaction> {
    const { uid, prompt, params } = await details(req, res)
    const app = await store.db
      .selectFrom('app')
      .leftJoin('organization', 'organization.org_id', 'app.org_id')
      .select(['app.app_id', 'app.name', 'app.kind', 'organization.org_id', 'organization.name as organization'])
      .where('app.app_id', '=', String(params.client_id))
      .where('app.status', '=', 'active')
      .executeTakeFirst()
    if (!app) throw new InteractionRefused('expired')
    const { org_id, organization: name } = app
    const prefix = organizationAudience(issuer, '')
    const resource = String(params.resource)
    return {
      uid,
      app: {
        id: app.app_id,
        name: app.name,
        kind: app.kind,
        organization: org_id !== null && name !== null ? { org_id, name } : null,
      },
      scopes: String(params.scope).split(' ') as Scope[],
      pending: prompt.name === 'consent' ? 'consent' : 'login',
      orgId: resource.startsWith(prefix) ? resource.slice(prefix.length) : null,
      redirectUri: String(params.redirect_uri),
      loginHint: typeof params.login_hint === 'string' ? params.login_hint : null,
    }
  }

  async function finishInteraction(
    req: Request,
    res: Response,
    { accountId, scopes, generation }: GivenConsent,
  ): Promise<void> {
    const interaction = await readInteraction(req, res)
    const { params } = await details(req, res)
    const choice = await chosen(interaction, accountId)
    if (choice.generation !== generation) throw new InteractionRefused('account_not_allowed')
    if (scopes.length === 0 || scopes.some((scope) => !choice.scopes.includes(scope))) {
      throw new InteractionRefused('scope_not_allowed')
    }
    const gid = await gidOf(interaction, choice, scopes, originOf(req, res))
    const subject = subjectOf(accountId, gid)
    const grant = new provider.Grant({ accountId: subject, clientId: interaction.app.id })
    const resource = String(params.resource)
    grant.addResourceScope(resource, scopes.join(' '))
    // Said to the library as well, or it would ask for them again.
    const refused = interaction.scopes.filter((scope) => !scopes.includes(scope))
    if (refused.length > 0) grant.rejectResourceScope(resource, refused.join(' '))
    const consent = { grantId: await grant.save() }
    const result = { login: { accountId: subject, remember: false }, consent }
    await provider.interactionFinished(req, res, result, { mergeWithLastSubmission: false })
  }

  async function chosen(interaction: Interaction, accountId: string): Promise<Choice> {
    const account = await store.db
      .selectFrom('account')
      .select('identity_id')
      .where('account_id', '=', accountId)
      .executeTakeFirst()
    const choices = account ? await listChoices(store.db, interaction, account.identity_id) : []
    const choice = choices.find(({ account_id }) => account_id === accountId)
    if (!choice) throw new InteractionRefused('account_not_allowed')
    return choice
  }

  /** What the tokens of this consent are tied to; for a third-party app, the authorization that it is. */
  async function gidOf({ app }: Interaction, choice: Choice, scopes: Scope[], origin: UserActor['origin']) {
    if (app.kind === 'internal' || choice.organization === null)
      return gidOfAccount(choice.appGeneration, choice.generation)
    const actor: UserActor & { orgId: string } = {
      type: 'user',
      origin,
      id: choice.account_id,
      orgId: choice.organization.org_id,
      role: choice.role,
      scopes: new Set(scopes),
    }
    await clock.refresh()
    const authorized = await store
      .write(async (tx) => {
        const given = await authorizeApp(tx, actor, { appId: app.id, scopes }, clock.now())
        await requireUnchanged(tx, choice)
        return given
      })
      .catch((error: unknown) => {
        throw error instanceof Refusal ? new InteractionRefused('account_not_allowed') : error
      })
    return gidOfApp(authorized.generation, authorized.grantId)
  }

  return {
    readInteraction,
    listAccountChoices: (interaction, identityId) => listChoices(store.db, interaction, identityId),
    finishInteraction,
    async refuseInteraction(req, res) {
      await details(req, res)
      const result = { error: 'access_denied', error_description: 'the person refused' }
      await provider.interactionFinished(req, res, result, { mergeWithLastSubmission: false })
    },
  }
}

/** Under the lock of the account: a password that was recovered meanwhile ends what was begun with the one before. */
async function requireUnchanged(tx: Tx, { account_id, generation }: Choice): Promise<void> {
  const account = await tx
    .selectFrom('account')
    .select('account_id')
    .where('account_id', '=', account_id)
    .where('generation', '=', generation)
    .executeTakeFirst()
  if (!account) throw new InteractionRefused('account_not_allowed')
}

function originOf(req: Request, res: Response): UserActor['origin'] {
  return { address: req.ip ?? null, requestId: String(res.locals.requestId) }
}
