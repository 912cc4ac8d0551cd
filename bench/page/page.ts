import type { Point } from '../growth/measure.ts'
import { measures } from '../growth/measures.ts'
import { STORES } from '../growth/plot.ts'
import { markdownTable, notes } from '../run/table.ts'
import type { Measured } from './write.ts'

/** Composes docs/performance.md of measured figures. */
export function page({ table, growth }: Measured): string {
  const parts = [
    '# Performance',
    'Written by `npm run bench -- --write`; do not edit. [The decisions](decisions/performance.md) tell how it is measured and why.',
    '```sh\nnpm run bench -- --quick                      # two minutes on an idle machine\nnpm run bench -- --before ../another-checkout  # beside another commit\nnpm run bench -- --write                       # writes this page\n```',
  ]
  if (table) {
    parts.push(
      '## The goal table',
      'Each contestant has its turns beside its bare counterpart. Figures are medians with quartiles; ratios are those of neighbouring turns.',
      list(table.machine),
      markdownTable(table.rows),
      list(notes(table.rows)),
    )
  }
  if (growth) {
    parts.push(
      '## Growth',
      'A server on data of each size: as many members in one organisation, associations, and deliveries. Requests are sent one after the other.',
      list(growth.machine),
      ...measures.flatMap(({ name, title, unit, of }) => [
        `### ${name[0]?.toUpperCase()}${name.slice(1)}`,
        `![${title} by ${of}: the figures are in the table below](performance/${name}.svg)`,
        growthTable(growth.points, name, `${title}, ${unit}`, of),
      ]),
    )
  }
  return `${parts.join('\n\n')}\n`
}

const list = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join('\n')

function growthTable(points: readonly Point[], name: keyof Point['figures'], title: string, of: string): string {
  const sizes = [...new Set(points.map(({ size }) => size))].toSorted((a, b) => a - b)
  const lines = Object.entries(STORES).map(([store, label]) => [
    label,
    ...sizes.map((size) => figure(points.find((one) => one.store === store && one.size === size)?.figures[name])),
  ])
  const head = [`${title}, by ${of}`, ...sizes.map((size) => size.toLocaleString('en'))]
  const rule = head.map((_, column) => (column === 0 ? '---' : '---:'))
  return [head, rule, ...lines].map((line) => `| ${line.join(' | ')} |`).join('\n')
}

function figure(value: number | undefined): string {
  if (value === undefined) return '–'
  return value >= 100 ? Math.round(value).toLocaleString('en') : Number(value.toPrecision(3)).toString()
}
