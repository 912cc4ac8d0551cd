import type { Facts } from './fact.ts'

/** The facts of members and of people. */
export const people: Facts = {
  'member.joined': (world) => world.newMember(),
  'member.accepted': (world) => world.newAccepted(),
  'member.updated': async (world) => {
    await world.admin.members.update({ account_id: await world.newMember(), name: world.newName() })
  },
  'member.condition_changed': async (world) => {
    await world.admin.members.setCondition({ account_id: await world.newMember(), condition: 'frozen' })
  },
  'member.role_changed': (world) => world.newAdmin(),
  'account.deregistered': async (world) => {
    const { account_id, password } = await world.newAccepted()
    await (await world.as(account_id)).me.deregister({ confirm: true, password })
  },
  'account.address_changed': async (world) => {
    const { account_id, password } = await world.newAccepted()
    const email = world.newAddress()
    const code = await world.codeFor(email, 'change_address')
    await (await world.as(account_id)).me.changeAddress({ email, ...code, password })
  },
  'account.identifier_recycled': async (world) => {
    const email = world.newAddress()
    await world.depart(await world.newSignedIn(email))
    await world.newPerson(email)
    await world.advance('PT0S')
  },
}
