import type { WebhookHandler } from '../handler.ts'
import { type NodeRequest, type NodeResponse, toNodeHandler } from './node.ts'

const FIX =
  'In Express: app.use(express.json({ verify: (req, _res, bytes) => { req.rawBody = bytes } })), or put the route before the parser'

/**
 * Makes a handler for Express 4 and 5. It reads the body itself: no parser is needed.
 *
 * @example app.post('/webhooks', toExpressHandler(handler))
 */
export function toExpressHandler(handler: WebhookHandler): (req: NodeRequest, res: NodeResponse) => Promise<void> {
  return toNodeHandler(handler, FIX)
}
