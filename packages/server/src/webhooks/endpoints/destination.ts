import { checkDestination, type DestinationPolicy, DestinationRefused } from '../../net/url.ts'
import { invalid } from '../../refusal.ts'

/** @throws {Refusal} `invalid_request` for a URL that is not permitted */
export function checkUrl(url: string, policy: DestinationPolicy): URL {
  try {
    return checkDestination(url, policy)
  } catch (error) {
    if (error instanceof DestinationRefused) throw invalid('/url', error.fault)
    throw error
  }
}
