import { parentPort, workerData } from 'node:worker_threads'
import { parse } from 'yaml'

// What runs in the thread of `toJson`.
parentPort?.postMessage(JSON.stringify(parse(workerData)))
