import type { Platform } from './platform.ts'

export const PATH = '/v1.0/association-invitations'

/** Two organisations of the demo data that are not associated, with the operations of each. */
export async function twoStrangers(platform: Platform) {
  const inviting = platform.organization(0).org_id
  const invited = platform.organization(3).org_id
  const tokens = {
    [inviting]: await platform.appToken(inviting, 'org:association:write'),
    [invited]: await platform.appToken(invited, 'org:association:write'),
  }
  const command = { associated_org_id: invited, type: 'upstream', dept_id: 3 }
  return {
    inviting,
    invited,
    command,
    invite: (changes: object = {}) => platform.post(PATH, tokens[inviting], { ...command, ...changes }),
    inviteBack: (changes: object = {}) =>
      platform.post(PATH, tokens[invited], { associated_org_id: inviting, type: 'partner', dept_id: 2, ...changes }),
    answer: (orgId: string, id: string, verb: 'accept' | 'decline' | 'revoke', dept_id = 3) =>
      platform.post(`${PATH}/${id}/${verb}`, tokens[orgId], verb === 'accept' ? { dept_id } : undefined),
    list: async (orgId: string, query = '') => (await platform.get(`${PATH}${query}`, tokens[orgId])).body.data,
    /** Reads the invitation's status on each side. */
    async statuses(id: string) {
      const seen = []
      for (const orgId of [inviting, invited]) {
        const { body } = await platform.get(PATH, tokens[orgId])
        seen.push(body.data.find((one: { invitation_id: string }) => one.invitation_id === id)?.status)
      }
      return seen
    },
    associations: (orgId: string) => associationsOf(platform, orgId),
  }
}

export async function associationsOf(platform: Platform, orgId: string): Promise<any[]> {
  const { body } = await platform.get('/v1.0/associations', await platform.appToken(orgId, 'org:association:read'))
  return body.data
}
