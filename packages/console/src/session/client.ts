import { userScopes } from '@sendoff/api'
import { createClient } from '@sendoff/sdk'
import { page } from '../page.ts'
import { session } from './keeper.ts'

/** The client of the API, for the account of this tab. Problems come in the language of the page. */
export const client = createClient({
  baseUrl: location.origin,
  scopes: userScopes,
  token: session.token,
  fetch: async (input, init) => {
    const headers = new Headers(init?.headers)
    headers.set('accept-language', page.lang)
    const answer = await fetch(input, { ...init, headers })
    if (answer.status === 403) void lookAtRefusal(answer.clone())
    return answer
  },
})

/** A restricted account can do nothing more: the screens give way to the reason and to the people who can help. */
async function lookAtRefusal(answer: Response): Promise<void> {
  const problem = (await answer.json().catch(() => undefined)) as { code?: string } | undefined
  if (problem?.code === 'account_restricted') await session.check()
}
