import type { FastifyInstance } from 'fastify'
import type { WebhookHandler } from '../handler.ts'

/**
 * Makes a plugin for Fastify 4 and 5 with its own route. Fastify parses JSON by default; inside the plugin it does not.
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
