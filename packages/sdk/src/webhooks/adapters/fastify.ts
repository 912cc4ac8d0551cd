import type { FastifyInstance } from 'fastify'
import type { WebhookHandler } from '../handler.ts'

/**
 * Makes a plugin for Fastify 4 and 5 with a route of its own. Fastify parses JSON by itself, and within the plugin only it does not.
 *
 * @example app.register(toFastifyPlugin(handler, '/webhooks'))
 */
export function toFastifyPlugin(handler: WebhookHandler, path: string) {
  return async (app: FastifyInstance): Promise<void> => {
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('*', { parseAs: 'buffer' }, async (_request: unknown, bytes: unknown) => bytes)
    app.post(path, async (request, reply) => {
      const { status, headers, body } = await handler.receive(
        request.headers,
        async () => request.body ?? new Uint8Array(),
      )
      return reply.code(status).headers(headers).send(body)
    })
  }
}
