import { EXIT } from './errors/failure.ts'

/** Turns SIGINT and SIGTERM into a signal, for a command that ends in order; a second one ends it at the spot. */
export function stopping(): { signal: AbortSignal; exitCode: () => number } {
  const controller = new AbortController()
  let code: number = EXIT.done
  const on = (exit: number) => () => {
    code = exit
    controller.abort()
  }
  process.once('SIGINT', on(EXIT.interrupted))
  process.once('SIGTERM', on(EXIT.terminated))
  return { signal: controller.signal, exitCode: () => code }
}
