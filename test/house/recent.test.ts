import { expect, test } from 'vitest'
import { Recent } from '../../packages/server/src/recent.ts'

test('a map of recent keys forgets the key that was set first, and only when it has to make room', () => {
  const recent = new Recent<string, number>(2).set('one', 1).set('two', 2)
  recent.set('one', 3)
  expect([...recent]).toEqual([
    ['one', 3],
    ['two', 2],
  ])
  recent.set('three', 4)
  expect([...recent.keys()]).toEqual(['two', 'three'])
})
