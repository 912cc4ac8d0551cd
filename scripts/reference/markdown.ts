export const generated = '<!-- Generated from openapi.yaml by `npm run generate`. Do not edit. -->\n'

export const fenced = (language: string, text: string) => `\`\`\`${language}\n${text.trimEnd()}\n\`\`\`\n`

export const fencedJson = (value: unknown) => fenced('json', JSON.stringify(value, null, 2))

/** Writes a table; nothing if there are no rows. */
export function table(head: string[], rows: string[][]): string {
  if (rows.length === 0) return ''
  const line = (cells: string[]) => `| ${cells.map(inCell).join(' | ')} |\n`
  return `${line(head)}${line(head.map(() => '---'))}${rows.map(line).join('')}`
}

/** Escapes line breaks and bars, which would end the cell. */
const inCell = (text: string) =>
  text
    .trim()
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll(/(?<!\\)\|/g, '\\|')

/** The anchor of a heading, like GitHub's. */
export const anchor = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}_ -]/gu, '')
    .replaceAll(' ', '-')

export const operationLink = (id: string) => `[\`${id}\`](operations/${id.split('.')[0]}.md#${anchor(id)})`
export const problemLink = (code: string) => `[\`${code}\`](../problems.md#${anchor(code)})`
