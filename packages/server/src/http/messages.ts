import { IncomingMessage, ServerResponse } from 'node:http'
import type { Express } from 'express'

/** The classes of the requests and responses of one server. */
export type Messages = {
  classes: { IncomingMessage: typeof IncomingMessage; ServerResponse: typeof ServerResponse }
  /** Makes them those of an application of Express, which then need not change the prototype of each request and response. */
  adopt(app: Express): void
}

export function createMessages(): Messages {
  class Request extends IncomingMessage {}
  class Response extends ServerResponse {}
  return {
    classes: { IncomingMessage: Request, ServerResponse: Response as typeof ServerResponse },
    adopt(app) {
      Object.setPrototypeOf(Request.prototype, app.request)
      Object.setPrototypeOf(Response.prototype, app.response)
      Object.assign(app, { request: Request.prototype, response: Response.prototype })
    },
  }
}
