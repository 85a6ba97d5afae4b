// #region connect
import { PartyClient } from '@party/client'

export async function signIn(deviceId: string) {
  const client = new PartyClient({
    serverKey: 'defaultkey',
    host: '127.0.0.1',
    port: 7350,
  })
  const session = await client.authenticateDevice(deviceId)
  const socket = client.createSocket()
  await socket.connect(session)
  return socket
}
// #endregion connect
