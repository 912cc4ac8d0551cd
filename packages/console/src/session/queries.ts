import { QueryClient, useQuery } from '@tanstack/react-query'
import { page, setBusinessNow } from '../page.ts'
import { client } from './client.ts'

/** The kept answers of the API. The SDK repeats what may pass, so nothing is repeated here. */
export const queries = new QueryClient({
  defaultOptions: { queries: { retry: false }, mutations: { retry: false, networkMode: 'always' } },
})

/** The account of this tab. */
export const useMe = () => useQuery({ queryKey: ['me'], queryFn: ({ signal }) => client.me.get({ signal }) })

/** All accounts of the person. */
export const useAccounts = () =>
  useQuery({
    queryKey: ['accounts'],
    queryFn: async ({ signal }) => client.me.listAccounts({ limit: 200 }, { signal }),
  })

/** The organisation of this tab's account; nothing for a personal account. */
export function useOrganization() {
  const { data: me } = useMe()
  return useQuery({
    queryKey: ['organization'],
    queryFn: ({ signal }) => client.organization.get({ signal }),
    enabled: typeof me?.org_id === 'string',
  })
}

/** The latest notifications and the number of unread ones. */
export const useNotifications = () =>
  useQuery({
    queryKey: ['notifications', 'latest'],
    queryFn: async ({ signal }) => client.me.listNotifications({ limit: 5 }, { signal }),
    refetchInterval: 60_000,
  })

/** Follows the clock of a sandbox, which somebody may move meanwhile; everything that is counted down goes by it. */
export const useSandboxClock = () =>
  useQuery({
    queryKey: ['clock'],
    queryFn: async ({ signal }) => {
      const { now } = await client.sandbox.getClock({ signal })
      setBusinessNow(Date.parse(now))
      return now
    },
    enabled: page.isSandbox,
    refetchInterval: 30_000,
    staleTime: 0,
  })
