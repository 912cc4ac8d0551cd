import type { Schemas } from '@sendoff/api'
import { adminsOf, listDeparturesOf } from '../accounts/my-departures.ts'
import { type Choice, listChoices } from '../oauth/policy/choices.ts'
import type { Interaction } from '../oauth/policy/interaction.ts'
import type { Reader } from '../store/schema.ts'

/** A person to ask, and how to reach them. */
export type Administrator = Pick<Schemas['Admin'], 'name' | 'role' | 'email' | 'phone'>

/** An account of the person who signed in; one that can't be chosen comes with the people to ask about it. */
export type OwnAccount = Choice & { administrators: Administrator[] }

/** An account that is gone, and why. */
export type Departed = {
  organizationName: string
  method: Schemas['DepartureMethod']
  initiator: Schemas['Initiator']
  reasonCode: string | null
  reasonText: string | null
  departedAt: Date
  /** Null when it can't be brought back. */
  restorableUntil: Date | null
  administrators: Administrator[]
}

/** Lists a person's accounts, oldest first: each with what it can grant to the app, or why not and whom to ask (S33, S22 to S25). */
export async function listOwnAccounts(db: Reader, interaction: Interaction, identityId: string): Promise<OwnAccount[]> {
  const choices = await listChoices(db, interaction, identityId)
  const closed = choices.flatMap(({ orgId, refused }) => (refused && orgId !== null ? [orgId] : []))
  const administrators = await adminsOf(db, [...new Set(closed)])
  return choices.map((choice) => ({
    ...choice,
    administrators: administrators.filter(({ org_id, account_id }) => {
      return choice.refused !== undefined && org_id === choice.orgId && account_id !== choice.accountId
    }),
  }))
}

/** Lists a person's accounts that are gone, the latest first: why, and whom to ask about it (S21). */
export async function listDeparted(db: Reader, identityId: string, accounts: OwnAccount[]): Promise<Departed[]> {
  const { data } = await listDeparturesOf(db, identityId, { limit: 200 })
  return (
    data
      .filter(({ status }) => status !== 'restored')
      // A person who came back as a new member has nothing to ask.
      .filter(({ org_id }) => !accounts.some(({ orgId }) => orgId === org_id))
      .toReversed()
      .map((departure) => ({
        organizationName: departure.organization_name,
        method: departure.method,
        initiator: departure.initiator,
        reasonCode: departure.reason_code,
        reasonText: departure.reason_text,
        departedAt: new Date(departure.departed_at),
        restorableUntil:
          departure.status === 'departed' && departure.restorable_until !== null
            ? new Date(departure.restorable_until)
            : null,
        administrators: departure.admins,
      }))
  )
}
