import type { Socket } from 'node:net'

/** Thrown when a connection could not be made; `code` is the system's or OpenSSL's, or `ETIMEDOUT`. */
export class ConnectFailed extends Error {
  readonly phase: 'connect' | 'tls'
  readonly code: string

  /**
   * @param phase the step that failed
   * @param code the system's or OpenSSL's code
   */
  constructor(phase: 'connect' | 'tls', code: string) {
    super('The connection could not be made.')
    this.name = 'ConnectFailed'
    this.phase = phase
    this.code = code
  }
}

/**
 * Waits until a socket is connected, or secured. A socket that is not in time is destroyed.
 *
 * @param socket the socket, just created
 * @param signal ends the wait when it aborts
 * @param deadline the end of the wait, in milliseconds of `performance.now()`
 * @throws {ConnectFailed} when the socket failed, closed or took too long; the signal's reason when it aborted
 */
export function opened(
  socket: Socket,
  event: 'connect' | 'secureConnect',
  signal: AbortSignal,
  deadline: number,
): Promise<void> {
  const phase = event === 'connect' ? 'connect' : 'tls'
  // This listener stays: an error between two owners of the socket, or after it was given up, must not end the process.
  socket.on('error', () => {})
  return new Promise((resolve, reject) => {
    const giveUp = (reason: unknown) => {
      settle()
      socket.destroy()
      reject(reason)
    }
    const onOpen = () => {
      settle()
      resolve()
    }
    const onError = (cause: NodeJS.ErrnoException) => giveUp(new ConnectFailed(phase, cause.code ?? 'EUNKNOWN'))
    const onClose = () => giveUp(new ConnectFailed(phase, 'ECONNRESET'))
    const onAbort = () => giveUp(signal.reason)
    const expiry = setTimeout(() => giveUp(new ConnectFailed(phase, 'ETIMEDOUT')), deadline - performance.now())
    const settle = () => {
      clearTimeout(expiry)
      signal.removeEventListener('abort', onAbort)
      socket.off(event, onOpen).off('error', onError).off('close', onClose)
    }
    socket.once(event, onOpen).once('error', onError).once('close', onClose)
    if (signal.aborted) onAbort()
    else signal.addEventListener('abort', onAbort, { once: true })
  })
}

/**
 * Waits for work, at most until a signal aborts; the work is not stopped.
 *
 * @throws the signal's reason if it aborted first
 */
export function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason)
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort))
    if (signal.aborted) onAbort()
    else signal.addEventListener('abort', onAbort, { once: true })
  })
}
