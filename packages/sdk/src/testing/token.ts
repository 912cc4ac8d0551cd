import { ContractError } from './error.ts'

const GRANTS = ['client_credentials', 'refresh_token', 'authorization_code']

/** Issues a token for a request that follows RFC 6749: with a grant, and an app that authenticates by header, assertion or id. */
export async function tokenAnswer(request: Request, number: number): Promise<Response> {
  const { method, headers } = request
  const form = new URLSearchParams(await request.text())
  const refuse = (what: string): never => {
    throw new ContractError('oauth2.token', what, headers)
  }
  if (method !== 'POST') refuse('a token request must be a POST')
  if (!headers.get('content-type')?.startsWith('application/x-www-form-urlencoded')) refuse('the body is not a form')
  const grant = form.get('grant_type') ?? ''
  if (!GRANTS.includes(grant)) refuse(grant ? `grant_type ${grant} is unknown` : 'grant_type is missing')
  if (!headers.get('authorization')?.startsWith('Basic ') && !form.get('client_id'))
    refuse('the app does not authenticate')
  return Response.json({
    access_token: `test-token-${number}`,
    token_type: 'Bearer',
    expires_in: 3600,
    scope: form.get('scope') ?? '',
    ...(grant !== 'client_credentials' && { refresh_token: `test-refresh-token-${number}` }),
  })
}
