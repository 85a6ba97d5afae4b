import { PartyClient } from '@party/client'
import { protobuf } from '@party/client/protobuf'
import { memoryHost, PartyServer } from '@party/server'
import { listen } from '@party/server/node'

async function main(): Promise<void> {
  const host = await listen(new PartyServer())
  const client = new PartyClient({ port: host.port, codec: protobuf })
  const socket = client.createSocket()
  await socket.connect(await client.authenticateCustom('packed-consumer'))
  const { maxSize } = await socket.createParty(true, 2)
  await socket.disconnect()
  await host.close()
  const inMemory = new PartyClient({ ...memoryHost(new PartyServer()) })
  const { username } = await inMemory.authenticateCustom('packed-consumer', { username: 'ada' })
  process.stdout.write(`CJS ${maxSize} ${username}\n`)
}

void main()
