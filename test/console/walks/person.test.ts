import { describe, expect, test } from 'vitest'
import { consultant } from '../../support/console.ts'
import { rows } from '../../support/database.ts'
import { PATIENCE, preparedFor, ways } from './walker.ts'

describe.each(ways)('$name', (way) => {
  const { platform, walker } = preparedFor(way)

  test(
    'S17, S20, S21, S38, S39, S44 to S48: contacts, the organisation, leave, confirm; then the reason and who can undo it',
    async () => {
      const mei = consultant(platform())
      const walk = await walker()
      await walk.open('')
      await walk.look('signed out')
      await walk.signIn(mei, mei.first.name)
      await walk.look('home')
      await walk.navigate('/contacts')
      await walk.look('contacts')
      expect(await walk.text()).toContain(mei.second.name)
      await walk.follow('/leave?from=contacts')
      await walk.look('leave')
      await walk.page.locator('input[name=recipient]').fill('anton')
      await walk.page.locator('.choices button').first().click()
      await walk.page.locator('select[name=reason_code]').selectOption('joined_by_mistake')
      await walk.page.locator('button.danger').click()
      // Nothing happens before the confirmation.
      expect(await walk.page.locator('input[name=confirm]').evaluate((input: any) => input.validity.valueMissing)).toBe(
        true,
      )
      await walk.page.locator('input[name=confirm]').check()
      await walk.page.locator('button.danger').click()
      await walk.page.locator('.signed-out').waitFor()
      await walk.look('departed')
      const words = await walk.text()
      for (const word of [mei.first.name, 'anton@aster.example', mei.second.name]) expect(words).toContain(word)
      expect(await departure()).toMatchObject({
        entry_point: walk.isPhone ? 'mobile_contacts' : 'desktop_contacts',
        reason_code: 'joined_by_mistake',
        method: 'self_leave',
      })
      await walk.page.locator('.choices button').first().click()
      await walk.page.locator('.screen h1').waitFor()
      await walk.navigate('/former-accounts')
      await walk.look('former accounts')
      expect(await walk.text()).toContain(mei.first.name)
    },
    PATIENCE,
  )

  test(
    'S40, S51 to S55: apply with a reason, wait, read the decision, confirm with the password',
    async () => {
      const mei = consultant(platform())
      const walk = await walker()
      await walk.open('/profile')
      await walk.signIn(mei, mei.second.name)
      await walk.look('profile')
      await walk.follow('/leave?from=profile')
      await walk.look('leave, with an approval')
      await walk.follow('/applications/new')
      await walk.look('apply')
      await walk.page.locator('textarea[name=reason_text]').fill('A new position in Lisbon')
      await walk.page.locator('button[type=submit]').click()
      await walk.page.waitForURL(/applications\/lap_/)
      await walk.look('application, waiting')

      await walk.page.locator('.card-actions button').click()
      await walk.page.locator('dialog[open] button.primary').waitFor()
      await walk.look('withdraw?')
      await walk.page.locator('dialog[open] button.primary').click()
      await walk.page.locator('.badge.plain').waitFor()
      await walk.follow('/applications')
      await walk.look('applications')
      await walk.follow('/applications/new')
      await walk.page.locator('textarea[name=reason_text]').fill('Moving abroad')
      await walk.page.locator('button[type=submit]').click()
      await walk.page.waitForURL(/applications\/lap_/)
      const application_id = new URL(walk.page.url()).pathname.split('/').at(-1) ?? ''
      const admin = platform().member(mei.second.org_id, 'founder').account_id
      const token = await platform().userToken(admin, 'leave_application:review')
      await platform().as(token).call('leaveApplications.approve', { application_id, comment: 'All the best' })

      await walk.navigate('/')
      await walk.look('home, with an approved application')
      await walk.follow(`/applications/${application_id}`)
      await walk.look('application, approved')
      await expect.poll(() => walk.text()).toContain('All the best')
      await walk.page.locator('input[name=password]').fill('not the password')
      await walk.page.locator('button.danger').click()
      await walk.page.locator('.refused').waitFor()
      await walk.look('application, wrong password')
      await walk.page.locator('input[name=password]').fill(mei.password)
      await walk.page.locator('button.danger').click()
      await walk.page.locator('.signed-out').waitFor()
      expect(await departure()).toMatchObject({ method: 'approved_leave' })
    },
    PATIENCE,
  )

  test(
    'S1, S2, S13, S30, S34: settings, security centre, deregister, everything that is lost, password',
    async () => {
      const mei = consultant(platform())
      const walk = await walker()
      await walk.open('/security')
      await walk.signIn(mei, mei.first.name)
      await walk.look('security')
      for (const path of ['/security/password', '/security/address', '/security/sign-ins']) {
        await walk.open(path)
        await walk.look(path)
      }
      await walk.navigate('/security')
      await walk.follow('/security/deregister')
      await walk.look('deregister')
      const before = await walk.text()
      expect(before).toContain('Ada Aster')
      await walk.page.locator('input[name=password]').fill(mei.password)
      await walk.page.locator('input[name=confirm]').check()
      await walk.page.locator('button.danger').click()
      await walk.page.locator('.signed-out').waitFor()
      await walk.look('deregistered')
      // The other accounts are there, without the password.
      await walk.page.locator('.choices button').last().click()
      await walk.page.locator('.screen h1').waitFor()
      await walk.open('/security/deregister')
      await walk.look('deregister the personal account')
      await walk.page.locator('input[name=password]').fill(mei.password)
      await walk.page.locator('input[name=confirm]').check()
      await walk.page.locator('button.danger').click()
      await walk.page.locator('.signed-out').waitFor()
      await walk.look('personal account deregistered')
    },
    PATIENCE,
  )

  test(
    'the menu, the palette, the keys and the other screens can be read and used by everybody',
    async () => {
      const mei = consultant(platform())
      const walk = await walker()
      await walk.open('/notifications')
      await walk.signIn(mei, mei.first.name)
      await walk.look('notifications')
      for (const path of ['/administrators', '/applications?status=pending', '/contacts?q=anton', '/nowhere']) {
        await walk.open(path)
        await walk.look(path)
      }
      await walk.page.locator('.account-button').click()
      await walk.look('account menu')
      await walk.page.keyboard.press('Escape')
      await walk.page.keyboard.press('Control+k')
      await walk.page.locator('dialog[open] [role=combobox]:focus').waitFor()
      await walk.page.keyboard.type(way.locale === 'zh-CN' ? '通知' : 'a')
      await walk.look('palette')
      await walk.page.keyboard.press('ArrowDown')
      await walk.page.keyboard.press('Enter')
      await walk.page.locator('dialog[open]').waitFor({ state: 'detached' })
      await walk.ready()
      expect(await walk.page.evaluate('document.activeElement.tagName')).toBe('H1')
      await walk.page.keyboard.press('?')
      await walk.page.locator('dialog[open] .keys').waitFor()
      await walk.look('keys')
      expect(await walk.page.evaluate('Object.keys(sessionStorage).length + Object.keys(localStorage).length')).toBe(0)
    },
    PATIENCE,
  )

  const departure = () =>
    rows(platform(), (db) => db.selectFrom('departure').selectAll().orderBy('departure_id', 'desc').executeTakeFirst())
})
