// Checked by tsc; nothing here runs.
import type { Schemas } from '@sendoff/api'
import { type AnswerOf, type Call, fetchDouble, problem, reply } from '@sendoff/sdk/testing'
import { expectTypeOf } from 'vitest'

const unlinked = { result: true, association_id: 'assoc_1', unlinked_at: '' } as const
const organization: Schemas['Organization'] = { org_id: '', name: '', status: 'active', created_at: '' }

// Correct ones.
reply('organization.unlink', { status: 200, body: unlinked })
reply('organization.get', [problem('organization.get', 'unavailable'), { status: 200, body: organization }])
reply('webhookEndpoints.delete', { status: 204 })
fetchDouble({
  'organization.unlink': ({ params, idempotencyKey }) => {
    expectTypeOf(params.dept_id).toEqualTypeOf<number>()
    expectTypeOf(idempotencyKey).toEqualTypeOf<string | undefined>()
    return { status: 200, body: unlinked }
  },
  'associations.get': async ({ params }) =>
    problem('associations.get', params.association_id ? 'unavailable' : 'association_not_found'),
})

// @ts-expect-error a status that is not documented
reply('organization.unlink', { status: 201, body: unlinked })
// @ts-expect-error a body of another operation
reply('organization.unlink', { status: 200, body: organization })
// @ts-expect-error a missing field
reply('organization.unlink', { status: 200, body: { result: true, association_id: '' } })
// @ts-expect-error an unknown field
reply('organization.unlink', { status: 200, body: { ...unlinked, foo: 1 } })
// @ts-expect-error a field of another type
reply('organization.unlink', { status: 200, body: { ...unlinked, result: false } })
// @ts-expect-error no body
reply('organization.unlink', { status: 200 })
// @ts-expect-error a body although there is none
reply('webhookEndpoints.delete', { status: 204, body: {} })
const wrong = { status: 200, body: organization } as const
// @ts-expect-error one of many
reply('organization.unlink', [{ status: 200, body: unlinked }, wrong])
// @ts-expect-error the result of a function
reply('organization.unlink', () => ({ status: 200, body: organization }))
// @ts-expect-error an operation that does not exist
reply('organization.unlnik', { status: 200, body: unlinked })
// @ts-expect-error a streamed operation
reply('events.stream', { status: 200, body: '' })
// @ts-expect-error in the double too
fetchDouble({ 'organization.unlink': { status: 200, body: organization } })
// @ts-expect-error an operation that does not exist
fetchDouble({ 'organization.unlnik': { status: 204 } })

// Problems of the operation, with the members of the code.
problem('organization.unlink', 'association_not_found', { detail: 'There is none.' })
problem('organization.unlink', 'scope_missing', { required_scopes: ['org:unlink'] })
// @ts-expect-error a code that the operation does not document
problem('organization.unlink', 'event_not_found')
// @ts-expect-error the members of the code are missing
problem('organization.unlink', 'scope_missing')
// @ts-expect-error and so here
problem('organization.unlink', 'scope_missing', {})
// @ts-expect-error a scope that does not exist
problem('organization.unlink', 'scope_missing', { required_scopes: ['org:unlnik'] })
// @ts-expect-error the members of another code
problem('organization.unlink', 'association_not_found', { required_scopes: [] })
// @ts-expect-error a problem of another operation
reply('organization.unlink', problem('events.get', 'event_not_found'))

expectTypeOf<Extract<AnswerOf<'organization.unlink'>, { status: 404 }>['body']>().toEqualTypeOf<
  Schemas['AssociationNotFound']
>()
expectTypeOf<Call<'events.get'>['params']['event_id']>().toEqualTypeOf<string>()
