/** A sentence that reads as dialect, with its place. */
export type Fault = { line: number; text: string; rule: string }

type Rule = { name: string; pattern: RegExp }

/** A sentence that begins so describes a value as a question; a question itself ends with a question mark. */
const QUESTION_WORD =
  /(?:^|(?<=[.:;!] )|(?<=\.\) ))(?:What|Who|Whom|Whose|Of|How|Whether|By what|By whom)\b(?![^.!?]*\?)[^.!?]*/g

const PHRASES: Rule[] = [
  {
    name: 'say "is not a"',
    pattern: /\b(?:is|are|was) no (?:number|member|administrator|list|object|text|url|date)\b/gi,
  },
  {
    name: 'name the number',
    pattern: /\bso (?:many|long) (?:milliseconds|seconds|minutes|bytes|characters|times)\b/gi,
  },
  { name: 'say "current" or "earlier"', pattern: /\b(?:the one|those|that) of (?:now|today|before)\b|\bof before\b/gi },
  { name: 'say "themselves"', pattern: /\bthemself\b/gi },
  { name: 'say "again"', pattern: /\banew\b/gi },
  { name: 'say "receives" or "learns"', pattern: /\bhears? of\b/gi },
]

const ofTypeScript = (text: string) => [...comments(text), ...titles(text)]

const PROSE_OF_CODE: Record<string, (text: string) => [line: number, text: string][]> = {
  ts: ofTypeScript,
  tsx: ofTypeScript,
  mjs: comments,
  md: markdown,
  yaml: descriptions,
}

/** True for a file whose prose can be judged. */
export const isJudged = (path: string): boolean =>
  Object.hasOwn(PROSE_OF_CODE, extensionOf(path)) && !path.endsWith('.gen.ts')

/** Lists the sentences of a file that begin with a question word without asking, and the phrases that no colleague says. */
export function judge(path: string, text: string): Fault[] {
  const paragraphs = PROSE_OF_CODE[extensionOf(path)]?.(text) ?? []
  return paragraphs.flatMap(([line, paragraph]) => {
    const prose = paragraph.replaceAll(/`[^`]*`/g, '`…`')
    const questions = [...prose.matchAll(QUESTION_WORD)].map(([found]) => ({
      text: found,
      rule: 'begin with a noun or verb',
    }))
    const phrases = PHRASES.flatMap(({ name, pattern }) =>
      [...prose.matchAll(pattern)].map(([found]) => ({ text: found, rule: name })),
    )
    return [...questions, ...phrases].map((fault) => ({ line, ...fault }))
  })
}

const extensionOf = (path: string) => path.slice(path.lastIndexOf('.') + 1)

const lineAt = (text: string, index: number) => text.slice(0, index).split('\n').length

/** The paragraphs of the comments that have lines of their own, and of those behind a line of code. */
function comments(text: string): [number, string][] {
  const pattern =
    /^[ \t]*\/\*\*?(?<block>[\s\S]*?)\*\/|(?<lines>(?:^[ \t]*\/\/[^\n]*\n)+)|[;,{([)}\]] +\/\/ (?<behind>[^\n]*)$/gm
  return [...text.matchAll(pattern)].flatMap(({ index, groups = {} }) => {
    const { block, lines, behind } = groups
    const plain = block ?? lines ?? behind ?? ''
    const stripped = plain.replaceAll(/^[ \t]*(?:\*|\/\/) ?/gm, '').replaceAll(/^@\w+ /gm, '\n\n')
    return paragraphsOf(stripped).map((paragraph): [number, string] => [lineAt(text, index), paragraph])
  })
}

/** The titles of tests, which are sentences that may continue that of their group. */
function titles(text: string): [number, string][] {
  const pattern =
    /\b(?:test|describe)(?:\.\w+)*\(\s*(['"`])(?<title>(?:S[\d, toS]+: )?(?:what|who|how|whether) [^\n]*?)\1/gi
  return [...text.matchAll(pattern)].map(({ index, groups = {} }) => {
    const title = groups.title?.replace(/^S[\d, toS]+: /, '') ?? ''
    return [lineAt(text, index), title.charAt(0).toUpperCase() + title.slice(1)]
  })
}

/** The paragraphs, list items and table cells of a page, without its headings and code. */
function markdown(text: string): [number, string][] {
  const blank = (found: string) => found.replaceAll(/[^\n]/g, '')
  const prose = text.replaceAll(/^```[\s\S]*?^```/gm, blank).replaceAll(/^#.*$/gm, '')
  let line = 1
  return prose.split(/(\n\n|\n(?=[-|*] )|\n(?=\d+\. ))/).flatMap((part): [number, string][] => {
    const start = line
    line += part.split('\n').length - 1
    const cells = part.startsWith('|') ? part.split('|') : [part]
    return cells
      .flatMap(paragraphsOf)
      .map((paragraph) => [start, paragraph.replace(/^(?:[-*] |\d+\. )/, '').replaceAll('**', '')])
  })
}

/** The descriptions and summaries of the contract. */
function descriptions(text: string): [number, string][] {
  const pattern = /\b(?:description|summary): (?:\|\n(?<block>(?: +[^\n]*\n|\n)+)|"?(?<line>[^\n"]+))/g
  return [...text.matchAll(pattern)].flatMap(({ index, groups = {} }) =>
    paragraphsOf(groups.block ?? groups.line ?? '').map((paragraph): [number, string] => [
      lineAt(text, index),
      paragraph,
    ]),
  )
}

const paragraphsOf = (text: string) =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replaceAll(/\s+/g, ' ').trim())
    .filter(Boolean)
