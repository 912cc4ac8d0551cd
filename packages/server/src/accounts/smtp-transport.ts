import { createTransport } from 'nodemailer'

/** The time limit of each step of a connection, in milliseconds. */
const TIMEOUT = 10_000

/**
 * Opens the way to a mail server. Outside the machine the connection is encrypted, unless the URL says `?requireTLS=false`.
 *
 * @param url `smtp://…` or `smtps://…`
 */
export const createSmtpTransport = (url: string) =>
  createTransport({
    url,
    pool: true,
    requireTLS: !isLoopback(new URL(url).hostname),
    connectionTimeout: TIMEOUT,
    greetingTimeout: TIMEOUT,
    socketTimeout: TIMEOUT,
    disableFileAccess: true,
    disableUrlAccess: true,
  })

const isLoopback = (host: string) => host === 'localhost' || host === '[::1]' || /^127\./.test(host)
