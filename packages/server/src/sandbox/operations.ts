import { operations, task } from '../operation.ts'
import { Refusal } from '../refusal.ts'
import type { Sandbox } from './sandbox.ts'

/** @param sandbox undefined in live mode, where these operations do not exist */
export function sandboxOperations(sandbox: Sandbox | undefined) {
  return operations({
    'sandbox.getClock': task(async () => inSandbox().readClock()),
    'sandbox.advanceClock': task((call) => inSandbox().advanceClock(call)),
    'sandbox.reset': task(() => inSandbox().reset()),
    'sandbox.createUserToken': task((call) => inSandbox().createUserToken(call)),
    'sandbox.getData': task((call) => inSandbox().getData(call)),
    'sandbox.listVerificationCodes': task((call) => inSandbox().listVerificationCodes(call)),
  })

  function inSandbox(): Sandbox {
    if (!sandbox) throw new Refusal('not_found')
    return sandbox
  }
}
