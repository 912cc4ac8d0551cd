import { runServer } from './run.ts'
import { readSettings } from './settings/settings.ts'

// The program behind `npm start`.
await runServer(() => readSettings(process.env))
