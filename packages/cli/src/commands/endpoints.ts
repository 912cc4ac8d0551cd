import { buildCommand } from '@stricli/core'
import type { Context, GlobalFlags } from '../context.ts'
import type { Texts } from '../texts/texts.ts'
import { collected } from '../values/collected.ts'
import { begin } from './begin.ts'
import { globalFlags, text } from './flags.ts'

/** `sendoff endpoints`: the webhook endpoints of the app, or of the organisation's own apps. */
export const endpoints = (texts: Texts) =>
  buildCommand<GlobalFlags & { readonly app?: string }, [], Context>({
    docs: { brief: texts.endpoints.brief },
    parameters: { flags: { ...globalFlags(texts), app: text(texts.flags.app, 'id') } },
    async func(flags) {
      const { out, session } = begin(this, flags)
      const { webhookEndpoints } = session.client(['webhook:read'])
      const all = await collected(webhookEndpoints.list({ limit: 200, app_id: flags.app }))
      out.list(
        all,
        texts.endpoints.heading,
        ({ endpoint_id, status, url, event_types, disabled_reason, verification }) => [
          endpoint_id,
          disabled_reason || verification.failure ? `${status} (${disabled_reason ?? verification.failure})` : status,
          event_types?.join(',') ?? '*',
          url,
        ],
        texts.endpoints.none,
      )
    },
  })
