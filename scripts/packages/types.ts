import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript'
import { document } from '../contract/document.ts'
import { banner, write } from '../contract/write.ts'

/** Writes the types of the contract. */
export async function writeTypes(): Promise<void> {
  const ast = await openapiTS(withoutExamples(document) as OpenAPI3, { defaultNonNullable: false, enum: false })
  await write('packages/api/src/openapi.gen.ts', banner + astToString(ast))
}

/** Removes examples, which would be thousands of lines of comments that every editor has to read. A member may be called `example`. */
function withoutExamples(node: unknown, isMembers = false): unknown {
  if (Array.isArray(node)) return node.map((one) => withoutExamples(one))
  if (typeof node !== 'object' || node === null) return node
  const kept = Object.entries(node).filter(([key]) => isMembers || (key !== 'example' && key !== 'examples'))
  return Object.fromEntries(
    kept.map(([key, value]) => [key, withoutExamples(value, !isMembers && key === 'properties')]),
  )
}
