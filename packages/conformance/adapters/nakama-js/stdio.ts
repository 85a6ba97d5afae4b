import { createInterface } from 'node:readline'
import { Adapter } from './adapter.ts'

// node adapters/nakama-js/stdio.ts: one JSON object a line, until the input ends.

// A missed heartbeat ends as a rejection that nobody handles (in Node it looks for `window`), and a frame that is no
// JSON as an exception that nobody catches. Either would be the end of a game in Node; here neither must be the end
// of the cases that follow.
process.on('unhandledRejection', (reason) => process.stderr.write(`unhandled rejection: ${reason}\n`))
process.on('uncaughtException', (error) => process.stderr.write(`uncaught exception: ${error.message}\n`))

const adapter = new Adapter((message) => process.stdout.write(`${JSON.stringify(message)}\n`))
const lines = createInterface({ input: process.stdin })
lines.on('line', (line) => adapter.receive(JSON.parse(line)))
lines.on('close', async () => {
  // Calls that the connection's end has left hanging end only after 10 s; nobody waits for them any more.
  await Promise.race([adapter.drain(), new Promise((resolve) => setTimeout(resolve, 500))])
  // nakama-js never clears its timers, which would keep the process for up to 30 s.
  process.exit(0)
})
