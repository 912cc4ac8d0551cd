import fc from 'fast-check'
import {
  actorOf,
  anActor,
  anOrganization,
  first,
  index,
  memberOf,
  operation,
  organizationOf,
  pick,
} from './operation.ts'
import { userScopes } from './real.ts'
import { countPassword, lastAdmin, notDissolving, wrongPassword } from './rules.ts'
import { type Condition, kinds, type Member, type Model, type Person, type Resource } from './state.ts'

/** Few addresses, so that people come again. */
const newcomers = ['noor@new.example', 'nils@new.example', 'nadia@new.example', 'nico@new.example']

const inOrganization = { organization: anOrganization, actor: anActor, target: index }

export const createMember = operation(
  'members.create',
  fc.record({
    organization: anOrganization,
    actor: anActor,
    address: index,
    again: fc.boolean(),
    meant: fc.constantFrom('nothing', 'rehire', 'rehire', 'new_person'),
  }),
  (model, real, choice) => {
    const organization = organizationOf(model, choice.organization)
    const { name, token, refusal, administrator } = actorOf(model, organization, choice.actor)
    const known = model.members.filter((member) => member.organization === organization).map(({ email }) => email)
    const email = pick(choice.again ? known : newcomers, choice.address) ?? ''
    const exists = model.active(organization).some((member) => member.email === email)
    const former = model.departures.findLast(
      ({ member, status, restorableUntil = 0 }) =>
        status === 'departed' &&
        restorableUntil > model.now &&
        member.organization === organization &&
        member.email === email,
    )
    const rehired = choice.meant === 'rehire' ? former : undefined
    const isNew = choice.meant === 'new_person'
    const again = rehired && !exists ? personOfReturning(model, rehired.member) : undefined
    const twice = model.active(organization).some(({ person }) => person === (again ?? model.holder(email)))
    return {
      says: `${name} adds ${email} to ${organization.name} (${choice.meant})`,
      refusal: first(
        refusal,
        !administrator && 'admin_required',
        notDissolving(organization),
        exists && 'member_exists',
        former && !rehired && !isNew && 'departure_restorable',
        twice && 'member_exists',
      ),
      send: () => {
        const meant = { ...(rehired && { rehire_of: rehired.id }), ...(isNew && { new_person: true }) }
        return real.call('POST', '/v1.0/members', token, { name: email, email, ...meant })
      },
      async follow({ body }) {
        const person = again ?? model.comer(email)
        if (person.address === undefined) model.give(person, email)
        const known = { id: body.account_id, name: `${email} #${model.members.length}`, organization, email, person }
        const state = { role: 'member', condition: 'normal', status: 'active' } as const
        const rest = { tokens: [], failures: 0, blockedUntil: 0 }
        const member: Member = { ...known, ...state, ...rest, rehired: rehired && firstOf(rehired.member) }
        model.members.push(member)
        await real.notified()
        await real.acceptMembership(member)
        await real.issueToken(member)
      },
    }
  },
)

const firstOf = (member: Member): Member => member.rehired ?? member

/** The person who comes back: themselves, unless their address has gone to somebody else. */
function personOfReturning(model: Model, { person, email, organization }: Member): Person | undefined {
  if (person.address !== undefined) return person
  const holder = model.holder(email)
  if (holder && model.isAlive(holder)) return holder
  return model.isOnlyOf(person, organization) ? person : undefined
}

export const changeAddress = operation(
  'me.changeAddress',
  fc.record({ organization: anOrganization, target: index }),
  (model, real, choice) => {
    const member = memberOf(model, organizationOf(model, choice.organization), choice.target)
    const token = member.tokens.findLast(({ good }) => good)
    const { password, address: old } = member.person
    if (!token || member.status !== 'active' || member.condition !== 'normal' || !password || !old) return undefined
    if (member.blockedUntil > model.now) return undefined
    const address = `moved-${model.story.length}@new.example`
    return {
      says: `${member.name} moves from ${old} to ${address}`,
      refusal: undefined,
      send: async () => real.changeAddress(token.text, address, password),
      async follow() {
        member.failures = 0
        member.person.address = address
        for (const one of model.members) {
          if (one.person !== member.person || one.status !== 'active') continue
          for (const each of one.tokens) each.good = false
          if (one.email === old) one.email = address
          await real.issueToken(one)
        }
      },
    }
  },
)

export const setRole = operation(
  'members.setRole',
  fc.record({ ...inOrganization, role: fc.constantFrom('admin', 'member') }),
  (model, real, choice) => {
    const organization = organizationOf(model, choice.organization)
    const kind = choice.actor.kind === 'app' ? 'founder' : choice.actor.kind
    const { name, token, refusal, administrator } = actorOf(model, organization, { ...choice.actor, kind })
    const target = memberOf(model, organization, choice.target)
    const role = choice.role as 'admin' | 'member'
    return {
      says: `${name} makes ${target.name} (${target.role}) ${role}`,
      refusal: first(
        refusal,
        !administrator && 'admin_required',
        target.status === 'purged' && 'member_not_found',
        target.status === 'departed' && 'already_departed',
        target.role === 'founder' && 'founder_must_transfer',
        target.role === 'admin' && role === 'member' && lastAdmin(model, target),
      ),
      send: () => real.call('PUT', `/v1.0/members/${target.id}/role`, token, { role }),
      follow() {
        target.role = role
      },
    }
  },
)

export const setCondition = operation(
  'members.setCondition',
  fc.record({
    ...inOrganization,
    condition: fc.constantFrom('normal', 'normal', 'normal', 'frozen', 'banned', 'suspended', 'abnormal'),
  }),
  (model, real, choice) => {
    const organization = organizationOf(model, choice.organization)
    const { name, token, refusal, administrator } = actorOf(model, organization, choice.actor)
    const target = memberOf(model, organization, choice.target)
    const condition = choice.condition as Condition
    return {
      says: `${name} sets ${target.name} ${condition}`,
      refusal: first(
        refusal,
        !administrator && 'admin_required',
        target.status === 'purged' && 'member_not_found',
        target.status === 'departed' && 'already_departed',
        target.role === 'founder' && 'founder_must_transfer',
        target.role === 'admin' && target.condition === 'normal' && condition !== 'normal' && lastAdmin(model, target),
      ),
      send: () => real.call('PUT', `/v1.0/members/${target.id}/condition`, token, { condition }),
      follow() {
        const offboarding = model.scheduledOffboarding(target)
        if (offboarding && target.condition !== condition) offboarding.suspendedFrom = undefined
        target.condition = condition
      },
    }
  },
)

export const upsertResource = operation(
  'resources.upsert',
  fc.record({ ...inOrganization, number: fc.nat(7), kind: fc.constantFrom(...kinds) }),
  (model, real, choice) => {
    const organization = organizationOf(model, choice.organization)
    const { name, token, refusal, administrator, member } = actorOf(model, organization, choice.actor)
    const owner = memberOf(model, organization, choice.target)
    const { kind } = choice
    const external_id = `thing ${choice.number}`
    const key = `${organization.id} ${member ? 'console' : organization.appId} ${external_id}`
    const known = model.resources.find((resource) => resource.key === key)
    const held = known?.status === 'held' && known.owner !== owner
    return {
      says: `${name} registers ${kind} "${external_id}" of ${owner.name}`,
      refusal: first(
        refusal,
        !administrator && 'admin_required',
        (held || owner.status !== 'active') && 'invalid_request',
      ),
      send: () => {
        const resource = { external_id, kind, name: external_id, owner_id: owner.id }
        return real.call('POST', '/v1.0/resources', token, { resources: [resource] })
      },
      follow({ body }) {
        const id = body.data[0].resource_id
        const resource: Resource = known ?? { id, name: external_id, kind, owner, status: 'owned', key }
        if (!known) model.resources.push(resource)
        Object.assign(resource, { kind, owner })
      },
    }
  },
)

export const transferFounder = operation(
  'organization.transferFounder',
  fc.record({ ...inOrganization }),
  (model, real, choice) => {
    const organization = organizationOf(model, choice.organization)
    const kind = choice.actor.kind === 'anybody' ? 'anybody' : 'founder'
    const { name, token, refusal, member } = actorOf(model, organization, { ...choice.actor, kind })
    if (!member) return undefined
    const target = memberOf(model, organization, choice.target)
    const founder = !refusal && member.role === 'founder'
    const password = founder ? wrongPassword(model, member) : undefined
    const able = target !== member && target.status === 'active' && target.condition === 'normal'
    return {
      says: `${name} makes ${target.name} the founder`,
      refusal: first(
        refusal,
        password,
        !founder && 'founder_required',
        target.status === 'purged' && 'member_not_found',
        !able && 'recipient_invalid',
        model.scheduledOffboarding(target) && 'offboarding_exists',
        model.openApplication(target) && 'application_pending',
      ),
      send: async () => {
        if (founder) countPassword(model, member, password)
        const body = { account_id: target.id, password: member.person.password ?? 'not the password' }
        return real.call('POST', '/v1.0/organization/founder-transfer', token, body)
      },
      follow() {
        member.role = 'admin'
        target.role = 'founder'
      },
    }
  },
)

export const newToken = operation(
  'sandbox.createUserToken',
  fc.record({ organization: anOrganization, target: index }),
  (model, real, choice) => {
    const member = memberOf(model, organizationOf(model, choice.organization), choice.target)
    return {
      says: `another token of ${member.name}`,
      refusal: member.status === 'active' ? undefined : 'account_not_found',
      send: () => {
        const body = { account_id: member.id, scopes: userScopes }
        return real.platform.post('/v1.0/sandbox/user-tokens', undefined, body)
      },
      follow({ body }) {
        member.tokens.push({ text: body.access_token, good: true })
      },
    }
  },
)
