import { request } from 'node:http'
import { connect as connectTcp, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { WebSocket as WsSocket } from 'ws'
import { listen, type NodeHost } from '../src/hosts/node.ts'
import { PartyServer, type PartyServerOptions } from '../src/index.ts'

const hosts: NodeHost[] = []
afterEach(async () => {
  for (const host of hosts.splice(0)) await host.close()
})

async function start(options: PartyServerOptions = {}) {
  const server = new PartyServer(options)
  const host = await listen(server)
  hosts.push(host)
  return { server, host }
}

async function tokenFor({ url }: NodeHost, name: string): Promise<string> {
  const response = await fetch(`${url}/v2/account/authenticate/custom?username=${name}`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa('defaultkey:')}` },
    body: JSON.stringify({ id: `node-host-${name}` }),
  })
  return ((await response.json()) as { token: string }).token
}

async function socketFor(host: NodeHost, name: string, query = '', headers: Record<string, string> = {}) {
  const token = await tokenFor(host, name)
  const socket = new WsSocket(`${host.url.replace('http', 'ws')}/ws?token=${token}${query}`, { headers })
  const received: string[] = []
  socket.on('message', (data, isBinary) =>
    received.push(isBinary ? `binary ${(data as Buffer).length}` : String(data)),
  )
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.on('close', (code, reason) => resolve({ code, reason: String(reason) }))
  })
  await new Promise((resolve, reject) => {
    socket.on('open', resolve)
    socket.on('error', reject)
  })
  return { socket, received, closed }
}

/** A round trip: what was sent before has been answered, and what was on its way has arrived. */
async function settle({ socket }: { socket: WsSocket }): Promise<void> {
  socket.send('{"cid":"settle","ping":{}}')
  await new Promise<void>((resolve) => {
    const listener = (data: unknown): void => {
      if (!String(data).includes('"settle"')) return
      socket.off('message', listener)
      resolve()
    }
    socket.on('message', listener)
  })
}

const until = async (condition: () => boolean): Promise<void> => {
  for (let turn = 0; turn < 2000 && !condition(); turn++)
    await new Promise((resolve) => setTimeout(resolve, 5))
  if (!condition()) throw new Error('it never came true')
}

describe('a server on a port', () => {
  it('takes a free port and says where it is', async () => {
    const { host } = await start()
    expect(host.url).toBe(`http://127.0.0.1:${host.port}`)
    expect(await (await fetch(`${host.url}/healthcheck`)).json()).toEqual({})
  })

  it('rejects when the port is taken', async () => {
    const { host } = await start()
    await expect(listen(new PartyServer(), { port: host.port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })

  it('stops while clients are connected, and says so to them', async () => {
    const { host } = await start()
    const { closed } = await socketFor(host, 'ada')
    await Promise.all([host.close(), host.close()])
    expect(await closed).toEqual({ code: 1000, reason: 'server shutting down' })
    await expect(fetch(host.url)).rejects.toThrow()
  })
})

describe('a handshake on a port', () => {
  it.each([
    ['without a token', '/ws', 401, 'Missing or invalid token\n'],
    ['with a bad token', '/ws?token=nope', 401, 'Missing or invalid token\n'],
    ['with an unknown format', '/ws?format=xml', 400, 'Invalid format parameter\n'],
    ['elsewhere', '/sockets', 404, 'Not Found\n'],
  ])('%s is refused in plain HTTP', async (_, path, status, body) => {
    const { host } = await start()
    const socket = new WsSocket(`${host.url.replace('http', 'ws')}${path}`)
    const answer = await new Promise<[number | undefined, string]>((resolve, reject) => {
      socket.on('error', reject)
      socket.on('unexpected-response', (_request, response) => {
        let text = ''
        response.on('data', (chunk) => {
          text += chunk
        })
        response.on('end', () => resolve([response.statusCode, text]))
      })
    })
    expect(answer).toEqual([status, body])
  })

  it.each([
    ['for another protocol', { upgrade: 'h2c' }],
    ['with an old version', { 'sec-websocket-version': '8' }],
    ['with a key that is none', { 'sec-websocket-key': 'secret' }],
  ])('%s is refused in plain HTTP', async (_, changes) => {
    const { host } = await start()
    const token = await tokenFor(host, 'ada')
    const headers = {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
      ...changes,
    }
    const answer = await new Promise<number | undefined>((resolve, reject) => {
      const asked = request(`${host.url}/ws?token=${token}`, { headers }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
      asked.on('error', reject)
      asked.end()
    })
    expect(answer).toBe(400)
  })

  it('takes the token from a Bearer header too', async () => {
    const { host } = await start()
    const token = await tokenFor(host, 'ada')
    const socket = new WsSocket(`${host.url.replace('http', 'ws')}/ws`, {
      headers: { authorization: `Bearer ${token}` },
    })
    await new Promise((resolve, reject) => {
      socket.on('open', resolve)
      socket.on('error', reject)
    })
    socket.close()
  })

  it('tolerates an empty protocol header and chooses none of those offered', async () => {
    const { host } = await start()
    const token = await tokenFor(host, 'ada')
    const answer = await new Promise<string>((resolve, reject) => {
      const stream = connectTcp(host.port, '127.0.0.1', () => {
        stream.write(
          `GET /ws?token=${token} HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
            'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Protocol: \r\n\r\n',
        )
      })
      stream.on('error', reject)
      stream.once('data', (data) => {
        resolve(String(data))
        stream.destroy()
      })
    })
    expect(answer).toMatch(/^HTTP\/1\.1 101 /)
    expect(answer).toContain('Sec-WebSocket-Accept: ')
    expect(answer).not.toMatch(/sec-websocket-protocol|sec-websocket-extensions/i)
  })
})

describe('messages on a port', () => {
  it('pass between members that speak different encodings', async () => {
    const { server, host } = await start()
    const ada = await socketFor(host, 'ada', '&format=json')
    const bo = await socketFor(host, 'bo', '&format=protobuf')
    ada.socket.send('{"cid":"1","party_create":{"open":true,"max_size":2}}')
    await settle(ada)
    const partyId = server.inspect().parties[0]?.partyId ?? ''
    // PartyJoin (field 36 of the envelope) with the party id as its field 1.
    const id = Buffer.from(partyId)
    bo.socket.send(Buffer.concat([Buffer.from([0xa2, 0x02, id.length + 2, 0x0a, id.length]), id]))
    await until(() => server.inspect().parties[0]?.members.length === 2)
    await settle(ada)
    expect(ada.received.at(-2)).toContain('"party_presence_event"')
    await until(() => bo.received.length === 3)
    expect(bo.received.every((frame) => frame.startsWith('binary'))).toBe(true)
  })

  it('over the limit end the connection with 1009, after saying why', async () => {
    const { host } = await start()
    const { socket, received, closed } = await socketFor(host, 'ada')
    socket.send('x'.repeat(4097))
    expect(await closed).toEqual({ code: 1009, reason: '' })
    expect(received).toEqual(['{"error":{"code":3,"message":"Message is larger than 4096 bytes."}}'])
  })

  it('far over the limit end it without being taken in', async () => {
    const { host } = await start()
    const { socket, closed } = await socketFor(host, 'ada')
    socket.send('x'.repeat(1_000_000))
    expect((await closed).code).toBe(1009)
  })

  it('that a peer does not read end its session and nobody else waits', async () => {
    const { server, host } = await start({ config: { socket: { closeAckWaitMs: 50 } } })
    const [ada, bo, cy] = [
      await socketFor(host, 'ada'),
      await socketFor(host, 'bo'),
      await socketFor(host, 'cy'),
    ]
    ada.socket.send('{"party_create":{"open":true,"max_size":3}}')
    await settle(ada)
    const partyId = server.inspect().parties[0]?.partyId
    for (const { socket } of [bo, cy]) socket.send(JSON.stringify({ party_join: { party_id: partyId } }))
    await until(() => server.inspect().parties[0]?.members.length === 3)
    bo.socket.pause()
    const data = Buffer.alloc(2900).toString('base64')
    const message = JSON.stringify({ party_data_send: { party_id: partyId, op_code: 1, data } })
    for (let n = 0; n < 20_000 && server.inspect().sessions.length === 3; n++) {
      ada.socket.send(message)
      if (n % 16 === 0) await settle(ada)
    }
    expect(server.inspect().sessions.map(({ username }) => username)).toEqual(['ada', 'cy'])
    await settle(cy)
    expect(cy.received.some((frame) => frame.includes('"leaves"'))).toBe(true)
  })

  it('from a line that was cut end the session', async () => {
    const { server, host } = await start()
    const { socket } = await socketFor(host, 'ada')
    socket.terminate()
    await until(() => server.inspect().sessions.length === 0)
  })
})

describe('a line on a port', () => {
  it('answers pings with what they carry', async () => {
    const { host } = await start()
    const { socket } = await socketFor(host, 'ada')
    const ponged = new Promise<string>((resolve) => socket.once('pong', (data) => resolve(String(data))))
    socket.ping('still there?')
    expect(await ponged).toBe('still there?')
  })

  it('echoes the code of a goodbye, and the session is over at once', async () => {
    const { server, host } = await start()
    const { socket, closed } = await socketFor(host, 'ada')
    socket.close(4321, 'enough')
    expect(await closed).toEqual({ code: 4321, reason: '' })
    expect(server.inspect().sessions).toEqual([])
  })

  it('ends for a client that does not speak WebSocket', async () => {
    const { server, host } = await start()
    const { socket, closed } = await socketFor(host, 'ada')
    const stream = (socket as unknown as { _socket: Socket })._socket
    stream.write(Buffer.from([0x81, 0x01, 0x78]))
    expect(await closed).toEqual({ code: 1002, reason: '' })
    expect(server.inspect().sessions).toEqual([])
  })

  it('ends without an answer to the goodbye too, after a while', async () => {
    const { host } = await start({ config: { socket: { closeAckWaitMs: 20 } } })
    const token = await tokenFor(host, 'ada')
    const received = await new Promise<Buffer>((resolve, reject) => {
      const chunks: Buffer[] = []
      const stream = connectTcp({ host: host.host, port: host.port, allowHalfOpen: true }, () => {
        stream.write(
          `GET /ws?token=${token} HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
            'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
        )
        // Masked with zeros: `x`, which is no JSON.
        stream.write(Buffer.from([0x81, 0x81, 0, 0, 0, 0, 0x78]))
      })
      stream.on('error', reject)
      stream.on('data', (chunk) => chunks.push(chunk))
      stream.on('end', () => {
        resolve(Buffer.concat(chunks))
        stream.destroy()
      })
    })
    expect(received.toString('latin1')).toMatch(/received malformed payload$/)
  })

  it('acknowledges a request without a cid before what follows it, and by itself when nothing does', async () => {
    const { server, host } = await start()
    const ada = await socketFor(host, 'ada')
    ada.socket.send('{"cid":"1","party_create":{"open":true,"max_size":2}}')
    await settle(ada)
    ada.received.length = 0
    const data = JSON.stringify({ party_data_send: { party_id: server.inspect().parties[0]?.partyId } })
    ada.socket.send(data)
    await until(() => ada.received.length > 0)
    ada.socket.send(data)
    ada.socket.send('{"cid":"2","ping":{}}')
    ada.socket.send(data)
    await until(() => ada.received.length > 3)
    expect(ada.received).toEqual(['{}', '{}', '{"cid":"2","pong":{}}', '{}'])
  })

  it('carries many messages of one turn, in order and whole', async () => {
    const { server, host } = await start()
    const [ada, bo] = [await socketFor(host, 'ada'), await socketFor(host, 'bo')]
    ada.socket.send('{"party_create":{"open":true,"max_size":2}}')
    await settle(ada)
    const party_id = server.inspect().parties[0]?.partyId
    bo.socket.send(JSON.stringify({ party_join: { party_id } }))
    await settle(bo)
    // Together more than is joined into one write.
    const count = 200
    const stream = (ada.socket as unknown as { _socket: Socket })._socket
    stream.cork()
    for (let n = 0; n < count; n++) {
      const data = Buffer.alloc(1 + (n % 2000), n).toString('base64')
      ada.socket.send(JSON.stringify({ party_data_send: { party_id, op_code: n, data } }))
    }
    stream.uncork()
    await until(() => bo.received.filter((frame) => frame.includes('party_data')).length === count)
    const opCodes = bo.received
      .filter((frame) => frame.includes('party_data'))
      .map((frame) => Number(JSON.parse(frame).party_data.op_code ?? 0))
    expect(opCodes).toEqual(Array.from({ length: count }, (_, n) => n))
  })
})
