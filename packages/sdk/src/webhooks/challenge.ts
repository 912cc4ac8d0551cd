/** The question whether a URL wants to be an endpoint. Signed like an event, but without id, organisation and sequence. */
export interface Challenge {
  readonly type: 'webhook_endpoint.challenge'
  readonly endpoint_id: string
  readonly challenge: string
}

export function challengeOf(event: { readonly type: string }): Challenge | undefined {
  return event.type === 'webhook_endpoint.challenge' ? (event as Challenge) : undefined
}
