import type { Texts } from '../texts/en.ts'
import { type Finding, findingsOf } from './finding.ts'

/** The difference of clocks at which somebody should look, and the one at which signatures and tokens are refused, in milliseconds. */
const [TOO_MUCH, MUCH_TOO_MUCH] = [2_000, 30_000]

/**
 * Judges the clock of another machine.
 *
 * @param ahead milliseconds by which it is ahead of ours
 * @returns undefined if it is near enough
 */
export function clockFinding(who: string, ahead: number, { check: { clock: t } }: Texts): Finding | undefined {
  if (Math.abs(ahead) < TOO_MUCH) return undefined
  const of = findingsOf('clock')
  const detail = t.off(who, Math.round(ahead / 1000))
  return Math.abs(ahead) < MUCH_TOO_MUCH ? of.warning(detail, t.sync) : of.wrong(detail, t.sync)
}
