import { operations, write } from '../../operation.ts'
import { handOverHeld } from './hand-over.ts'

export const heldResources = operations({
  'departures.handOver': write(handOverHeld),
})
