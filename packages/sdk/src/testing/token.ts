import { ContractError } from './error.ts'

const GRANTS = ['client_credentials', 'refresh_token', 'authorization_code']

/** Gives a token to who asks as RFC 6749 says: with a grant, and as an app by header, assertion or id. */
export async function tokenAnswer(request: Request, number: number): Promise<Response> {
  const { method, headers } = request
  const form = new URLSearchParams(await request.text())
  const refuse = (what: string): never => {
    throw new ContractError('oauth2.token', what, headers)
  }
  if (method !== 'POST') refuse('a token is asked for by POST')
  if (!headers.get('content-type')?.startsWith('application/x-www-form-urlencoded')) refuse('the body is no form')
  const grant = form.get('grant_type') ?? ''
  if (!GRANTS.includes(grant)) refuse(`there is no grant_type ${grant || 'given'}`)
  if (!headers.get('authorization')?.startsWith('Basic ') && !form.get('client_id')) refuse('no app says who it is')
  return Response.json({
    access_token: `test-token-${number}`,
    token_type: 'Bearer',
    expires_in: 3600,
    scope: form.get('scope') ?? '',
    ...(grant !== 'client_credentials' && { refresh_token: `test-refresh-token-${number}` }),
  })
}
