import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readEmail, unicodeEmail } from '../../packages/server/src/values/email.ts'
import { folded, readsAs } from '../../packages/server/src/values/folded.ts'
import { readFreeText } from '../../packages/server/src/values/free-text.ts'
import { readName } from '../../packages/server/src/values/name.ts'
import { readPhone } from '../../packages/server/src/values/phone.ts'
import type { Reading } from '../../packages/server/src/values/reading.ts'

const result = (reading: Reading) => ('value' in reading ? reading.value : reading.fault)
const domainOf = (length: number) =>
  `${'b'.repeat(63)}.`
    .repeat(4)
    .slice(0, length - 3)
    .replace(/\.$/, 'b')
    .concat('.cn')

describe('S89: an email has one form', () => {
  test.each([
    ['Ada@Example.COM', 'ada@example.com'],
    ['  ada@example.com\u3000\n', 'ada@example.com'],
    ["o'hara+news@mail.example.co.uk", "o'hara+news@mail.example.co.uk"],
    ['{a}|b/c=d?^_`~!#$%&*@x.cn', '{a}|b/c=d?^_`~!#$%&*@x.cn'],
    ['ada@bücher.example', 'ada@xn--bcher-kva.example'],
    ['ada@BU\u0308CHER.example', 'ada@xn--bcher-kva.example'],
    ['ada@XN--BCHER-KVA.example', 'ada@xn--bcher-kva.example'],
    ['ada@例え。テスト', 'ada@xn--r8jz45g.xn--zckzah'],
    ['ａｄａ＠ｅｘａｍｐｌｅ．ｃｏｍ', 'ada@example.com'],
    ['ada@faß.example', 'ada@xn--fa-hia.example'],
    [`${'a'.repeat(64)}@x.cn`, `${'a'.repeat(64)}@x.cn`],
    [`ada@${domainOf(250)}`, `ada@${domainOf(250)}`],
  ])('%j', (typed, value) => {
    expect(readEmail(typed)).toEqual({ value })
    expect(readEmail(unicodeEmail(value))).toEqual({ value })
  })

  test.each([
    ...['<x@y>', 'Ada <x@y.cn>', 'x@y@z.cn', 'x y@z.cn', '"x y"@z.cn', '.x@y.cn', 'x.@y.cn', 'x..y@z.cn', '@y.cn'],
    ...['', 'jürgen@x.cn', 'x\u0000@y.cn', 'x\u200b@y.cn', 'x,z@y.cn', 'x;y@z.cn', 'mailto:x@y.cn', '(a)x@y.cn'],
    `${'a'.repeat(65)}@x.cn`,
  ])('is refused without a local part of RFC 5321: %j', (typed) => {
    expect(readEmail(typed)).toEqual({ fault: 'email.grammar' })
  })

  test.each([
    ...[
      'x@y',
      'x',
      'x@y,',
      'x@y.',
      'x@y.cn.',
      'x@a..b',
      'x@.y.cn',
      'x@y,cn',
      'x@-y.cn',
      'x@y-.cn',
      'x@a_b.cn',
      'x@[127.0.0.1]',
      'x@',
    ],
    ...[
      'x@127.0.0.1',
      'x@1.2.3',
      'x@0x7f.1',
      'x@y.1',
      'x@ex%61mple.cn',
      'x@y.cn/z',
      'x@y.cn:25',
      'x@y z.cn',
      'x@y\u200b.cn\u202e',
    ],
    ...['x@xn--a.cn', 'x@y.cn>', 'x@y.cn?z', 'x@y.cn#z', 'x@y\\z.cn', `x@${'a'.repeat(64)}.cn`],
  ])('is refused without an internet domain: %j', (typed) => {
    expect(readEmail(typed)).toEqual({ fault: 'email.domain' })
  })

  test('is refused beyond 254 characters', () => {
    expect(readEmail(`ada@${domainOf(251)}`)).toEqual({ fault: 'email.length' })
  })
})

describe('S90: a phone number has one form', () => {
  test.each([
    ['+8613800138000', '+8613800138000'],
    ['+86 138-0013-8000', '+8613800138000'],
    ['0086 138 0013 8000', '+8613800138000'],
    ['+0086 138 0013 8000', '+8613800138000'],
    ['＋８６（１３８）００１３‐８０００', '+8613800138000'],
    ['(+86) 138.0013.8000', '+8613800138000'],
    ['\u202a+86 138 0013 8000\u202c', '+8613800138000'],
    ['+86 138·0013·8000', '+8613800138000'],
    ['+86\u00a0138\u20110013\u20118000', '+8613800138000'],
    ['+٨٦ ١٣٨ ٠٠١٣ ٨٠٠٠', '+8613800138000'],
    ['+49 (0) 151 12345678', '+4915112345678'],
    ['0049 0151/12345678', '+4915112345678'],
    ['+39 06 1234567', '+39061234567'],
    ['+1 (415) 555-2671', '+14155552671'],
    ['+800 1234 5678', '+80012345678'],
  ])('%j', (typed, value) => {
    expect(readPhone(typed)).toEqual({ value })
    expect(readPhone(value)).toEqual({ value })
  })

  test.each([
    ['13800138000', 'phone.country'],
    ['138-0013-8000', 'phone.country'],
    ['(0151) 12345678', 'phone.country'],
    ['+999 123456789', 'phone.country'],
    ['+0 138 0013 8000', 'phone.country'],
    ['+86 138', 'phone.length'],
    ['+86 138 0013 8000 0000 00', 'phone.length'],
    ['+1-800-FLOWERS', 'phone.digits'],
    ['++86 138 0013 8000', 'phone.digits'],
    ['call +86 138 0013 8000', 'phone.country'],
    ['+86 138 0013 8000 ext. 5', 'phone.extension'],
    ['', 'phone.digits'],
    ['ada', 'phone.digits'],
    ['+', 'phone.digits'],
  ])('%j is refused', (typed, fault) => {
    expect(readPhone(typed)).toEqual({ fault })
  })
})

describe('S88: a name is one line that shows something', () => {
  test.each([
    ['\u3000 Ada\u00a0\n', 'Ada'],
    ['\u0085Ada\u2029', 'Ada'],
    ['Jose\u0301', 'José'],
    ['علی\u200cرضا', 'علی\u200cرضا'],
    ['👩\u200d🔬 Ada ❤\ufe0f', '👩\u200d🔬 Ada ❤\ufe0f'],
    [
      '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f} Iain',
      '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f} Iain',
    ],
    ['⠠⠁⠙⠁⠀⠇', '⠠⠁⠙⠁⠀⠇'],
    ['김\u3000철수', '김\u3000철수'],
    ['X Æ A-12', 'X Æ A-12'],
    ['葛\u{e0100}', '葛\u{e0100}'],
  ])('%j', (typed, name) => {
    expect(readName(typed)).toEqual({ value: name })
  })

  test.each([
    ...[
      '',
      ' ',
      '\u3000',
      '\u200b',
      '\u200d\u200c',
      '\u3164',
      '\uffa0',
      '\u115f\u1160',
      '\u2800',
      '\u00ad',
      '\u2060',
      '\ufe0f',
    ],
    ...['\u034f', '\u180e', '\u061c', '\u2800 \u3164', '\u{e0001}\u{e0041}', '\u{1d159}', '\u{1d173}', '\u202e'],
  ])('%j is refused, because it shows nothing', (typed) => {
    expect(readName(typed)).toEqual({ fault: 'name.readable' })
  })

  test.each([
    ...[
      'A\u0000',
      'A\tB',
      'A\nB',
      '\u001bA',
      'A\u007f',
      'A\u0085B',
      '\u202eadA',
      'A\u202e',
      'A\u2066B\u2069',
      'A\u200fB',
      'A\u200b',
    ],
    ...['A\u2028B', 'A\u3164B', 'A\ufeffB', 'A\u{e0041}', 'A\ufff9B'],
  ])('%j is refused, because it reads as something else', (typed) => {
    expect(readName(typed)).toEqual({ fault: 'name.visible' })
  })
})

test('free text may have several lines, and no other control characters', () => {
  expect(result(readFreeText('one\r\ntwo\rthree\u0085four\n\n\tfive'))).toBe('one\ntwo\nthree\nfour\n\n five')
  for (const text of ['a\u0007', 'a\u001b[31m', 'a\u009b', 'a\u000b'])
    expect(result(readFreeText(text))).toBe('text.lines')
  for (const text of ['\n', '\u200b', '\u3164 ']) expect(result(readFreeText(text))).toBe('text.filled')
})

describe('S91: search folds', () => {
  test.each([
    ['STRASSE', 'Straße', 'STRAẞE', 'strasse'],
    ['İSTANBUL', 'istanbul', 'ıstanbul', 'ISTANBUL'],
    ['ΟΔΥΣΣΕΥΣ', 'Οδυσσεύς', 'οδυσσευσ'],
    ['Ａｄａ', 'ada', 'ADA', 'A\u00addA', 'a\u200dda'],
    ['ｶﾞ', 'ガ', 'カ\u3099'],
    ['한글', '\u1112\u1161\u11ab\u1100\u1173\u11af'],
    ['José', 'Jose\u0301', 'JOSE', 'jose'],
    ['Ёлка', 'елка'],
    ['ﬁﬀ', 'FIFF'],
    ['Å', 'Å', 'a'],
    ['ᾳ', 'ΑΙ', 'ᾼ'],
    ['שָׁלוֹם', 'שלום'],
    ['مُحَمَّد', 'محمد', 'محـمد'],
    ['ᏣᎳᎩ', 'ᏣᎳᎩ'.toLowerCase()],
    ['A \u3000\n B', 'a b'],
  ])('%j', (first, ...others) => {
    expect(others.map(folded)).toEqual(others.map(() => folded(first)))
  })

  test('keeps apart the syllables that marks tell apart', () => {
    for (const [one, other] of [
      ['か', 'が'],
      ['कि', 'कु'],
      ['กา', 'กี'],
    ] as const)
      expect(folded(one)).not.toBe(folded(other))
  })

  test('nothing further when it is repeated, and the same for each case and normal form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
        const once = folded(text)
        expect(folded(once)).toBe(once)
        for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD'] as const) expect(folded(text.normalize(form))).toBe(once)
      }),
    )
  })

  test('every character as its other cases', () => {
    for (let code = 0; code < 0x30000; code++) {
      if (code === 0xd800) code = 0xe000
      const one = String.fromCodePoint(code)
      const cases = [folded(one), folded(one.toLowerCase()), folded(one.toUpperCase()), folded(folded(one))]
      if (new Set(cases).size > 1) expect({ code: code.toString(16), cases }).toBeUndefined()
    }
  })
})

test('two names read as the same whatever their normal form and white space, and not with other capitals', () => {
  expect(readsAs('Cedar  Software', ' Cedar\u00a0Software\n')).toBe(true)
  expect(readsAs('Cafe\u0301 Ａ', 'Café A')).toBe(true)
  expect(readsAs('Cedar Software', 'Cedar\u200b Software')).toBe(true)
  expect(readsAs('Cedar Software', 'cedar software')).toBe(false)
  expect(readsAs('Cedar Software', 'CedarSoftware')).toBe(false)
})
