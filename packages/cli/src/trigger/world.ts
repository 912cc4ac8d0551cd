import { randomBytes } from 'node:crypto'
import { appScopes, userScopes } from '@sendoff/api'
import type { Client, ResultOf } from '@sendoff/sdk'
import { EXIT, Failure } from '../errors/failure.ts'
import type { Session } from '../session/session.ts'
import type { Texts } from '../texts/texts.ts'

type Account = ResultOf<'sandbox.getData'>['data'][number]

/** A client with every scope of a person. */
export type Person = Client<(typeof userScopes)[number]>

export type World = Awaited<ReturnType<typeof openWorld>>

/** The password of the people that are made here. */
const PASSWORD = 'a password of the sandbox'

/**
 * Opens an organisation of a sandbox, in which facts are made. Members, organisations and apps that a fact needs are made for it, so that
 * it can be made any number of times.
 *
 * @param options `org` is an id or a name; `moved` receives each step of the sandbox's clock
 * @throws {Failure} exit 1 where there is no sandbox, 3 for an organisation that it does not have
 */
export async function openWorld(
  session: Session,
  { org, moved, texts }: { org: string | undefined; moved: (by: string) => void; texts: Texts },
) {
  const { sandbox, accounts, verificationCodes } = session.patient()
  const { data: some } = await sandbox.getData({ limit: 200 }).catch((error) => {
    if (error instanceof Error && 'status' in error && error.status === 404) {
      throw new Failure(EXIT.refused, 'not_a_sandbox', texts.trigger.noSandbox)
    }
    throw error
  })
  const one = some.find(
    ({ org_id, organization_name, status }) =>
      org_id && status === 'active' && (org === undefined || org_id === org || organization_name === org),
  )
  // Its address is known already, so that no code has to be sent, of which there are only so many.
  const personal = some.find(({ kind, status }) => kind === 'personal' && status === 'active')?.account_id
  if (!one?.org_id) throw new Failure(EXIT.notFound, 'organization_not_found', texts.trigger.noOrganization(org ?? ''))
  const { org_id, organization_name } = one
  const members: Account[] = []
  for await (const member of sandbox.getData({ org_id, limit: 200 })) members.push(member)
  const can = members.filter(
    ({ status, condition, accepted }) => status === 'active' && condition === 'normal' && accepted,
  )
  const founderId = can.find(({ role }) => role === 'founder')?.account_id
  if (!founderId) throw new Failure(EXIT.refused, 'founder_missing', texts.trigger.noFounder)
  const adminId = can.find(({ role }) => role === 'admin')?.account_id ?? founderId

  const clients = new Map<string, Promise<Person>>()
  const signIn = async (account_id: string): Promise<Person> => {
    const { access_token: token } = await sandbox.createUserToken({ account_id, scopes: [...userScopes] })
    return session.as({ token }, userScopes)
  }
  /** A client that acts as an account. */
  const as = (account_id: string): Promise<Person> => {
    const client = clients.get(account_id) ?? signIn(account_id)
    clients.set(account_id, client)
    return client
  }
  const [founder, admin] = await Promise.all([as(founderId), as(adminId)])
  const unique = () => randomBytes(6).toString('hex')
  const newAddress = () => `kim.${unique()}@sendoff.example`

  const world = {
    org_id,
    name: organization_name ?? org_id,
    founderId,
    founder,
    adminId,
    admin,
    as,
    newAddress,
    newName: () => `Kim ${unique()}`,
    texts,

    /** Moves the sandbox's clock, and waits until everything that fell due is done. @param by as ISO 8601 writes durations */
    async advance(by: string): Promise<void> {
      await sandbox.advanceClock({ by })
      if (by !== 'PT0S') moved(by)
    },
    /** The moment some hours from now, by the sandbox's clock. */
    async inHours(hours: number): Promise<string> {
      const { now } = await sandbox.getClock()
      return new Date(Date.parse(now) + hours * 3_600_000).toISOString()
    },
    /** Adds a member, with an address unless one is given. @returns the id of the account */
    async newMember(more: { email?: string; manager_id?: string } = {}): Promise<string> {
      const { account_id } = await admin.members.create({ name: world.newName(), email: newAddress(), ...more })
      return account_id
    },
    /** Adds a member who has signed in, and so accepted. */
    async newSignedIn(email = newAddress()): Promise<string> {
      const account_id = await world.newMember({ email })
      await as(account_id)
      return account_id
    },
    /** Adds an administrator. */
    async newAdmin(): Promise<string> {
      const account_id = await world.newSignedIn()
      await founder.members.setRole({ account_id, role: 'admin' })
      return account_id
    },
    /** Sends a code to an address and reads it, as only the sandbox allows. */
    async codeFor(email: string, purpose: 'register' | 'change_address') {
      const { verification_id } = await verificationCodes.create({ email, purpose })
      for await (const sent of sandbox.listVerificationCodes({ limit: 200 })) {
        if (sent.verification_id === verification_id) return { verification_id, code: sent.code }
      }
      throw new Failure(EXIT.refused, 'code_not_sent', texts.trigger.noCode)
    },
    /** Registers a personal account. */
    async newPerson(email = newAddress()) {
      const code = await world.codeFor(email, 'register')
      const { account_id } = await accounts.register({ email, ...code, password: PASSWORD, name: world.newName() })
      return { account_id, email, password: PASSWORD }
    },
    /** Makes a person a member who has accepted. */
    async newAccepted(more: { manager_id?: string } = {}) {
      const person = await world.newPerson()
      const member_id = await world.newMember({ email: person.email, ...more })
      await (await as(person.account_id)).membershipInvitations.accept({ account_id: member_id })
      return { ...person, member_id }
    },
    /** Makes another organisation with its founder. */
    async newOrganization() {
      const account_id = personal ?? (await world.newPerson()).account_id
      const made = await (await as(account_id)).organizations.create({ name: world.newName() })
      return { org_id: made.organization.org_id, founder: await as(made.account_id) }
    },
    /** Gives a member a resource of each kind. */
    async newResources(owner_id: string, ...kinds: string[]): Promise<void> {
      const resources = kinds.map((kind) => ({ external_id: unique(), kind, name: world.newName(), owner_id }))
      await admin.resources.upsert({ resources })
    },
    /** Offboards a member. @returns the id of the departure */
    async depart(account_id: string, kinds: { kind: string; action: 'delete' | 'transfer' }[] = []): Promise<string> {
      const handover = kinds.length > 0 && { handover: { recipient_id: adminId, by_kind: kinds } }
      const done = await admin.offboardings.create({ account_id, reason_code: 'other', ...handover })
      return done.departure_id ?? ''
    },
    /** The first internal app of the organisation. */
    async appId(): Promise<string> {
      for await (const app of admin.apps.list({ limit: 200 })) if (app.kind === 'internal') return app.app_id
      return (await admin.apps.create({ name: world.newName(), kind: 'internal', scopes: ['event:read'] })).app_id
    },
    /** Makes an internal app that can do everything, and the client that acts as it. */
    async newApp() {
      const made = await admin.apps.create({ name: world.newName(), kind: 'internal', scopes: [...appScopes] })
      const { app_id, client_id: clientId } = made
      return { app_id, client: session.as({ clientId, clientSecret: made.client_secret ?? '' }, appScopes) }
    },
    /** Makes an endpoint at which nobody answers, for the time of `work`. */
    async withEndpoint(work: (endpoint_id: string) => Promise<unknown>, deprovisions = false): Promise<void> {
      const app_id = await world.appId()
      const { endpoint_id } = await admin.webhookEndpoints.create({ app_id, url: 'http://127.0.0.1:9/', deprovisions })
      try {
        await work(endpoint_id)
      } finally {
        await admin.webhookEndpoints.delete({ endpoint_id })
      }
    },
  }
  return world
}
