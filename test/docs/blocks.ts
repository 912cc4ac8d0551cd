/** A code block of a page. */
export type Block = {
  language: string
  code: string /** The line number of its first line of code, from 1. */
  line: number
}

/** Finds the code blocks of a page of Markdown. */
export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = []
  let open: Block | undefined
  for (const [index, line] of markdown.split('\n').entries()) {
    const fence = /^```(\w*)$/.exec(line)
    if (!fence) {
      if (open) open.code += `${line}\n`
    } else if (open) {
      blocks.push(open)
      open = undefined
    } else open = { language: fence[1] ?? '', code: '', line: index + 2 }
  }
  if (open) throw new Error(`the block of line ${open.line} is not closed`)
  return blocks
}
