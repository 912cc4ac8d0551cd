export { type SignOptions, sign } from '../sign.ts'
export { type Delivered, type DeliverOptions, type SimulatorOptions, simulator } from './simulator.ts'
export { testEvent } from './test-event.ts'
export { type Vector, type Vectors, vectors } from './vectors.ts'
