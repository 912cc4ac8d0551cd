import { type Contestant, describeGoal, type Row, verdictOn } from './row.ts'
import { median, quantile, ratios } from './statistics.ts'

const COLUMNS = [
  'work',
  'unit',
  'before',
  'after',
  'bare',
  'after ÷ bare',
  'after ÷ before',
  'goal',
  'verdict',
] as const

/** The table for a terminal, in columns of equal width. */
export function textTable(rows: readonly Row[]): string {
  const lines = linesOf(rows)
  const widths = COLUMNS.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** The table in Markdown. */
export function markdownTable(rows: readonly Row[]): string {
  const [head = [], ...lines] = linesOf(rows).map((line) => line.map((cell) => cell.replaceAll('|', '\\|')))
  return [head, head.map(() => '---'), ...lines].map((line) => `| ${line.join(' | ')} |`).join('\n')
}

/** The notes of rows, one a line. */
export const notes = (rows: readonly Row[]): string[] =>
  rows.flatMap(({ title, note }) => (note === undefined ? [] : [`${title}: ${note}`]))

function linesOf(rows: readonly Row[]): string[][] {
  const lines = rows.map((row) => {
    const { before = [], after = [], bare = [] } = row.figures
    const figures = (['before', 'after', 'bare'] satisfies Contestant[]).map((name) => spread(row.figures[name] ?? []))
    if (row.beside !== undefined && bare.length > 0) figures[2] += ` ${row.beside}`
    const goals = (row.goals ?? []).map((goal) => describeGoal(goal, row)).join(', ')
    const against = [ratios(after, bare), ratios(after, before)].map(spread)
    return [row.title, row.unit, ...figures, ...against, goals, verdictOn(row)]
  })
  return [[...COLUMNS], ...lines]
}

/** The median, with the quartiles where there are several figures. */
function spread(figures: readonly number[]): string {
  const known = figures.filter((figure) => !Number.isNaN(figure))
  if (known.length === 0) return ''
  const [low, high] = [quantile(known, 0.25), quantile(known, 0.75)]
  return known.length === 1 ? short(median(known)) : `${short(median(known))} (${short(low)}–${short(high)})`
}

/** Three significant digits, and all those before the point. */
const short = (figure: number): string =>
  Math.abs(figure) >= 100 ? Math.round(figure).toString() : Number(figure.toPrecision(3)).toString()
