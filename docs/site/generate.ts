import { generateApi } from './api.ts'
import { generateProtocol } from './protocol.ts'

// Writes the pages that nobody writes: the API reference, from the packages' docstrings, and the protocol, from the
// contract. Both go into folders that are not committed.

const { warnings } = await generateApi()
for (const warning of warnings) process.stderr.write(`${warning}\n`)
await generateProtocol()
if (warnings.length > 0) process.exitCode = 1
