import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query'
import { useTexts } from '../texts/texts.tsx'
import type { Read } from './loaded.tsx'

type Page<Item> = { data: Item[]; next_cursor: string | null }

/** A list of the API, page by page. */
export function usePages<Item, Of extends Page<Item>>(
  queryKey: QueryKey,
  read: (cursor: string | undefined, signal: AbortSignal) => PromiseLike<Of & Page<Item>>,
) {
  const query = useInfiniteQuery({
    queryKey,
    queryFn: async ({ pageParam, signal }) => read(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: Of & Page<Item>) => last.next_cursor ?? undefined,
  })
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = query
  const list: Read<Item[]> = { data: data?.pages.flatMap((page) => page.data), error, refetch }
  return {
    list,
    first: data?.pages[0],
    more: { hasMore: hasNextPage, isLoading: isFetchingNextPage, show: () => void fetchNextPage() },
  }
}

/** The button for the next page of a list. */
export function More({ more }: { more: { hasMore: boolean; isLoading: boolean; show: () => void } }) {
  const { states } = useTexts()
  if (!more.hasMore) return null
  return (
    <p className="more">
      <button type="button" className="button" disabled={more.isLoading} onClick={more.show}>
        {states.more}
      </button>
    </p>
  )
}
