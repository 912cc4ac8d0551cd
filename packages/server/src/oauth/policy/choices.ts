import type { Schemas, Scope } from '@sendoff/api'
import { findFull } from '../../apps/most.ts'
import type { Reader } from '../../store/schema.ts'
import { common, isAdministrator } from './consent.ts'
import type { Interaction } from './interaction.ts'
import { scopesOfRole } from './scopes.ts'

/** An account that may answer a request for authorization. */
export type Choice = {
  account_id: string
  name: string
  /** Null for a personal account. */
  organization: { org_id: string; name: string } | null
  role: Schemas['Role'] | null
  /** Of what was asked, what the account can grant. */
  scopes: Scope[]
  generation: string
  appGeneration: string
}

/**
 * Lists the accounts of a person that may answer a request. A third-party app is authorised by a founder or an administrator, for
 * their organisation; an internal app is for the members of its own; the platform's own is for everybody.
 *
 * @returns those that can grant anything, oldest first
 */
export async function listChoices(
  db: Reader,
  { app, scopes, orgId }: Pick<Interaction, 'app' | 'scopes' | 'orgId'>,
  identityId: string,
): Promise<Choice[]> {
  const rows = await db
    .selectFrom('account')
    .innerJoin('app', (join) => join.on('app.app_id', '=', app.id))
    .leftJoin('organization', 'organization.org_id', 'account.org_id')
    .select([
      'account.account_id',
      'account.name',
      'account.role',
      'account.generation',
      'account.org_id',
      'organization.name as organization',
      'organization.status',
      'app.generation as appGeneration',
      'app.org_id as owner',
    ])
    .where('account.identity_id', '=', identityId)
    .where('account.status', '=', 'active')
    .where('account.condition', '=', 'normal')
    .where('account.accepted_at', 'is not', null)
    .orderBy('account.account_id')
    .execute()
  const orgIds = rows.flatMap(({ org_id }) => org_id ?? [])
  const full = app.kind === 'third_party' ? await findFull(db, orgIds, app.id) : new Set<string>()
  return rows
    .filter((row) => orgId === null || row.org_id === orgId)
    .filter((row) => row.org_id === null || !full.has(row.org_id))
    .filter((row) => {
      if (app.kind === 'third_party') return row.status === 'active' && isAdministrator(row.role)
      return row.status !== 'dissolved' && (row.owner === null || row.owner === row.org_id)
    })
    .map(({ account_id, name, role, generation, appGeneration, org_id, organization }) => ({
      account_id,
      name,
      organization: org_id !== null && organization !== null ? { org_id, name: organization } : null,
      role,
      scopes: app.kind === 'third_party' ? scopes : common(scopes, scopesOfRole(role)),
      generation,
      appGeneration,
    }))
    .filter((choice) => choice.scopes.length > 0)
}
