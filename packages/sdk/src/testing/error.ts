import { CallError } from '../transport/errors.ts'

/** A request, or an answer that a test made up, that the contract does not document. */
export class ContractError extends CallError {
  static override readonly kind = 'ContractError'
  declare readonly name: 'ContractError'

  constructor(operation: string, what: string, headers = new Headers()) {
    super({ operation, headers, safeToRepeat: false }, what)
  }
}
