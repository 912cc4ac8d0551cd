import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Point } from '../growth/measure.ts'
import { measures } from '../growth/measures.ts'
import { plot } from '../growth/plot.ts'
import type { Row } from '../run/row.ts'
import { page } from './page.ts'

/** The measured figures, each part with the machine, the versions and the command that measured it. */
export type Measured = {
  table?: { machine: readonly string[]; rows: readonly Row[] }
  growth?: { machine: readonly string[]; points: readonly Point[] }
}

const DOCS = join(import.meta.dirname, '../../docs')
const FOLDER = join(DOCS, 'performance')
const FIGURES = join(FOLDER, 'measured.json')

/** Writes docs/performance.md and its plots. A part that was not measured in this run stays as it is, with its own machine. */
export async function writePage(measured: Measured): Promise<void> {
  mkdirSync(FOLDER, { recursive: true })
  const earlier: Measured = existsSync(FIGURES) ? JSON.parse(readFileSync(FIGURES, 'utf8')) : {}
  const all = { ...earlier, ...measured }
  writeFileSync(FIGURES, `${JSON.stringify(all, rounded, 1)}\n`)
  for (const measure of all.growth ? measures : []) {
    writeFileSync(join(FOLDER, `${measure.name}.svg`), await plot(measure, all.growth?.points ?? []))
  }
  writeFileSync(join(DOCS, 'performance.md'), page(all))
}

/** Four significant digits say more than the machine repeats. */
const rounded = (_: string, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(4)) : value)
