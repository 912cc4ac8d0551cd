import { plain } from '../values/plain.ts'

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u

/** The number of columns that text takes in a terminal: two for a Chinese character, none for a mark on the one before. */
export function widthOf(text: string): number {
  let width = 0
  for (const char of text) width += /^\p{M}/u.test(char) ? 0 : WIDE.test(char) ? 2 : 1
  return width
}

/**
 * Lays rows out in columns, two spaces apart.
 *
 * @param rows the first one is the heading
 * @returns lines without spaces at their ends
 */
export function columns(rows: readonly (readonly unknown[])[]): string[] {
  const cells = rows.map((row) => row.map((cell) => plain(String(cell ?? '-')).replace(/\s+/g, ' ')))
  const widths = (cells[0] ?? []).map((_, at) => Math.max(...cells.map((row) => widthOf(row[at] ?? ''))))
  return cells.map((row) =>
    row
      .map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - widthOf(cell)))
      .join('  ')
      .trimEnd(),
  )
}
