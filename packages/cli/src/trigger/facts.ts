import type { EventType } from '@sendoff/sdk'
import { associations } from './associations.ts'
import { departures } from './departures.ts'
import type { Facts } from './fact.ts'
import { leave } from './leave.ts'
import { organizations } from './organizations.ts'
import { people } from './people.ts'
import { receipts } from './receipts.ts'
import { samples } from './samples.gen.ts'

/**
 * The ways to make events. Some types have none: an administrator grants an app on its page, the operator replaces a founder, and work that
 * stalls is a fault of the platform.
 */
export const facts: Facts = { ...associations, ...departures, ...leave, ...receipts, ...people, ...organizations }

/** Every type of event, in the order of the contract. */
export const eventTypes = Object.keys(samples) as EventType[]

export const isEventType = (given: string): given is EventType => Object.hasOwn(samples, given)
