import type Provider from 'oidc-provider'

/**
 * Makes every response mode but `query` an unknown one. The library has others, and answers a refusal in whichever was asked for,
 * also when the client may not have it; with `form_post` that is a page with a form and a script.
 */
export const refuseOtherResponseModes: Parameters<Provider['use']>[0] = async (ctx, next) => {
  const { response_mode: mode } = ctx.query
  if (mode !== undefined && mode !== 'query') ctx.query = { ...ctx.query, response_mode: 'not offered' }
  return next()
}
