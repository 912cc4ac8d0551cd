import type { Scope } from '@sendoff/api'
import { rows } from './database.ts'
import { must, type Platform } from './platform.ts'

/** Associates two organisations of the demo, as `partner`. */
export async function associate(platform: Platform, one: number, other: number) {
  const [org_id, associated_org_id] = [platform.organization(one).org_id, platform.organization(other).org_id]
  const side = { association_id: `assoc_of_the_test_${one}_${other}`, dept_id: 2, associated_dept_id: 2 }
  const linked = {
    ...side,
    type: 'partner' as const,
    status: 'linked' as const,
    linked_at: Date.now(),
    unlinked_at: null,
  }
  await rows(platform, (db) =>
    db
      .insertInto('association')
      .values([
        { ...linked, org_id, associated_org_id },
        { ...linked, org_id: associated_org_id, associated_org_id: org_id },
      ])
      .execute(),
  )
  return { ...side, org_id, associated_org_id }
}

/** Lets an organisation of the demo authorise the third-party app. */
export async function authorize(platform: Platform, index: number, scopes: Scope[]): Promise<void> {
  const { org_id, members } = platform.organization(index)
  const authorization = {
    org_id,
    authorization_id: `auth_of_the_test_${index}`,
    app_id: must(platform.data.third_party_apps[0]).app_id,
    scopes: JSON.stringify(scopes),
    status: 'active' as const,
    grant_id: `gen_of_the_test_${index}`,
    authorized_by: must(members[0]).account_id,
    created_at: Date.now(),
    ended_at: null,
  }
  await rows(platform, (db) => db.insertInto('authorization').values(authorization).execute())
}
