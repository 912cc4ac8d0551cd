import { beforeAll, describe, expect, test } from 'vitest'
import { checkAnswer } from '../support/contract/check-answer.ts'
import { dereference, readDocument } from '../support/contract/document.ts'
import { type Located, operationsOf } from '../support/contract/operations.ts'
import { send } from '../support/contract/send.ts'
import { useWorld } from '../support/contract/use-world.ts'
import { soundRequests } from '../support/contract/world.ts'
import { dump } from '../support/database.ts'
import { must } from '../support/platform.ts'
import { refusedCallers, wrongKinds } from './wrong-callers.ts'

// behaviour.test.ts tries every request without a token, and with one without the scope.
const operations = operationsOf(dereference(readDocument())).filter(({ security = [] }) => security.length > 0)

describe('every operation refuses every wrong kind of caller as the contract says, and nothing changes', {
  timeout: 180_000,
}, () => {
  const { platform: own, world, quiet } = useWorld()
  let kinds: Awaited<ReturnType<typeof wrongKinds>>
  beforeAll(async () => {
    kinds = await wrongKinds(own(), own().association('upstream').org_id)
    await quiet()
  }, 120_000)

  async function faultsOf(operation: Located): Promise<string[]> {
    const platform = own()
    const faults: string[] = []
    const before = await dump(platform)
    for (const caller of refusedCallers(kinds, operation)) {
      const answer = await send(platform.base, operation, caller, soundRequests(world(), operation.id)[0])
      const given = `${answer.status} ${answer.text === '' ? '' : (JSON.parse(answer.text).code ?? 'and does it')}`
      if (given !== caller.refused) faults.push(`${caller.name}: ${given} and not ${caller.refused}`)
      faults.push(...checkAnswer(operation, answer).map((fault) => `${caller.name}: ${fault}`))
    }
    if ((await dump(platform)) !== before) faults.push('something changed')
    return faults
  }

  test.each(operations.map((one) => [one.id, one] as const))('%s', async (_, operation) => {
    expect(await faultsOf(operation)).toEqual([])
  })

  test('the net reports who is let in, and a refusal that the contract does not document', async () => {
    const find = (id: string) => must(operations.find((one) => one.id === id))
    const [open, closed] = [find('members.get'), find('members.create')]
    const asAdministratorsOnly = { ...open, responses: { ...open.responses, 403: must(closed.responses['403']) } }
    expect(await faultsOf(asAdministratorsOnly)).toEqual([
      'an ordinary member: 200 and does it and not 403 admin_required',
    ])
    const undocumented = { ...closed, responses: { ...closed.responses, 403: must(open.responses['403']) } }
    const said = await faultsOf({
      ...undocumented,
      responses: { ...undocumented.responses, 401: must(closed.responses['404'] ?? closed.responses['400']) },
    })
    expect(said.some((fault) => fault.startsWith('who departed: body'))).toBe(true)
  })
})
