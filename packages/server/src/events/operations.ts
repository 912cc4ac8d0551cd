import { operations, read, readAnywhere, stream, wait } from '../operation.ts'
import type { Feed } from './feed.ts'
import { followEvents } from './follow.ts'
import { getEvent } from './list.ts'
import { listEventTypes } from './list-types.ts'
import { pollEvents } from './poll.ts'

export const events = ({ feed }: { feed: Feed }) =>
  operations({
    'events.list': wait((view, actor, query, waiting) => pollEvents(view, actor, query, { ...waiting, feed })),
    'events.stream': stream((view, actor, { lastEventId, ...query }, waiting) =>
      followEvents(view, actor, { ...query, after: lastEventId ?? query.after }, { ...waiting, feed }),
    ),
    'events.get': read(getEvent),
    'events.listTypes': readAnywhere(async () => listEventTypes()),
  })
