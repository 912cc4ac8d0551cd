import { describe, expect, test } from 'vitest'
import { consultant } from '../../support/console.ts'
import { PATIENCE, preparedFor, ways } from './walker.ts'

describe.each(ways)('$name', (way) => {
  const prepared = preparedFor(way)

  test(
    'S51, S53, S54: an administrator reads the reason in the inbox and decides with a comment, which the member reads',
    async () => {
      const platform = prepared.platform()
      const mei = consultant(platform)
      const applicant = await platform.userToken(mei.second.account_id, 'member:leave', 'leave_application:read')
      const application = await platform.as(applicant).call('leaveApplications.create', {
        reason_code: 'resignation',
        reason_text: 'A new position in Lisbon',
      })
      const walk = await prepared.walker()
      await walk.open('')
      await walk.signIn(platform.member(mei.second.org_id, 'founder'), mei.second.name)
      await walk.navigate('/reviews')
      await walk.look('inbox')
      expect(await walk.text()).toContain('A new position in Lisbon')
      await walk.page.locator('article .button.primary').click()
      await walk.page.locator('dialog[open] textarea').fill('All the best')
      await walk.look('approve?')
      await walk.page.locator('dialog[open] button[type=submit]').click()
      await walk.page.locator('article').waitFor({ state: 'detached' })
      await walk.look('empty inbox')
      const { application_id } = application
      const decided = await platform.as(applicant).call('leaveApplications.get', { application_id })
      expect(decided).toMatchObject({ status: 'approved', comment: 'All the best' })
    },
    PATIENCE,
  )
})
