import { loadPackage } from '../run/packages.ts'
import type { Point } from './measure.ts'
import type { measures } from './measures.ts'

type Measure = (typeof measures)[number]
/** The parts of Observable Plot and linkedom that are used; they are installed on first use, so their types may be absent. */
type Plot = {
  plot(options: object): { outerHTML: string; setAttribute(name: string, value: string): void }
  ruleY(values: number[], options?: object): unknown
  lineY(data: object[], options: object): unknown
  dot(data: object[], options: object): unknown
  text(data: object[], options: object): unknown
}
type LinkeDom = { parseHTML(text: string): { document: object } }

export const STORES = { sqlite: 'SQLite', postgres: 'PostgreSQL' } as const
/** Colours that are readable on white and on black; the series also differ by their symbols and labels. */
const COLOURS = { domain: Object.values(STORES), range: ['#2f81f7', '#d4691e'] }

/** Both colour schemes, also where a page shows the file as an image. */
const STYLE = `<style>
  svg { color: #1f2328; color-scheme: light dark; }
  @media (prefers-color-scheme: dark) { svg { color: #e6edf3; } }
</style>`

/** Draws a measure by size, one line a store, as SVG. */
export async function plot(measure: Measure, points: readonly Point[]): Promise<string> {
  const Plot = await loadPackage<Plot>('@observablehq/plot')
  const { parseHTML } = await loadPackage<LinkeDom>('linkedom')
  const { document } = parseHTML('<!doctype html><html><body></body></html>')
  const drawn = points.flatMap(({ store, size, figures }) => {
    const figure = figures[measure.name]
    return figure === undefined ? [] : [{ store: STORES[store], size, figure }]
  })
  const last = Object.values(STORES).flatMap((store) => drawn.filter((one) => one.store === store).slice(-1))
  const series = { x: 'size', y: 'figure', stroke: 'store' }
  const svg = Plot.plot({
    document,
    ...{ width: 640, height: 320, marginLeft: 56, marginRight: 88, marginTop: 32 },
    x: { type: 'log', label: `${measure.of} →`, ticks: [...new Set(drawn.map(({ size }) => size))], tickFormat: '~s' },
    y: { label: `↑ ${measure.title}, ${measure.unit}`, grid: true, zero: true, nice: true },
    color: COLOURS,
    symbol: { domain: COLOURS.domain, range: ['circle', 'square'] },
    marks: [
      Plot.ruleY([0]),
      Plot.lineY(drawn, { ...series, strokeWidth: 2 }),
      Plot.dot(drawn, { ...series, symbol: 'store', fill: 'store', r: 4 }),
      Plot.text(last, { x: 'size', y: 'figure', text: 'store', fill: 'store', dx: 10, textAnchor: 'start' }),
    ],
  })
  for (const [name, value] of [
    ['xmlns', 'http://www.w3.org/2000/svg'],
    ['role', 'img'],
    ['aria-label', `${measure.title} by ${measure.of}`],
  ] as const) {
    svg.setAttribute(name, value)
  }
  return `${svg.outerHTML.replace('>', `>${STYLE}`)}\n`
}
