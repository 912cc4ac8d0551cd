const WIDTH = 110

/**
 * Writes a JSON value as a TypeScript literal, in the style of this repository.
 *
 * @param lead the number of characters before it in its line
 */
export function literal(value: unknown, lead = 0, indent = ''): string {
  if (typeof value === 'string') return quoted(value)
  if (typeof value !== 'object' || value === null) return String(value)
  const inline = inOneLine(value)
  if (indent.length + lead + inline.length <= WIDTH) return inline
  const deeper = `${indent}  `
  if (Array.isArray(value)) {
    return `[\n${value.map((one) => `${deeper}${literal(one, 0, deeper)},\n`).join('')}${indent}]`
  }
  const members = Object.entries(value).map(
    ([name, one]) => `${deeper}${name}: ${literal(one, name.length + 2, deeper)},\n`,
  )
  return `{\n${members.join('')}${indent}}`
}

function inOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOneLine).join(', ')}]`
  if (typeof value !== 'object' || value === null) return literal(value)
  const members = Object.entries(value).map(([name, one]) => `${name}: ${inOneLine(one)}`)
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
}

const quoted = (text: string) => `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
