import type { Section } from './sections.ts'

/** A section that a search found, and an excerpt in pieces, of which every second is a word of the search. */
export type Found = { section: Section; excerpt: string[] }

/** The most characters of a search, and words of it that count, so that a search costs a few milliseconds at most. */
export const LONGEST = 100
const MOST_WORDS = 8
const MOST_FOUND = 20
const EXCERPT = 180

/**
 * Makes a search through sections.
 *
 * @returns a function that finds the sections in which every word of a text stands, the best first, at most 20
 */
export function searchIn(sections: readonly Section[]): (text: string) => Found[] {
  const lower = sections.map(({ title, heading, text }) => {
    return { title: title.toLowerCase(), heading: heading.toLowerCase(), text: text.toLowerCase() }
  })
  return (text) => {
    const words = wordsOf(text)
    if (words.length === 0) return []
    return lower
      .map((one, at) => ({ at, score: scoreOf(one, words) }))
      .filter(({ score }) => score > 0)
      .toSorted((one, other) => other.score - one.score || one.at - other.at)
      .slice(0, MOST_FOUND)
      .flatMap(({ at }) => {
        const section = sections[at]
        return section ? [{ section, excerpt: excerptOf(section.text, words) }] : []
      })
  }
}

const wordsOf = (text: string) =>
  [...new Set(text.toLowerCase().slice(0, LONGEST).split(/\s+/))].filter(Boolean).slice(0, MOST_WORDS)

/** Zero unless every word stands in the section; a word in the heading counts most, then one in the title. */
function scoreOf({ title, heading, text }: Record<'title' | 'heading' | 'text', string>, words: string[]): number {
  let score = 0
  for (const word of words) {
    const times = Math.min(text.split(word, 6).length - 1, 5)
    const its = (heading.includes(word) ? 20 : 0) + (title.includes(word) ? 8 : 0) + times
    if (its === 0) return 0
    score += its
  }
  return heading === words.join(' ') ? score + 100 : score
}

/** Cuts a text around the first word that stands in it, into pieces of which every second is a word of the search. */
function excerptOf(text: string, words: string[]): string[] {
  const lower = text.toLowerCase()
  const first = Math.min(...words.map((word) => lower.indexOf(word)).filter((at) => at >= 0))
  const start = Number.isFinite(first) ? text.lastIndexOf(' ', Math.max(0, first - EXCERPT / 3)) + 1 : 0
  const end = text.indexOf(' ', start + EXCERPT)
  const cut = end < 0 ? text.slice(start) : text.slice(start, end)
  const parts = piecesOf(cut, words)
  if (start > 0) parts.unshift('… ', '')
  return end < 0 ? parts : [...parts, '', ' …']
}

/** Splits a text at the words that stand in it, which are every second piece. */
function piecesOf(text: string, words: string[]): string[] {
  const lower = text.toLowerCase()
  const pieces: string[] = []
  for (let from = 0; ; ) {
    const next = words
      .map((word) => ({ at: lower.indexOf(word, from), end: lower.indexOf(word, from) + word.length }))
      .filter(({ at }) => at >= 0)
      .toSorted((one, other) => one.at - other.at || other.end - one.end)[0]
    if (!next) return [...pieces, text.slice(from)]
    pieces.push(text.slice(from, next.at), text.slice(next.at, next.end))
    from = next.end
  }
}
