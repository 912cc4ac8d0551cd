/** The quantile of some figures between 0 and 1, by linear interpolation; NaN of none. */
export function quantile(figures: readonly number[], share: number): number {
  const sorted = figures.toSorted((a, b) => a - b)
  const place = (sorted.length - 1) * share
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
  return below === undefined || above === undefined ? Number.NaN : below + (above - below) * (place % 1)
}

export const median = (figures: readonly number[]): number => quantile(figures, 0.5)

/** The ratios of neighbouring turns, so that a slow moment of the machine affects both parts of each. */
export const ratios = (of: readonly number[], to: readonly number[]): number[] =>
  of.slice(0, to.length).map((one, turn) => one / (to[turn] ?? Number.NaN))
