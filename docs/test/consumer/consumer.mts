import { PartyClient, type PartySocket, type Session } from '@party/client'
import { protobuf } from '@party/client/protobuf'
import { memoryHost, PartyServer } from '@party/server'
import { listen, type NodeHost } from '@party/server/node'

const server: PartyServer = new PartyServer({ config: { session: { tokenExpirySec: 7200 } } })
const host: NodeHost = await listen(server, { port: 0 })
const client = new PartyClient({ port: host.port })
const session: Session = await client.authenticateCustom('packed-consumer')
const socket: PartySocket = client.createSocket()
await socket.connect(session)
const party = await socket.createParty({ open: true, maxSize: 2 })
const size: number = party.maxSize
await socket.disconnect()
await host.close()

const inMemory = new PartyClient({ ...memoryHost(new PartyServer()), codec: protobuf })
const ada = await inMemory.authenticateCustom('packed-consumer', { username: 'ada' })
const memorySocket = inMemory.createSocket()
await memorySocket.connect(ada)
const { username } = (await memorySocket.createParty(true, 2)).leader
memorySocket.disconnect()
process.stdout.write(`ESM ${size} ${username}\n`)
