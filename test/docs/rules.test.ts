import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const docs = join(import.meta.dirname, '../../docs')

/** Finds the numbers in `S3`, `S22 to S25`, `S22–S25` and `S44, S45`. */
function numbersIn(text: string): number[] {
  return [...text.matchAll(/\bS(\d+)(?:(?: to |–)S(\d+))?/g)].flatMap(([, from, to = from]) =>
    Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => Number(from) + index),
  )
}

async function rows(): Promise<{ numbers: number[]; tests: string[] }[]> {
  const text = await readFile(join(docs, 'rules.md'), 'utf8')
  return [...text.matchAll(/^\| (S\d.*?) \|.*\| ([^|]*) \|$/gm)].map(([, rule = '', links = '']) => ({
    numbers: numbersIn(rule),
    tests: [...links.matchAll(/\]\(([^)]+)\)/g)].map(([, href = '']) => join(docs, href)),
  }))
}

/** The number of rules that the two source documents have; higher numbers are rules of our own. */
const OF_DOCUMENTS = 63

test('docs/rules.md has every rule from S1 to S63 once, and no rule of our own twice', async () => {
  const numbers = (await rows()).flatMap((row) => row.numbers)
  const given = numbers.filter((number) => number <= OF_DOCUMENTS).toSorted((one, other) => one - other)
  expect(given).toEqual(Array.from({ length: OF_DOCUMENTS }, (_, index) => index + 1))
  expect(numbers).toHaveLength(new Set(numbers).size)
})

test('docs/rules.md links each rule to tests whose titles name it', async () => {
  const wrong: string[] = []
  for (const { numbers, tests } of await rows()) {
    const named = new Set<number>()
    for (const file of tests) {
      const here = numbersIn(await readFile(file, 'utf8'))
      if (!numbers.some((number) => here.includes(number))) wrong.push(`S${numbers} ${file}`)
      for (const number of here) named.add(number)
    }
    if (!numbers.every((number) => named.has(number))) wrong.push(`S${numbers}`)
  }
  expect(wrong).toEqual([])
})
