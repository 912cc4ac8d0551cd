import type { Scope } from '@sendoff/api'
import { type Answer, must, type Platform } from './platform.ts'

export type Target = { email: string } | { phone: string }
export type Purpose = 'register' | 'recover' | 'change_address'

export const PASSWORD = 'a good long password'

export const askCode = (platform: Platform, target: Target, purpose: Purpose): Promise<Answer> =>
  platform.post('/v1.0/verification-codes', undefined, { ...target, purpose })

/** Reads the valid codes, newest first. */
export async function codes(platform: Platform): Promise<any[]> {
  return (await platform.get('/v1.0/sandbox/verification-codes?limit=200')).body.data
}

/** Reads the code that was sent to an address. */
export async function codeFor(platform: Platform, target: Target, purpose: Purpose): Promise<string> {
  const fits = (code: any) =>
    code.purpose === purpose && ('email' in target ? code.email === target.email : code.phone === target.phone)
  return must((await codes(platform)).find(fits)).code
}

/** Requests a code and reads it. */
export async function newCode(platform: Platform, target: Target, purpose: Purpose): Promise<string> {
  const { status, body } = await askCode(platform, target, purpose)
  if (status !== 202) throw new Error(JSON.stringify(body))
  return codeFor(platform, target, purpose)
}

export const register = (platform: Platform, target: Target, code: string, changes: object = {}): Promise<Answer> =>
  platform.post('/v1.0/accounts', undefined, { ...target, code, password: PASSWORD, name: 'Noor Haddad', ...changes })

export const recover = (platform: Platform, target: Target, code: string, password = PASSWORD): Promise<Answer> =>
  platform.post('/v1.0/recovery', undefined, { ...target, code, new_password: password })

/** Registers a personal account with a code. */
export async function registered(platform: Platform, target: Target, changes: object = {}) {
  const answer = await register(platform, target, await newCode(platform, target, 'register'), changes)
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
  return answer.body as { account_id: string; identity_id: string; created_at: string }
}

/** Reads with a token of an account. */
export async function asUser(platform: Platform, accountId: string, path: string, ...scopes: Scope[]): Promise<Answer> {
  return platform.get(
    path,
    await platform.userToken(accountId, ...(scopes.length > 0 ? scopes : ['account:read' as const])),
  )
}

/** Returns another code than this one. */
export const otherThan = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')
