import { expect, test } from 'vitest'
import { judge } from '../../scripts/prose/judge.ts'

const BEGIN = 'begin with a noun or verb'

test.each([
  ['a docstring', 'a.ts', '/** What of an app can be changed. */', [1, BEGIN]],
  ['a later sentence', 'a.ts', 'x()\n/**\n * Reads it. Of two cookies,\n * the first counts.\n */', [2, BEGIN]],
  ['the text of a tag', 'a.ts', '/**\n * Reads it.\n *\n * @returns How many there are\n */', [1, BEGIN]],
  ['a comment', 'a.ts', '// Whether it is so.\n', [1, BEGIN]],
  ['a comment behind code', 'a.mjs', 'x() // How often it runs.', [1, BEGIN]],
  ['the title of a test', 'a.ts', "test('S9: who has no token is refused', () => {})", [1, BEGIN]],
  ['a paragraph', 'a.md', '# What is here\n\nWho calls, decides.', [3, BEGIN]],
  ['a list item', 'a.md', '- **By what may be seen**: nothing.', [1, BEGIN]],
  ['a cell', 'a.md', '| a | Whose it is |', [1, BEGIN]],
  ['a description', 'a.yaml', 'a:\n  description: What members own.', [2, BEGIN]],
  ['a long description', 'a.yaml', 'description: |\n  Reads it.\n\n  What is left out stays.\n', [1, BEGIN]],
  ['a phrase', 'a.ts', '/** The port is no number. */', [1, 'say "is not a"']],
])('%s that reads as dialect is found', (_, path, text, [line, rule]) => {
  expect(judge(path, text)).toMatchObject([{ line, rule }])
})

test.each([
  ['a question', 'a.md', 'What happens when it fails? It is tried again.'],
  ['a word within a sentence', 'a.ts', '/** Returns the app, whose owner is known, and how it signs. */'],
  ['code', 'a.ts', "const sql = 'What is this'\n"],
  ['an example', 'a.md', '```\nWhat of it.\n```\n\nThe comment `What of it` is quoted.'],
])('%s is accepted', (_, path, text) => {
  expect(judge(path, text)).toEqual([])
})
