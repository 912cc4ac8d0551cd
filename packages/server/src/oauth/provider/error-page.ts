import type { Request, Response } from 'express'
import type { Configuration } from 'oidc-provider'
import { StoreUnavailable } from '../../store/store.ts'
import type { RenderedPage } from '../../web/html.ts'
import type { Context } from './request-state.ts'

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

/** Renders an error of the library: a page for a person, JSON for a program. */
export function renderErrorWith(errorPage: RenderAuthorizationError): NonNullable<Configuration['renderError']> {
  return (ctx, out, error) => {
    const name = error instanceof StoreUnavailable ? 'temporarily_unavailable' : out.error
    const page = errorPage(ctx.req as Request, ctx.res as Response, name)
    if (page) {
      ctx.status = page.status
      ctx.set(page.headers)
    } else ctx.type = 'json'
    ctx.body = page?.html ?? out
  }
}

/** The refusal of a request for authorization before the library has looked at it. */
export type EarlyRefusal = { status: number; error: string; description: string; retryAfter?: number }

/** Answers a refusal with a page for a person, or with JSON for a program. */
export function refuseEarly(
  ctx: Context,
  errorPage: RenderAuthorizationError,
  { status, error, description, retryAfter }: EarlyRefusal,
): void {
  const page = errorPage(ctx.req as Request, ctx.res as Response, error, retryAfter)
  ctx.status = status
  ctx.set({ 'Cache-Control': 'no-store', ...page?.headers })
  ctx.body = page?.html ?? { error, error_description: description }
}
