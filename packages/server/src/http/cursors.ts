import { createHash } from 'node:crypto'
import { type AcceptedOf, type OperationId, operations } from '@sendoff/api'
import type { Actor } from '../actor.ts'
import { invalid } from '../refusal.ts'
import type { Rendered } from './problem.ts'

/** Query parameters that do not change what a list contains. */
const OF_THE_PAGE = ['cursor', 'limit', 'bom']

/** The length of the part of a cursor that names its list. */
const NAME = 12

/** The cursors of one list: of an operation, an organisation, a path and filters. */
export type Cursors<Id extends OperationId> = {
  /** The request with the cursor as the operation made it. */
  request: AcceptedOf<Id>
  /** Names the list in the cursor of an answer. */
  nameIn(answer: Rendered): Rendered
}

/**
 * Ties cursors to their list. One that is continued in another list, or with other filters, would leave out and repeat items without a
 * word.
 *
 * @throws {Refusal} `invalid_request` for a cursor of another list
 */
export function cursorsOf<Id extends OperationId>(
  id: Id,
  actor: Actor | undefined,
  request: AcceptedOf<Id>,
): Cursors<Id> {
  if (!('cursor' in operations[id].queryParameters)) return { request, nameIn: (answer) => answer }
  const query: Record<string, unknown> = request.query
  const name = nameOf(id, actor, request.path, query)
  const nameIn = (answer: Rendered): Rendered => {
    const body = answer.body as { next_cursor?: unknown } | undefined
    if (typeof body?.next_cursor !== 'string') return answer
    return { ...answer, body: { ...body, next_cursor: name + body.next_cursor } }
  }
  if (typeof query.cursor !== 'string') return { request, nameIn }
  if (!query.cursor.startsWith(name)) throw invalid({ in: 'query', pointer: '/cursor' }, 'query.cursor')
  const own = { ...request.query, cursor: query.cursor.slice(NAME) }
  return { request: { ...request, query: own }, nameIn }
}

function nameOf(id: OperationId, actor: Actor | undefined, path: unknown, query: Record<string, unknown>): string {
  const filters = Object.entries(query).filter(([name, value]) => !OF_THE_PAGE.includes(name) && value !== undefined)
  const list = [id, actor?.orgId ?? null, path, filters.toSorted(([one], [other]) => (one < other ? -1 : 1))]
  return createHash('sha256').update(JSON.stringify(list)).digest('base64url').slice(0, NAME)
}
