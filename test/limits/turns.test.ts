import { expect, test } from 'vitest'
import { createTurns, type Turn } from '../../packages/server/src/limits/turns.ts'
import { Refusal } from '../../packages/server/src/refusal.ts'

const SIZE = 10

/** Turns of which the first is taken, and the outcomes of the work in the order in which it was done. */
function oneAtATime() {
  const turns = createTurns(1, SIZE)
  const done: string[] = []
  const refused: string[] = []
  const release = Promise.withResolvers<void>()
  const all: Promise<void>[] = [turns({ network: 'first', proven: false }, () => release.promise)]
  const ask = (name: string, turn: Partial<Turn> = {}) => {
    const work = async () => void done.push(name)
    const asked = turns({ network: name[0] ?? '', proven: false, ...turn }, work).catch((error: unknown) => {
      expect(error).toBeInstanceOf(Refusal)
      expect(error).toMatchObject({ code: 'unavailable', details: { retry_after: expect.any(Number) } })
      refused.push(name)
    })
    all.push(asked)
  }
  const finish = async () => {
    release.resolve()
    await Promise.all(all)
  }
  return { ask, finish, done, refused }
}

test('networks take turns, however much each of them asks for', async () => {
  const { ask, finish, done, refused } = oneAtATime()
  for (const name of ['a1', 'a2', 'a3', 'a4', 'b1', 'c1', 'b2']) ask(name)
  await finish()
  expect(done).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3', 'a4'])
  expect(refused).toEqual([])
})

test('proven callers take turns with all others, and keep a queue of their own', async () => {
  const { ask, finish, done, refused } = oneAtATime()
  for (let i = 0; i < SIZE; i++) ask(`a${i}`)
  ask('p1', { proven: true })
  ask('p2', { proven: true })
  await finish()
  expect(done.slice(0, 4)).toEqual(['p1', 'a0', 'p2', 'a1'])
  expect(refused).toEqual([])
})

test('when too much waits, the network with the most loses its newest', async () => {
  const { ask, finish, done, refused } = oneAtATime()
  for (let i = 0; i < SIZE; i++) ask(`a${i}`)
  ask('a10')
  ask('b0')
  await finish()
  expect(refused).toEqual(['a10', 'a9'])
  expect(done.slice(0, 2)).toEqual(['a0', 'b0'])
})

test('a network is refused when every other has one piece of work waiting', async () => {
  const { ask, finish, done, refused } = oneAtATime()
  const networks = [...'abcdefghij']
  for (const network of networks) ask(`${network}0`)
  ask('k0')
  ask('p0', { proven: true })
  await finish()
  expect(refused).toEqual(['k0'])
  expect(done).toHaveLength(SIZE + 1)
})

test('work that fails gives its place to the next', async () => {
  const turns = createTurns(1, SIZE)
  const turn = { network: 'a', proven: false }
  const failing = turns(turn, async () => {
    throw new Error('no memory')
  })
  const next = turns(turn, async () => 'done')
  await expect(failing).rejects.toThrow('no memory')
  expect(await next).toBe('done')
})
