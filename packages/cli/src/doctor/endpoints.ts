import { SendoffError, TokenError } from '@sendoff/sdk'
import type { Session } from '../session/session.ts'
import type { Texts } from '../texts/texts.ts'
import { oneLine } from './access.ts'
import { type Found, of } from './found.ts'

/** The most endpoints whose health is read. */
const MOST = 100

/** Finds the endpoints that are disabled, unverified or paused, or for which deliveries wait. */
export async function checkEndpoints(session: Session, texts: Texts): Promise<Found[]> {
  const { ok, fault, skipped } = of('endpoints')
  const t = texts.doctor
  const found: Found[] = []
  let count = 0
  try {
    const { webhookEndpoints } = session.client(['webhook:read'])
    for await (const { endpoint_id, url, status, disabled_reason, verification } of webhookEndpoints.list({
      limit: 200,
    })) {
      if (++count > MOST) break
      const { breaker, backlog, consecutive_failures } = await webhookEndpoints.getHealth({ endpoint_id })
      const name = `${endpoint_id} (${url})`
      if (status === 'disabled') found.push(fault(t.disabled(name, disabled_reason)))
      if (status === 'unverified') found.push(fault(t.unverified(name, verification.failure)))
      if (backlog.held > 0) found.push(fault(t.held(name, backlog.held)))
      if (status === 'enabled' && breaker !== 'closed') found.push(fault(t.failing(name, consecutive_failures)))
    }
    return found.length > 0 ? found : [ok(t.endpoints(Math.min(count, MOST)))]
  } catch (error) {
    const isNarrow = error instanceof TokenError || (error instanceof SendoffError && error.status === 403)
    return [isNarrow ? skipped(oneLine(error, texts)) : fault(oneLine(error, texts))]
  }
}
