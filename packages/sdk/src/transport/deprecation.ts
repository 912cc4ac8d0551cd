import type { Operation } from '../operation.ts'
import { shown } from './json.ts'
import type { FetchResponse } from './layer.ts'
import { safely } from './safely.ts'

const warned = new Set<string>()

/** Warns once about each operation that is deprecated by the contract or by the server (RFC 9745, RFC 8594). */
export function warnOfDeprecation(
  { id, isDeprecated }: Operation,
  headers: FetchResponse['headers'],
  warn = console.warn,
): void {
  const sunset = headers.get('sunset')
  if (!(isDeprecated || sunset || headers.has('deprecation')) || warned.has(id)) return
  warned.add(id)
  safely(warn)(`@sendoff/sdk: ${id} is deprecated${sunset ? `, and ends ${shown(sunset)}` : ''}`)
}
