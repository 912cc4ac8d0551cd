import type { World } from './world.ts'

/** The way to make an event of a type: it does what the event is about. */
export type Fact = (world: World) => Promise<unknown>

/** Facts by the types of their events. */
export type Facts = Readonly<Record<string, Fact>>
