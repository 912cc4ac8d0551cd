import type { OperationId } from '@sendoff/api'
import type * as z from 'zod'
import { accounts } from './accounts.ts'
import { apps } from './apps.ts'
import { associations } from './associations.ts'
import { leaving } from './leaving.ts'
import { members } from './members.ts'
import { memberships } from './memberships.ts'
import { organization } from './organization.ts'
import { sandbox } from './sandbox.ts'
import { webhooks } from './webhooks.ts'

type Request = { path: z.ZodObject; query: z.ZodObject; body?: z.ZodType }

/** What each operation takes. The tests prove it equal to openapi.yaml. */
export const requests = {
  ...organization,
  ...associations,
  ...members,
  ...memberships,
  ...leaving,
  ...accounts,
  ...apps,
  ...webhooks,
  ...sandbox,
} satisfies Record<OperationId, Request>

type Requests = typeof requests
type Output<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined

/** A request of an operation after its schema accepted it, with the defaults filled in. */
export type Accepted<Id extends OperationId> = {
  path: Output<Requests[Id]['path']>
  query: Output<Requests[Id]['query']>
  body: Requests[Id] extends { body: infer Body } ? Output<Body> : undefined
}
