import { connect } from './connect.ts'

// node adapters/typescript/web-socket.ts ws://127.0.0.1:PORT
connect(process.argv[2] ?? '')
