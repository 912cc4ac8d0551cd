import { open } from '../support/members.ts'
import type { Platform } from '../support/platform.ts'

/** An organisation of the demo with the operations of its departments, as its app. */
export async function opened(platform: Platform, index = 0) {
  const organization = await open(platform, index)
  const { orgId } = organization
  const token = await platform.appToken(orgId, 'org:read', 'org:write', 'member:read', 'member:write')
  const path = (id: number, more = '') => `/v1.0/departments/${id}${more}`
  return {
    ...organization,
    token,
    create: async (body: object, as = token): Promise<number> =>
      (await platform.post('/v1.0/departments', as, body)).body.dept_id,
    read: (id: number) => platform.get(path(id), token),
    update: (id: number, body: object, as = token) => platform.call('PATCH', path(id), { token: as, body }),
    remove: (id: number, moveTo?: number, as = token) =>
      platform.call('DELETE', path(id, moveTo === undefined ? '' : `?move_to=${moveTo}`), { token: as }),
    preview: (id: number, moveTo?: number, as = token) =>
      platform.get(path(id, `/deletion/preview${moveTo === undefined ? '' : `?move_to=${moveTo}`}`), as),
    deletion: (id: number, as = token) => platform.get(path(id, '/deletion'), as),
    join: async (name: string, dept_ids: number[]): Promise<string> =>
      (await platform.post('/v1.0/members', token, { name, email: `${name}@dept.example`, dept_ids })).body.account_id,
    deptIds: async (accountId: string): Promise<number[]> =>
      (await platform.get(`/v1.0/members/${accountId}`, token)).body.dept_ids,
  }
}
