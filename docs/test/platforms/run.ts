import { protobuf } from '@party/client/protobuf'
import { tour } from './tour.ts'

// The program that every runtime on the command line runs: `run <port> json|protobuf`. It has to end by itself: a
// socket that was disconnected leaves nothing that keeps a process alive.

const [port, format] = process.argv.slice(2)
tour({ port: Number(port), ...(format === 'protobuf' && { codec: protobuf }) }).then(
  (steps) => process.stdout.write(`${steps.length} steps\n`),
  (error: Error) => {
    process.stderr.write(`${error.stack}\n`)
    process.exitCode = 1
  },
)
