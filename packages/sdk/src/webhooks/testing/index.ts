export { type SignOptions, sign } from '../sign.ts'
export { type Delivered, type DeliverOptions, type SimulatorOptions, simulator } from './simulator.ts'
export { testEvent } from './test-event.ts'
export { default as vectors } from './vectors.json' with { type: 'json' }
