import { setTimeout as delay } from 'node:timers/promises'
import type { Scope } from '@sendoff/api'
import type { Request, Response } from 'express'
import type Provider from 'oidc-provider'
import { errors } from 'oidc-provider'
import { organizationAudience } from '../../authentication/claims.ts'
import type { Clock } from '../../clock.ts'
import type { Store } from '../../store/store.ts'
import { cookieOf } from '../../web/cookies.ts'
import { originOf } from '../../web/origin.ts'
import { keepConsent } from '../consents.ts'
import { acceptConsent, type GivenConsent, InteractionRefused } from '../policy/answer.ts'
import type { Interaction } from '../policy/interaction.ts'
import { returnAnswer, takeAnswer } from './answered.ts'
import { providerCookies } from './configuration.ts'
import { interactionPath } from './consent-hooks.ts'

/** The seam between the authorization server and the pages on which a person signs in and consents. */
export interface Interactions {
  /**
   * Reads the request for authorization of a page at `/sign-in/<uid>`.
   *
   * @throws {InteractionRefused} `expired` if it has ended or its app is gone; `foreign` if the browser has no cookie of it
   */
  readInteraction(req: Request, res: Response): Promise<Interaction>
  /**
   * Answers it with consent and redirects the browser back to the app; see {@link acceptConsent}.
   *
   * @throws {InteractionRefused} and answers nothing
   */
  finishInteraction(req: Request, res: Response, consent: GivenConsent): Promise<void>
  /**
   * Answers it with `access_denied`.
   *
   * @throws {InteractionRefused} `expired`, `foreign`
   */
  refuseInteraction(req: Request, res: Response): Promise<void>
}

/** The time for which an answer waits for the result of another one to the same request, and its steps, in milliseconds. */
const PATIENCE = 5000
const STEP = 50

type Parts = { provider: Provider; issuer: string; store: Store; clock: Clock }

/** Creates the seam of a provider. */
export function createInteractions({ provider, issuer, store, clock }: Parts): Interactions {
  const cookies = providerCookies(issuer)

  async function details(req: Request, res: Response) {
    const found = await provider.interactionDetails(req, res).catch((error: unknown) => {
      if (!(error instanceof errors.SessionNotFound)) throw error
      throw new InteractionRefused(cookieOf(req, cookies.interaction) === undefined ? 'foreign' : 'expired')
    })
    // The cookie belongs to one interaction, and the path names one.
    const [path = ''] = req.originalUrl.split('?')
    const own = interactionPath(found.uid)
    if (path !== own && !path.startsWith(`${own}/`)) throw new InteractionRefused('expired')
    return found
  }

  async function readInteraction(req: Request, res: Response): Promise<Interaction> {
    const { uid, params } = await details(req, res)
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
      orgId: resource.startsWith(prefix) ? resource.slice(prefix.length) : null,
      redirectUri: String(params.redirect_uri),
      loginHint: typeof params.login_hint === 'string' ? params.login_hint : null,
    }
  }

  /**
   * Gives one answer to a request for authorization, however often it is sent: a second consent would replace what the first one gave
   * before its code was issued. The others are led to the first one's result.
   *
   * @throws {InteractionRefused} what `answer` throws, which leaves the request open; `expired` if there is no result in time
   */
  async function answerOnce(req: Request, res: Response, answer: () => Promise<void>): Promise<void> {
    const { uid } = await details(req, res)
    if (!(await takeAnswer(store, uid))) {
      res.redirect(303, await resultOfOther(uid))
      return
    }
    try {
      await answer()
    } catch (error) {
      await returnAnswer(store, uid)
      throw error instanceof errors.SessionNotFound ? new InteractionRefused('expired') : error
    }
  }

  async function resultOfOther(uid: string): Promise<string> {
    for (let waited = 0; waited < PATIENCE; waited += STEP) {
      const found = await provider.Interaction.find(uid)
      if (!found) break
      if (found.result) return found.returnTo
      await delay(STEP)
    }
    throw new InteractionRefused('expired')
  }

  return {
    readInteraction,

    finishInteraction: (req, res, given) =>
      answerOnce(req, res, async () => {
        const interaction = await readInteraction(req, res)
        const { params } = await details(req, res)
        const origin = originOf(req, String(res.locals.requestId))
        const subject = await acceptConsent({ store, clock }, interaction, given, origin)
        const grant = new provider.Grant({ accountId: subject, clientId: interaction.app.id })
        const resource = String(params.resource)
        grant.addResourceScope(resource, given.scopes.join(' '))
        // Without this the library would ask for them again.
        const withheld = interaction.scopes.filter((scope) => !given.scopes.includes(scope))
        if (withheld.length > 0) grant.rejectResourceScope(resource, withheld.join(' '))
        const grantId = await grant.save()
        await keepConsent(store, { subject, appId: interaction.app.id, scopes: given.scopes, grantId })
        const result = { login: { accountId: subject, remember: false }, consent: { grantId } }
        await provider.interactionFinished(req, res, result, { mergeWithLastSubmission: false })
      }),

    refuseInteraction: (req, res) =>
      answerOnce(req, res, async () => {
        const result = { error: 'access_denied', error_description: 'the person refused' }
        await provider.interactionFinished(req, res, result, { mergeWithLastSubmission: false })
      }),
  }
}
