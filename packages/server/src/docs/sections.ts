import { marked } from 'marked'
import { anchorOf } from './markdown.ts'

/** The part of a page below one of its headings. */
export type Section = {
  /** The address of the page, with the anchor of the heading. */
  address: string
  /** The title of the page. */
  title: string
  /** Empty for what stands below the title. */
  heading: string
  /** The words below the heading, without marks. */
  text: string
}

/** Splits a page of Markdown at its headings. */
export function sectionsOf(markdown: string, address: string): Section[] {
  const sections: Section[] = []
  let title = ''
  let open: Section = { address, title, heading: '', text: '' }
  for (const token of marked.lexer(markdown)) {
    if (token.type !== 'heading') {
      open.text += `${withoutMarks(token.raw)} `
      continue
    }
    const heading = withoutMarks(token.text)
    if (token.depth === 1) title = heading
    if (open.text.trim() !== '') sections.push(open)
    open = {
      address: token.depth === 1 ? address : `${address}#${anchorOf(heading)}`,
      title,
      heading: token.depth === 1 ? '' : heading,
      text: '',
    }
  }
  return open.text.trim() === '' && open.heading === '' ? sections : [...sections, open]
}

const withoutMarks = (raw: string) =>
  raw
    .replaceAll(/\[([^\][]*)\]\([^()]*\)/g, '$1')
    .replaceAll(/[`*|]|^[#>-]+ |-{3,}/gm, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
