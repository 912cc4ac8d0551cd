import { useSearchParams } from 'wouter'

/**
 * The filters of a list, which are in the address: a reload, a link and the way back keep them.
 *
 * @param names the filters, each of which is text
 */
export function useFilters<const Name extends string>(names: readonly Name[]) {
  const [search, setSearch] = useSearchParams()
  const filters = Object.fromEntries(names.map((name) => [name, search.get(name) ?? ''])) as Record<Name, string>
  const setFilter = (name: Name, value: string) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before)
        if (value === '') next.delete(name)
        else next.set(name, value)
        return next
      },
      { replace: true },
    )
  return [filters, setFilter] as const
}
