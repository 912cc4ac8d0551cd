import { document } from '../contract/document.ts'
import { called } from '../contract/operations.ts'
import { banner, write } from '../contract/write.ts'

/** Writes the operations that each scope allows, for the type tests of the SDK. */
export async function writeAllowed(): Promise<void> {
  const scopes = (document.components.schemas.Scope?.enum ?? []) as string[]
  const open = called.flatMap(({ id, callers }) => (callers.length === 0 ? [id] : []))
  await write(
    'test/sdk/allowed.gen.ts',
    `${banner}
/** The operations that take no token. */
export type Open =${union(open)}

/** The operations that each scope allows by itself. */
export interface Allowed {${scopes.map((scope) => `\n  '${scope}':${union(allows([scope]))}`).join('')}
}
`,
  )
}

/** A union of the ids, one a line. */
const union = (ids: string[]) => (ids.length > 0 ? ids.map((id) => `\n    | '${id}'`).join('') : ' never')

const allows = (granted: string[]) =>
  called.flatMap(({ id, callers }) =>
    callers.length > 0 && callers.some(({ scopes }) => scopes.every((scope) => granted.includes(scope))) ? [id] : [],
  )
