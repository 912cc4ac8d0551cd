import type { TokenSettings } from './settings.ts'

/** The part of a token request that authenticates the app: a header, or fields of its form. */
export interface Authentication {
  readonly header?: string
  /** Called for each attempt, because an assertion is valid once. */
  readonly form: () => Promise<Readonly<Record<string, string>>>
}

/** Chooses among `client_secret_basic`, `private_key_jwt` (RFC 7523) and `none`, for a public client. */
export function authentication({
  issuer,
  clientId = '',
  clientSecret,
  clientAssertion,
}: TokenSettings): Authentication {
  if (clientSecret) {
    const header = `Basic ${btoa(`${formEncoded(clientId)}:${formEncoded(clientSecret)}`)}`
    return { header, form: async () => ({}) }
  }
  return {
    form: async () => ({
      client_id: clientId,
      ...(clientAssertion && {
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        // The audience is the issuer, so that no other server can use the assertion (draft-ietf-oauth-rfc7523bis).
        client_assertion: await clientAssertion(clientId, issuer),
      }),
    }),
  }
}

/** Encodes half of a Basic credential (RFC 6749, section 2.3.1), so that a colon in an id does not end it. */
function formEncoded(value: string): string {
  return new URLSearchParams([['', value]]).toString().slice(1)
}
