import { buildCommand } from '@stricli/core'
import type { Context, GlobalFlags } from '../context.ts'
import type { Texts } from '../texts/texts.ts'
import { collected } from '../values/collected.ts'
import { begin } from './begin.ts'
import { globalFlags } from './flags.ts'

/** `sendoff endpoints`: the webhook endpoints of the app. */
export const endpoints = (texts: Texts) =>
  buildCommand<GlobalFlags, [], Context>({
    docs: { brief: texts.endpoints.brief },
    parameters: { flags: globalFlags(texts) },
    async func(flags) {
      const { out, session } = begin(this, flags)
      const all = await collected(session.client(['webhook:read']).webhookEndpoints.list({ limit: 200 }))
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
