import type { Socket } from 'node:net'

/** A connection could not be made; `code` is the system's or OpenSSL's, or `ETIMEDOUT`. */
export class ConnectFailed extends Error {
  readonly phase: 'connect' | 'tls'
  readonly code: string

  /**
   * @param phase what was being done
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
 * Wait until a socket is connected, or secured; one that is not in time is destroyed.
 *
 * @param socket the socket, just created
 * @param event what to wait for
 * @param signal gives up when it aborts
 * @param deadline when to give up, in milliseconds of `performance.now()`
 * @throws {ConnectFailed} when it failed, closed or took too long; the signal's reason when that aborted
 */
export function opened(
  socket: Socket,
  event: 'connect' | 'secureConnect',
  signal: AbortSignal,
  deadline: number,
): Promise<void> {
  const phase = event === 'connect' ? 'connect' : 'tls'
  // Stays: an error between two owners of the socket, or after it was given up, must not end the process.
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
 * Wait for work, but no longer than until a signal aborts.
 *
 * @param work what to wait for; it is not stopped
 * @param signal ends the wait
 * @throws the signal's reason when it aborted first
 */
export function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason)
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort))
    if (signal.aborted) onAbort()
    else signal.addEventListener('abort', onAbort, { once: true })
  })
}
