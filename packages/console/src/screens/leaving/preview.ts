import type { Schemas } from '@sendoff/api'
import { useQuery } from '@tanstack/react-query'
import { client } from '../../session/client.ts'
import { useMe } from '../../session/queries.ts'

/** The texts of a language by the reason that blocks a way to leave. */
export type Blocker = Schemas['LeaveWay']['blockers'][number]

/**
 * Previews leaving for a member: the open ways, what becomes of everything, and until when it can be undone.
 *
 * @param recipient the member who takes over; by default whom the organisation's rules name
 */
export function useLeavePreview(recipient?: string) {
  const isMember = typeof useMe().data?.org_id === 'string'
  return useQuery({
    queryKey: ['leave preview', recipient],
    queryFn: ({ signal }) => {
      return client.leave.preview(recipient === undefined ? {} : { handover: { recipient_id: recipient } }, { signal })
    },
    enabled: isMember,
    // The former preview stays while another recipient is looked at.
    placeholderData: (former) => former,
  })
}

/** A way to leave from a preview. */
export function wayIn({ ways }: Schemas['LeavePreview'], way: Schemas['LeaveWay']['way']): Schemas['LeaveWay'] {
  return ways.find((one) => one.way === way) ?? { way, is_open: false, blockers: [] }
}

/** The names of members by their ids. */
export function useNames(ids: readonly string[]): Map<string, string> {
  const wanted = [...new Set(ids)].slice(0, 100).sort()
  const { data } = useQuery({
    queryKey: ['names', wanted],
    queryFn: async ({ signal }) => client.members.list({ account_ids: wanted, limit: 100 }, { signal }),
    enabled: wanted.length > 0,
  })
  return new Map(data?.data.map(({ account_id, name }) => [account_id, name]))
}
