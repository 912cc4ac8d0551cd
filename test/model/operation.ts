import fc from 'fast-check'
import type { Answer } from '../support/platform.ts'
import type { Real } from './real.ts'
import type { Member, Model, Organization } from './state.ts'

/** The outcome of an operation in a state of the model. */
export type Plan = {
  /** The request in words. */
  says: string
  /** The code of the refusal that the rules demand; undefined when it has to succeed. */
  refusal: string | undefined
  send(): Promise<Answer>
  /** Changes the model as the rules say that the platform changed. */
  follow(answer: Answer): Promise<void> | void
}

/** Something that is done to the platform. */
export type Operation<Choice = any> = {
  name: string
  choice: fc.Arbitrary<Choice>
  /** Undefined when there is nothing that it could be done to. */
  plan(model: Model, real: Real, choice: Choice): Plan | undefined
}

export const operation = <Choice>(
  name: string,
  choice: fc.Arbitrary<Choice>,
  plan: Operation<Choice>['plan'],
): Operation => ({ name, choice, plan })

/** Chooses one of however many there are by then. */
export const index = fc.nat(999)

export const pick = <Item>(items: readonly Item[], chosen: number): Item | undefined => items[chosen % items.length]

/** An organisation: the first one more often than the others, so that much meets in it. */
export const anOrganization = fc.constantFrom(0, 0, 0, 1, 1, 2)

export const organizationOf = (model: Model, chosen: number): Organization =>
  pick(model.organizations, chosen) as Organization

/** Somebody of an organisation: mostly a living member, sometimes one who departed. */
export function memberOf(model: Model, organization: Organization, chosen: number): Member {
  const all = model.members.filter((member) => member.organization === organization)
  const living = all.filter(({ status }) => status === 'active')
  return pick(chosen % 10 === 0 || living.length === 0 ? all : living, Math.floor(chosen / 10)) as Member
}

/** The actor in an organisation: its app, its founder, one of its administrators, or anybody. */
export const anActor = fc.record({
  kind: fc.constantFrom('app', 'app', 'founder', 'admin', 'anybody'),
  chosen: index,
})
type ActorChoice = { kind: string; chosen: number }

/** The caller of a request. */
export type Acting = {
  name: string
  /** Undefined for an app. */
  member: Member | undefined
  token: string
  /** With what a request of theirs is refused, whatever it is. */
  refusal: 'token_revoked' | 'account_restricted' | undefined
  administrator: boolean
}

export function actorOf(model: Model, organization: Organization, { kind, chosen }: ActorChoice): Acting {
  if (kind === 'app') {
    const refusal = organization.status === 'dissolved' ? 'token_revoked' : undefined
    const name = `the app of ${organization.name}`
    return { name, member: undefined, token: organization.appToken, refusal, administrator: true }
  }
  const founder = kind === 'founder' ? model.founder(organization) : undefined
  const admin = kind === 'admin' ? pick(model.admins(organization), chosen) : undefined
  return as(founder ?? admin ?? memberOf(model, organization, chosen), chosen)
}

/** A member who acts with one of the tokens that were ever issued for them. */
export function as(member: Member, chosen = 0): Acting {
  const newest = member.tokens.at(-1)
  const token = (chosen % 5 === 0 ? pick(member.tokens, chosen) : newest) ?? { text: 'none', good: false }
  const administrator = member.role !== 'member'
  const name = `${member.name} (${member.role} of ${member.organization.name})`
  return { name, member, token: token.text, refusal: tokenRefusal(member, token), administrator }
}

/** The refusal of a token: for good if its account departed, for the time of a restriction otherwise. */
export function tokenRefusal(member: Member, token: { good: boolean }) {
  if (!token.good || member.status !== 'active') return 'token_revoked'
  return member.condition === 'normal' ? undefined : 'account_restricted'
}

/** The first of some refusals, in the order in which the platform checks them. */
export const first = (...refusals: (string | undefined | false)[]): string | undefined =>
  refusals.find((refusal) => typeof refusal === 'string') || undefined
