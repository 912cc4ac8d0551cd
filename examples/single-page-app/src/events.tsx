import type { ClientOptions, Event, Scope } from '@sendoff/sdk'
import { memoryCursors, stream } from '@sendoff/sdk/webhooks'
import { useEffect, useState } from 'react'

type Props = { organization: string; connect: ClientOptions<readonly Scope[]> }

/** Shows the events of the organisation as they happen, the newest first. */
export function Events({ organization, connect }: Props) {
  const [events, setEvents] = useState<Event[]>([])
  useEffect(() => {
    const ended = new AbortController()
    const handler = {
      process: async (event: Event) => {
        setEvents((before) => [event, ...before].slice(0, 20))
        return 'handled' as const
      },
    }
    stream({ connect, organization, handler, cursors: memoryCursors(), signal: ended.signal }).catch(console.error)
    return () => ended.abort()
  }, [organization, connect])
  return (
    <ol aria-label="Events" aria-live="polite">
      {events.map(({ id, type }) => (
        <li key={id}>{type}</li>
      ))}
    </ol>
  )
}
