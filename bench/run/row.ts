import { median, ratios } from './statistics.ts'

/** A contestant of a row: the earlier commit, this one, or the third column. */
export type Contestant = 'before' | 'after' | 'bare'

/** A limit for a figure of this commit, or for its ratio to another contestant in the same turns. */
export type Goal = { to?: Contestant } & ({ least: number } | { most: number })

/** A line of the table. */
export type Row = {
  title: string
  unit: 'a second' | 'ms' | 'MiB' | '×'
  /** The figures of each contestant, one a turn, in the order of the turns. */
  figures: { [name in Contestant]?: readonly number[] }
  /** The contestant of the third column. */
  beside?: string
  goals?: readonly Goal[]
  note?: string
}

export type Verdict = 'met' | 'missed' | 'not measured'

/** Judges a row by its medians; a ratio to a contestant that did not run is not measured. */
export function verdictOn({ figures, goals = [] }: Row): Verdict | '' {
  const verdicts = goals.map((goal): Verdict => {
    const { after = [] } = figures
    const measured = goal.to ? ratios(after, figures[goal.to] ?? []) : after
    const figure = median(measured)
    if (Number.isNaN(figure)) return 'not measured'
    return ('least' in goal ? figure >= goal.least : figure <= goal.most) ? 'met' : 'missed'
  })
  return (['missed', 'not measured', 'met'] as const).find((verdict) => verdicts.includes(verdict)) ?? ''
}

/** Writes a goal, for example `≥ 1.3 × bare` or `≤ 120 MiB`. */
export function describeGoal(goal: Goal, { unit, beside = 'bare' }: Row): string {
  const limit = 'least' in goal ? `≥ ${goal.least}` : `≤ ${goal.most}`
  if (goal.to) return `${limit} × ${goal.to === 'bare' ? beside : goal.to}`
  return unit === '×' ? `${limit} ×` : `${limit} ${unit}`
}
