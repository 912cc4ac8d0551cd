/** The state by the rules: a small picture of the platform that the operations change as the design says. */

export type Role = 'founder' | 'admin' | 'member'
export type Condition = 'normal' | 'frozen' | 'banned' | 'suspended' | 'abnormal'

export type Organization = {
  id: string
  name: string
  status: 'active' | 'dissolving' | 'dissolved'
  policy: 'instant' | 'approval'
  policies: {
    leaverMayDelete: boolean
    windowDays: number
    suspend: 'never' | 'before_departure' | 'when_scheduled'
    suspensionHours: number
  }
  appId: string
  appToken: string
}

/** Somebody with a sign-in; added people have no password yet. */
export type Person = {
  /** Undefined once the address has gone to somebody else. */
  address: string | undefined
  password: string | undefined
  /** True for the demo's people with a personal account. */
  personal: boolean
}

export type Member = {
  id: string
  name: string
  organization: Organization
  email: string
  person: Person
  /** The first of the person's accounts in the organisation, if they were rehired. */
  rehired?: Member | undefined
  role: Role
  condition: Condition
  status: 'active' | 'departed' | 'purged'
  /** Every token that was ever issued for the account; `good` until the account departs. */
  tokens: { text: string; good: boolean }[]
  /** Wrong passwords in a row, and until when none is looked at. */
  failures: number
  blockedUntil: number
}

export type Resource = {
  id: string
  name: string
  kind: string
  owner: Member
  status: 'owned' | 'held'
  /** The key by which an upsert finds it. */
  key: string | undefined
}

export type Departure = {
  id: string
  member: Member
  method: 'self_leave' | 'approved_leave' | 'admin_offboard' | 'org_dissolved'
  status: 'departed' | 'restored' | 'purged'
  restorableUntil: number | undefined
  /** The number of times that what was held was handed over. */
  handedOver: number
  /** The condition before the offboarding suspended the member, if it did. */
  suspendedFrom?: Condition | undefined
}

export type Application = {
  id: string
  member: Member
  status: 'pending' | 'approved' | 'rejected' | 'withdrawn' | 'confirmed' | 'expired'
  expiresAt: number
}

export type Offboarding = {
  id: string
  member: Member
  /** In whose name it is carried out; undefined for the app. */
  by: Member | undefined
  handover: Handover
  status: 'scheduled' | 'completed' | 'canceled' | 'failed'
  effectiveAt?: number
  /** The time from which the member is suspended first, if they are. */
  suspendAt?: number | undefined
  /** The condition before the suspension. */
  suspendedFrom?: Condition | undefined
}

export type Invitation = {
  id: string
  from: Organization
  to: Organization
  status: 'pending' | 'accepted' | 'revoked' | 'expired'
  expiresAt: number
}

export type Association = { one: Organization; other: Organization; oneDept: number; otherDept: number }

/** A legal hold; while one stands, nothing of its person's account is removed. */
export type Hold = { id: string; departure: Departure; status: 'standing' | 'released' }

/** The choices of a departure; `recipient` is a member of the organisation. */
export type Handover = { recipient?: Member; byKind?: { kind: string; action: 'hold' | 'delete' } }

/** Something that falls due; at the same moment, the first scheduled comes first. */
type Due = { at: number; order: number; subject: object; kind: string; happen: () => Promise<void> }

export const HOUR = 60 * 60 * 1000
export const DAY = 24 * HOUR
export const kinds = ['document', 'calendar', 'approval', 'mailbox', 'group', 'survey', 'note'] as const

export class Model {
  now: number
  organizations: Organization[] = []
  members: Member[] = []
  resources: Resource[] = []
  departures: Departure[] = []
  applications: Application[] = []
  offboardings: Offboarding[] = []
  holds: Hold[] = []
  invitations: Invitation[] = []
  associations: Association[] = []
  /** The steps so far in words, each with its answer. */
  readonly story: string[] = []
  private due: Due[] = []
  private scheduled = 0

  constructor(now: number) {
    this.now = now
  }

  /** The person who signs in with an address. */
  holder = (address: string) => this.members.find(({ person }) => person.address === address)?.person

  /** A person whose account lives keeps their address; any other gives it up to the next one. */
  isAlive = (person: Person) =>
    person.personal || this.members.some((member) => member.person === person && member.status === 'active')

  /** True if a person never had an account outside of the organisation. */
  isOnlyOf = (person: Person, organization: Organization) =>
    !person.personal && this.members.every((one) => one.person !== person || one.organization === organization)

  /** Gives an address to a person, which its former owner loses. */
  give(person: Person, address: string): void {
    for (const member of this.members) if (member.person.address === address) member.person.address = undefined
    person.address = address
  }

  /** Finds who comes with an address: its owner while an account of theirs lives, or somebody new. */
  comer(address: string): Person {
    const holder = this.holder(address)
    if (holder && this.isAlive(holder)) return holder
    const person: Person = { address: undefined, password: undefined, personal: false }
    this.give(person, address)
    return person
  }

  active = (organization: Organization) =>
    this.members.filter((member) => member.organization === organization && member.status === 'active')

  admins = (organization: Organization) => this.active(organization).filter(({ role }) => role === 'admin')

  founder = (organization: Organization) => this.active(organization).find(({ role }) => role === 'founder')

  openApplication = (member: Member) =>
    this.applications.find((one) => one.member === member && ['pending', 'approved'].includes(one.status))

  /** Scheduled to be offboarded, or approved to leave. */
  isAboutToDepart = (member: Member) =>
    this.scheduledOffboarding(member) !== undefined || this.openApplication(member)?.status === 'approved'

  scheduledOffboarding = (member: Member) =>
    this.offboardings.find((one) => one.member === member && one.status === 'scheduled')

  isOnHold = (member: Member) =>
    this.holds.some(({ departure, status }) => departure.member === member && status === 'standing')

  association = (one: Organization, other: Organization) =>
    this.associations.find(
      (known) => [known.one, known.other].includes(one) && [known.one, known.other].includes(other),
    )

  schedule(at: number, kind: string, subject: object, happen: () => Promise<void>): void {
    this.due.push({ at, kind, subject, happen, order: this.scheduled++ })
  }

  unschedule(kind: string, subject: object): void {
    this.due = this.due.filter((one) => one.kind !== kind || one.subject !== subject)
  }

  /** When the next thing falls due, if anything does. */
  nextDue = () => this.due.toSorted((a, b) => a.at - b.at)[0]?.at

  /** Lets everything happen that falls due until a time. */
  async advanceTo(time: number): Promise<void> {
    for (;;) {
      const [next] = this.due.toSorted((a, b) => a.at - b.at || a.order - b.order)
      if (!next || next.at > time) break
      this.due = this.due.filter((one) => one !== next)
      this.now = next.at
      await next.happen()
    }
    this.now = time
  }
}
