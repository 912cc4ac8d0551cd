import { createClient } from '@sendoff/sdk'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

const organization = { org_id: 'org_1', name: 'Acme', status: 'active', created_at: '2026-11-22T08:00:00.000Z' }
const answered = async () => Response.json(organization, { headers: { deprecation: '@1' } })
const failing = async () => {
  throw new Error('no network')
}
const at = { baseUrl: 'https://sendoff.test', token: 'token', scopes: ['org:read'], maxRetries: 0 } as const

describe('a hook that rejects', () => {
  const unhandled = vi.fn()
  beforeEach(() => void process.on('unhandledRejection', unhandled))
  afterEach(() => void process.off('unhandledRejection', unhandled))
  const settled = async () => {
    await new Promise(setImmediate)
    expect(unhandled).not.toHaveBeenCalled()
  }

  test.each([
    ['onRequest', answered],
    ['onResponse', answered],
    ['onFailure', failing],
  ] as const)('ends the call, and not the process: %s', async (name, fetch) => {
    const error = new Error('the log is full')
    const client = createClient({ ...at, fetch, [name]: async () => Promise.reject(error) })
    await expect(client.organization.get()).rejects.toBe(error)
    await settled()
  })

  test('ends neither when it only notifies: warn', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const warn = async () => Promise.reject(new Error('the log is full'))
    expect(await createClient({ ...at, fetch: answered, warn }).organization.get()).toEqual(organization)
    await settled()
    expect(log).toHaveBeenCalledOnce()
  })
})
