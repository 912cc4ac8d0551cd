import { Marked, Renderer, type Tokens } from 'marked'

/**
 * Renders one of the repository's own pages, whose content is trusted.
 *
 * @param addressOf returns the server's address of the page that a relative link leads to; undefined if it is not served
 * @returns the text of the first heading, and HTML without scripts and styles
 */
export function renderMarkdown(
  text: string,
  addressOf: (href: string) => string | undefined,
): { title: string; body: string } {
  let title = ''
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth }) {
        const plain = this.parser.parseInline(tokens, this.parser.textRenderer)
        if (depth === 1) title ||= plain
        return `<h${depth} id="${anchorOf(plain)}">${this.parser.parseInline(tokens)}</h${depth}>\n`
      },
      link(link) {
        const isElsewhere = /^([a-z]+:|\/|#)/i.test(link.href)
        const href = isElsewhere ? link.href : addressOf(link.href)
        // Files that are only in the repository are named, but not linked.
        return href === undefined
          ? this.parser.parseInline(link.tokens)
          : Renderer.prototype.link.call(this, { ...link, href })
      },
      // Content that may be wider than a phone scrolls by itself, also by keyboard.
      code(code) {
        return Renderer.prototype.code.call(this, code).replace('<pre>', '<pre tabindex="0">')
      },
      table(table: Tokens.Table) {
        return `<div class="scrolled" role="group" aria-label="Table" tabindex="0">${Renderer.prototype.table.call(this, table)}</div>\n`
      },
    },
  })
  const body = marked.parse(text, { async: false })
  return { title, body }
}

/** The anchor of a heading, like GitHub's, so that links lead to the same place there and here. */
export const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}_ -]/gu, '')
    .replaceAll(' ', '-')
