export { type Config, ConfigurationError, readConfig } from './config.ts'
export { type RunningServer, startServer } from './server.ts'
