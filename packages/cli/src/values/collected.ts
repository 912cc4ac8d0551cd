/** Collects everything that something iterates. `Array.fromAsync` is not in Node 20. */
export async function collected<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = []
  for await (const item of items) all.push(item)
  return all
}
