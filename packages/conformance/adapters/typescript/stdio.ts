import { createInterface } from 'node:readline'
import { Adapter } from './adapter.ts'

// node adapters/typescript/stdio.ts: one JSON object a line, until the input ends.
const adapter = new Adapter((message) => process.stdout.write(`${JSON.stringify(message)}\n`))
const lines = createInterface({ input: process.stdin })
lines.on('line', (line) => adapter.receive(JSON.parse(line)))
lines.on('close', () => void adapter.drain())
