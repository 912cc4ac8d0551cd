import type { Request, Response } from 'express'
import type { RenderedPage } from '../../web/html.ts'

/**
 * Renders a page for a person whose request for authorization can't be answered by sending them back to the app: the app is
 * unknown, the address is not the app's, or the sign-in is over (RFC 6749 section 4.1.2.1).
 *
 * @param error the name that OAuth has for it, or `too_many_requests`
 * @param retryAfter the seconds until it is worth trying again, if it ever is
 * @returns undefined for a program, which gets the error as JSON
 */
export type RenderAuthorizationError = (
  req: Request,
  res: Response,
  error: string,
  retryAfter?: number,
) => RenderedPage | undefined
