import type { ReactNode } from 'react'
import { useTexts } from '../texts/texts.tsx'
import { Refused } from './refused.tsx'

/** An answer of the API that was asked for. */
export type Read<Data> = { data: Data | undefined; error: Error | null; refetch: () => unknown }

/** Shows what was read, or that it is still loading or was refused. Something older stays visible while a newer answer is refused. */
export function Loaded<Data>({ read, children }: { read: Read<Data>; children: (data: Data) => ReactNode }) {
  const { states } = useTexts()
  return (
    <>
      {read.error && <Refused error={read.error} title={states.refusedRead} again={() => void read.refetch()} />}
      {read.data !== undefined ? children(read.data) : !read.error && <Loading />}
    </>
  )
}

/** Grey lines in the place of a text that is on its way. */
export function Loading() {
  const { states } = useTexts()
  return (
    <div className="loading" role="status">
      <span className="hidden">{states.loading}</span>
      <span />
      <span />
      <span />
    </div>
  )
}

/** Says that a list is empty, and what brings something into it. */
export function Empty({ children }: { children: ReactNode }) {
  return <div className="empty">{children}</div>
}
