import { html } from 'hono/html'

/** HTML in which everything that was put in is escaped. */
export type Html = ReturnType<typeof html>

/** The mark of Sendoff, for the head of a page. */
export const mark = html`<svg class="mark" viewBox="0 0 24 24" aria-hidden="true"><path d="M3 11.4 20.5 4 16 20l-4.2-6.2z"/><path d="m11.8 13.8 8.7-9.8"/></svg>`

/** A page with the status and the headers that it is sent with. */
export type RenderedPage = { status: number; headers: Record<string, string>; html: string }
