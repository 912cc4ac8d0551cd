import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { problems } from '../../packages/server/src/http/problems.ts'
import { texts } from '../../packages/server/src/texts/texts.ts'

const source = join(import.meta.dirname, '../../packages/server/src')

/** All texts of a language by a path, for example `problems.not_found.title`. */
function flat(node: object, path = ''): [string, string][] {
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : flat(value, `${path}${key}.`),
  )
}

const english = flat(texts.en)
const chinese = new Map(flat(texts['zh-CN']))

const placeholdersIn = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort()

const TERMS =
  /"[\w-]+"|\b[A-Z]+ (?:\/[\w{}.-]*[\w}])+|\b\w+_\w+\b|\d+(?:,\d+)*|\b[A-Z]\w+(?:-[A-Z]\w*)+|\b(?:[A-Z]{2,}[\w+-]*|U\+0000|gzip|deflate|br|https?|kid|MiB)\b/g

/** The names, numbers and standards that an English text has and its translation lacks. */
function missingIn(translation: string, text: string): string[] {
  return (text.match(TERMS) ?? []).map((term) => term.replaceAll('"', '')).filter((term) => !translation.includes(term))
}

test('every text is in both languages, in one order, which is that of the problems, too', () => {
  expect([...chinese.keys()]).toEqual(english.map(([path]) => path))
  expect(Object.keys(texts.en.problems)).toEqual(Object.keys(problems))
})

test('every text has the same placeholders in both languages', () => {
  const placeholders = (entries: Iterable<[string, string]>) =>
    Object.fromEntries([...entries].map(([path, text]) => [path, placeholdersIn(text)]))
  expect(placeholders(chinese)).toEqual(placeholders(english))
})

test('a Chinese text names whatever the English one names', () => {
  const less = english.flatMap(([path, text]) => missingIn(chinese.get(path) ?? '', text).map((term) => [path, term]))
  expect(less).toEqual([])
  expect(
    [...chinese].filter(([path, text]) => path !== 'additions.first_fault' && !/\p{Script=Han}/u.test(text)),
  ).toEqual([])
})

test('a Chinese text that says less than the English one would be found', () => {
  const { detail } = texts.en.problems.unsupported_media_type
  expect(missingIn('请以 “Content-Type: application/json”（UTF-8 编码）发送请求体。', detail)).toEqual([
    'gzip',
    'deflate',
    'br',
  ])
  expect(missingIn('必须嵌套', texts.en.faults['body.depth'])).toEqual(['32'])
})

test('an English fault says what must be, and every text has one kind of apostrophe', () => {
  const faults = Object.entries(texts.en.faults)
  expect(faults.filter(([, text]) => !/^must |^The \w+ must /.test(text))).toEqual([])
  expect(english.filter(([, text]) => /\w'\w/.test(text))).toEqual([])
})

test('no text is unused', () => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith('texts') && file !== join('http', 'problems.ts'))
    .map((file) => readFileSync(join(source, file), 'utf8'))
    .join('\n')
  const keys = [...Object.keys(texts.en.problems), ...Object.keys(texts.en.faults)]
  expect(keys.filter((key) => !files.includes(`'${key}'`) && !files.includes(`"${key}"`))).toEqual([])
})
