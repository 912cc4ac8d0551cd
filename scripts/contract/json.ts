import { document } from './document.ts'
import { write } from './write.ts'

/** The nesting down to which members have lines of their own: sections of the contract, paths and kinds of component, components. */
const LINES_TO = 3

/** Writes the contract as JSON, which a server serves as it is. */
export const writeJson = () => write('openapi.json', `${inLines(document, LINES_TO)}\n`)

/** Compact JSON but for the outer members, each on a line of its own, so that a change of one is a change of one line. */
function inLines(value: unknown, depth: number): string {
  if (depth === 0 || typeof value !== 'object' || value === null || Array.isArray(value)) return JSON.stringify(value)
  const members = Object.entries(value).map(([name, one]) => `${JSON.stringify(name)}:${inLines(one, depth - 1)}`)
  return `{\n${members.join(',\n')}\n}`
}
