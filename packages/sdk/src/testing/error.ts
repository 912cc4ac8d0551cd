import { CallError } from '../transport/errors.ts'

/** Something that the contract does not document, in a request or in the answer that a test has made up. */
export class ContractError extends CallError {
  override readonly name = 'ContractError'

  constructor(operation: string, what: string, headers = new Headers()) {
    super({ operation, headers, safeToRepeat: false }, what)
  }
}
