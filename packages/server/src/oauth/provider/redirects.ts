import type { Middleware } from './request-state.ts'

/**
 * Sends answers to the redirect URI as it was registered. The library parses its query and serialises it, which turns `?flag` into
 * `?flag=`, and not every app takes the one for the other.
 */
export const keepRedirectUris: Middleware = async (ctx, next) => {
  await next()
  const location = ctx.response.get('location')
  const registered = ctx.oidc?.params?.redirect_uri
  if (!location || typeof registered !== 'string') return
  const { search, searchParams } = new URL(registered)
  if (`?${searchParams}` === search || search === '') return
  const written = URL.parse(location)
  if (!written || written.href.split('?')[0] !== new URL(registered).href.split('?')[0]) return
  const added = [...written.searchParams].filter(([name]) => !searchParams.has(name))
  ctx.set('Location', `${registered}&${new URLSearchParams(added)}`)
}
