import express from 'express'
import { listen } from './listen.ts'

/** Bare Express that answers every GET with constant JSON; its first parameter is the number of bytes. */
const app = express()
const text = JSON.stringify({ text: 'x'.repeat(Number(process.argv[2]) - '{"text":""}'.length) })
app.get('/v1.0/organization', (_req, res) => {
  res.type('json').send(text)
})
listen(app)
