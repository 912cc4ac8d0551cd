import { circles } from './graph.ts'
import type { Import, Sources } from './read.ts'

/** The judgement of a package by the order of its rooms. */
export type Judgement = {
  /** Pairs of rooms of which the first imports from the second, for example `app → http`. */
  arrows: number
  /** The imports that run up, and the files that are in no room. */
  faults: string[]
  circlesOfFiles: string[][]
  circlesOfRooms: string[][]
}

/**
 * Holds the imports of a package against the order of its rooms. Imports of types count as well: a type that lives with its
 * consumer ties two files together as much as a function does.
 *
 * @param rooms top to bottom
 */
export function judge({ files, imports }: Sources, rooms: readonly string[]): Judgement {
  const between = imports
    .map((one) => ({ ...one, room: roomOf(one.from, rooms), target: roomOf(one.to, rooms) }))
    .filter(({ room, target }) => room !== target)
  const isUp = (one: (typeof between)[number]) =>
    one.room !== undefined && one.target !== undefined && rooms.indexOf(one.room) > rooms.indexOf(one.target)
  const homeless = [...files.keys()].filter((path) => roomOf(path, rooms) === undefined)
  return {
    arrows: new Set(between.map(({ room, target }) => `${room} → ${target}`)).size,
    faults: [
      ...between.filter(isUp).map((one) => `${describe(one)} runs up from ${one.room} to ${one.target}`),
      ...homeless.map((path) => `${path} is in no room of the order`),
    ],
    circlesOfFiles: circles(imports.map(({ from, to }) => [from, to] as const)),
    circlesOfRooms: circles(between.map(({ room, target }) => [String(room), String(target)] as const)),
  }
}

const describe = ({ from, to, typeOnly }: Import) => `${from} → ${to}${typeOnly ? ' (types)' : ''}`

/** @returns the room with the longest name that the file is in */
function roomOf(path: string, rooms: readonly string[]): string | undefined {
  const name = path.replace(/\.ts$/, '')
  return rooms
    .filter((room) => name === room || name.startsWith(`${room}/`))
    .toSorted((a, b) => b.length - a.length)
    .at(0)
}
