import { Refusal } from '../../refusal.ts'
import type { Sandbox } from '../../sandbox/sandbox.ts'
import { type HandlersOf, task } from '../handler.ts'
import type { HandlerParts } from './parts.ts'

export function sandboxHandlers({ sandbox }: HandlerParts): HandlersOf<'sandbox'> {
  return {
    'sandbox.getClock': task(async () => ({ status: 200, body: inSandbox().readClock() })),
    'sandbox.advanceClock': task(async ({ body }) => ({ status: 200, body: await inSandbox().advanceClock(body) })),
    'sandbox.reset': task(async () => ({ status: 200, body: await inSandbox().reset() })),
    'sandbox.createUserToken': task(async ({ body }) => ({
      status: 200,
      body: await inSandbox().createUserToken(body),
    })),
    'sandbox.listVerificationCodes': task(async ({ query }) => ({
      status: 200,
      body: await inSandbox().listVerificationCodes(query),
    })),
  }

  function inSandbox(): Sandbox {
    if (!sandbox) throw new Refusal('not_found')
    return sandbox
  }
}
