import type { TokenSettings } from './settings.ts'

/** What a request of the token endpoint carries to say which app asks, by header or in its form. */
export interface Authentication {
  readonly header?: string
  /** Called for each attempt: an assertion is good once. */
  readonly form: () => Promise<Readonly<Record<string, string>>>
}

/** Chooses among `client_secret_basic`, `private_key_jwt` (RFC 7523) and the `none` of a public client. */
export function authentication({
  baseUrl,
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
        // For the issuer, so that no other server can use what it was sent (draft-ietf-oauth-rfc7523bis).
        client_assertion: await clientAssertion(clientId, baseUrl),
      }),
    }),
  }
}

/** Before base64, each half is form-encoded (RFC 6749, section 2.3.1), or a colon in an id would end it. */
function formEncoded(value: string): string {
  return new URLSearchParams([['', value]]).toString().slice(1)
}
