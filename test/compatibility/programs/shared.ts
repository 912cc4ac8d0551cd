/** The server that a program calls, an app of it, and an association to end. */
export type Input = {
  base: string
  /** From the contract, as a tool would find it. */
  token_url: string
  client_id: string
  client_secret: string
  dept_id: number
  associated_org_id: string
}

/** The outcome of a program: the partners before and after the unlink, the code of a second unlink, and the events of unlinks. */
export type Outcome = { before: string[]; after: string[]; refusal: string; unlinked: string[] }

export const SCOPES = 'org:association:read org:unlink event:read'

/** Asks for a token, in the programs of tools that have no OAuth of their own. */
export async function tokenFor({ token_url, client_id, client_secret }: Input): Promise<string> {
  const response = await fetch(token_url, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${client_id}:${client_secret}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: SCOPES }),
  })
  const { access_token, error_description } = (await response.json()) as Record<string, string>
  if (!response.ok) throw new Error(`no token: ${error_description}`)
  return access_token ?? ''
}

export function unexpected(answer: unknown): never {
  throw new Error(`unexpected answer: ${JSON.stringify(answer)}`)
}
