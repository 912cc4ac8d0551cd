/** The address of Sendoff, and the id of this page's app, which is a public client: it has no secret. `start.ts` sets both. */
export const baseUrl: string = import.meta.env.VITE_SENDOFF_URL
export const clientId: string = import.meta.env.VITE_CLIENT_ID

export const scopes = ['org:read', 'org:association:read', 'org:unlink', 'event:read'] as const
