import { checkDestination, type DestinationPolicy } from '../../net/url.ts'
import { Recent } from '../../recent.ts'

/** The parts of a permitted URL that a request needs. */
type Destination = { origin: string; path: string }

/**
 * Checks URLs by their text, each once: the verdict depends on nothing but the text and the policy. The addresses of a name are checked
 * whenever a connection is opened.
 */
export class Destinations {
  readonly #policy: DestinationPolicy
  readonly #permitted = new Recent<string, Destination>(4096)

  constructor(policy: DestinationPolicy) {
    this.#policy = policy
  }

  /** @throws {DestinationRefused} with the rule that was broken */
  check(url: string): Destination {
    const known = this.#permitted.get(url)
    if (known) return known
    const { origin, pathname, search } = checkDestination(url, this.#policy)
    const destination = { origin, path: pathname + search }
    this.#permitted.set(url, destination)
    return destination
  }
}
