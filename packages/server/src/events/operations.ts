import { type Actor, type OrganizationActor, requireAppOrAdministrator, requireOrganization } from '../actor.ts'
import { operations, readAnywhere, stream, type Waiting, wait } from '../operation.ts'
import type { Feed } from './feed.ts'
import { followEvents } from './follow.ts'
import { getEvent } from './list.ts'
import { listEventTypes } from './list-types.ts'
import { pollEvents } from './poll.ts'

export const events = ({ feed }: { feed: Feed }) =>
  operations({
    'events.list': wait((view, actor, query, waiting) =>
      pollEvents(view, readerOf(actor), query, { ...whileReading(waiting), feed }),
    ),
    'events.stream': stream((view, actor, { lastEventId, ...query }, waiting) =>
      followEvents(
        view,
        readerOf(actor),
        { ...query, after: lastEventId ?? query.after },
        { ...whileReading(waiting), feed },
      ),
    ),
    'events.get': readAnywhere((view, actor, call) => getEvent(view, readerOf(actor), call)),
    'events.listTypes': readAnywhere(listEventTypes),
  })

/**
 * Checks that an actor reads the events of an organisation: an app that acts for it, or an administrator of it (S114).
 *
 * @throws {Refusal} `app_required`, `admin_required`, `org_not_authorized`
 */
function readerOf(actor: Actor): OrganizationActor {
  requireAppOrAdministrator(actor)
  requireOrganization(actor)
  return actor
}

/** A caller that waits, checked in the same way each time that its token is. */
const whileReading = ({ again, ...waiting }: Waiting): Waiting => ({
  ...waiting,
  again: async () => readerOf(await again()),
})
