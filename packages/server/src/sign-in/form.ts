import express, { type Request, type Response } from 'express'
import { type Address, addressOf } from '../identity/address.ts'
import { email, phone } from '../web/requests.gen.ts'
import { SignInProblem } from './problem.ts'

const parse = express.urlencoded({ extended: false, limit: 8 * 1024, parameterLimit: 20 })

/** The fields of a form; a missing one is empty, and the last of repeated ones counts. */
export type Fields = (name: string) => string

/**
 * Reads the form of a request.
 *
 * @throws {SignInProblem} `unreadable` for anything but a small form in UTF-8
 */
export async function readForm(req: Request, res: Response): Promise<Fields> {
  if (!req.is('application/x-www-form-urlencoded')) throw new SignInProblem('unreadable')
  await new Promise<void>((resolve, reject) => {
    parse(req, res, (error?: unknown) => (error ? reject(new SignInProblem('unreadable')) : resolve()))
  })
  const body = (req.body ?? {}) as Record<string, string | string[]>
  return (name) => {
    const value = Object.hasOwn(body, name) ? body[name] : undefined
    return (Array.isArray(value) ? value.at(-1) : value) ?? ''
  }
}

/** Reads the address that a person types to sign in: an email or a phone number, as at the operations. */
export function readLogin(typed: string): Address | undefined {
  const [asEmail, asPhone] = [email.safeParse(typed), phone.safeParse(typed)]
  if (asEmail.success) return addressOf({ email: asEmail.data })
  return asPhone.success ? addressOf({ phone: asPhone.data }) : undefined
}
