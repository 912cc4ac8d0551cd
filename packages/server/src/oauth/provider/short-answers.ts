import type Provider from 'oidc-provider'
import { shortened } from '../../shortened.ts'

/** A description is a sentence of ours or of the library; the other members may be what the request said. */
const LONGEST = { error_description: 300 } as Record<string, number>

/** Cuts what an error repeats of its request, as a scope that there is not. */
export const shortenErrors: Parameters<Provider['use']>[0] = async (ctx, next) => {
  await next()
  const { body } = ctx
  if (typeof body !== 'object' || body === null || !('error' in body)) return
  ctx.body = Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      typeof value === 'string' ? shortened(value, LONGEST[name]) : value,
    ]),
  )
}
