import type { Event } from '@sendoff/sdk'
import type { Context } from '../context.ts'
import { EXIT } from '../errors/failure.ts'
import { type Delivered, deliver, isOk } from '../forward/deliver.ts'
import type { Format } from '../forward/message.ts'
import { secretOf } from '../forward/secret.ts'
import type { Begun } from './begin.ts'

type Sending = {
  readonly targets: readonly string[]
  readonly repeat: number
  readonly corrupt: boolean
  readonly format?: Format
  readonly name?: string
}

/** Sends a sample to URLs, signed with the secret of a listener. A corrupted one must be refused by them. */
export async function sendSample(context: Context, begun: Begun, sample: Event, sending: Sending): Promise<void> {
  const { out, folders, texts, paint } = begun
  const { targets, repeat, corrupt, format, name = 'default' } = sending
  const secret = secretOf(folders, name, texts)
  // Without an answer nothing is known of what the receiver makes of a false signature.
  const isRight = (result: Delivered) => (corrupt ? result.response_status !== null && !isOk(result) : isOk(result))
  let wrong = 0
  for (let left = repeat; left > 0; left--) {
    for (const url of targets) {
      const result = await deliver(sample, { url, secret, corrupt, format })
      out.item({ type: sample.type, ...result }, () => {
        const status = paint(isRight(result) ? 'green' : 'red', String(result.response_status ?? result.error))
        return `${status}  ${result.duration_ms} ms  ${sample.type}  ${sample.id}  ${url}`
      })
      if (isRight(result)) continue
      wrong++
      if (corrupt && isOk(result)) out.note(texts.trigger.accepted(url))
    }
  }
  if (wrong > 0) context.process.exitCode = wrong === targets.length * repeat ? EXIT.refused : EXIT.inPart
}
