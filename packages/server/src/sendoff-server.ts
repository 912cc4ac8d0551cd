#!/usr/bin/env node
import { main } from './command/main.ts'

// Not `process.exit`, which would cut off what a pipe has not taken yet.
process.exitCode = await main(process.argv.slice(2))
