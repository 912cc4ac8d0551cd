import type { CallOf, Schemas } from '@sendoff/api'
import { isAdministrator, type OrganizationActor } from '../../actor.ts'
import { timestamp } from '../../clock.ts'
import { findMember } from '../../members/member.ts'
import { invalid, Refusal } from '../../refusal.ts'
import { paged } from '../../store/page.ts'
import type { View } from '../../store/work.ts'
import { creationsOf, effects, types } from './find.ts'

/**
 * Lists the things that a member made or asked for, by type, also after they departed. Apps and administrators see those of any
 * member, other members only their own (S80).
 *
 * @throws {Refusal} `member_not_found`, `admin_required`
 */
export async function listCreations(
  view: View,
  actor: OrganizationActor,
  { account_id, type, ...page }: CallOf<'members.listCreations'>,
): Promise<Schemas['CreationList']> {
  const maker = await findMember(view.db, actor.orgId, account_id)
  if (!isAdministrator(actor) && actor.id !== account_id) throw new Refusal('admin_required')
  const asked = type === undefined ? types : [type]
  const read = async (after: string, limit: number) => {
    const [from, last] = after === '' ? [0, ''] : placeOf(after)
    const rows: (Awaited<ReturnType<typeof readPage>>[number] & { place: number })[] = []
    for (const [place, one] of asked.entries()) {
      if (place < from || rows.length === limit) continue
      const found = await readPage(view, maker, one, { after: place === from ? last : '', limit: limit - rows.length })
      rows.push(...found.map((row) => ({ ...row, place })))
    }
    return rows
  }
  return paged(page, read, {
    key: ({ place, id }) => `${place}_${id}`,
    present: ({ place: _, created_at, ...row }) => ({
      ...row,
      effect: effects[row.type],
      created_at: timestamp(created_at),
    }),
  })
}

async function readPage(
  view: View,
  maker: Parameters<typeof creationsOf>[1],
  type: (typeof types)[number],
  { after, limit }: { after: string; limit: number },
) {
  const rows = await creationsOf(view, maker, type)
    .select(['id', 'name', 'about_id', 'created_at'])
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ type, ...row }))
}

/** Splits a key into the place of the type in the list and the id. */
function placeOf(key: string): [number, string] {
  const [, place, id] = /^([0-9])_(.+)$/.exec(key) ?? []
  if (place === undefined || id === undefined) throw invalid({ in: 'query', pointer: '/cursor' }, 'query.cursor')
  return [Number(place), id]
}
