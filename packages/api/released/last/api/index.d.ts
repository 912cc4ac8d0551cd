export type * from './contract.ts';
export type { components, operations as OperationTypes, paths, webhooks } from './openapi.gen.ts';
export { appScopes, eventTypes, operations, problemCodes, scopes, userScopes } from './tables.gen.ts';
