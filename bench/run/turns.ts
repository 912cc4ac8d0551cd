/**
 * Lets contestants work in turns, after one turn each that does not count. Each is first equally often, so that the end of one
 * contestant's turn disturbs no other one more than the rest.
 *
 * @param turn works once for a contestant
 * @returns what the turns of each contestant measured, in the order of the rounds
 */
export async function inTurns<Name extends string, Figures>(
  names: readonly Name[],
  rounds: number,
  turn: (name: Name, round: number) => Promise<Figures>,
): Promise<Record<Name, Figures[]>> {
  const measured = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, Figures[]>
  for (let round = 0; round <= rounds; round++) {
    const first = round % names.length
    for (const name of [...names.slice(first), ...names.slice(0, first)]) {
      const figures = await turn(name, round)
      if (round > 0) measured[name].push(figures)
    }
  }
  return measured
}
