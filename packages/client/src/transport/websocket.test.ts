import { systemClock } from '@party/protocol'
import { settled } from '@party/protocol/virtual-clock'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { codeOf, fakeConnection } from '../../test/fake-connection.ts'
import { fakeWebSockets } from '../../test/fake-websocket.ts'

/** A connection over a WebSocket that is as the platforms have it. */
async function setUp() {
  const { WebSocket, last, made } = fakeWebSockets()
  const frames: unknown[] = []
  const codec = {
    format: 'json' as const,
    encode: () => '{}',
    decode: (frame: string | Uint8Array) => {
      frames.push(frame)
      return { cid: '', message: undefined }
    },
  }
  const parts = fakeConnection({ WebSocket, codec })
  const connected = codeOf(parts.connect())
  await settled()
  return { ...parts, connected, frames, made, socket: last() }
}

async function setUpOpen() {
  const parts = await setUp()
  parts.socket.dispatch('open')
  return parts
}

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('a WebSocket', () => {
  it('is opened for the address, with binary messages as array buffers', async () => {
    const { socket, connected } = await setUpOpen()
    expect([socket.url, socket.binaryType]).toEqual(['ws://test/ws', 'arraybuffer'])
    expect(await connected).toBe('ok')
  })

  it('passes messages on: text as text, bytes as exactly those bytes', async () => {
    const { socket, frames } = await setUpOpen()
    socket.dispatch('message', { data: '{}' })
    socket.dispatch('message', { data: new Uint8Array([1, 2]).buffer })
    socket.dispatch('message', { data: Buffer.from([0, 1, 2, 3]).subarray(1, 3) })
    expect(frames).toEqual(['{}', new Uint8Array([1, 2]), new Uint8Array([1, 2])])
  })

  it('sends', async () => {
    const { connection, socket } = await setUpOpen()
    connection.request({ context: {}, message: { case: 'ping', value: {} } }).catch(() => {})
    expect(socket.sent).toEqual(['{}'])
  })

  it('is heard once on how the other side closed it, and not after that', async () => {
    const { socket, frames, transitions } = await setUpOpen()
    const { onmessage } = socket
    socket.dispatch('error')
    socket.dispatch('close', { code: 1009, reason: '' })
    socket.dispatch('close', { code: 1000, reason: 'again' })
    onmessage?.({ data: 'late' } as never)
    expect([transitions.at(-1)?.code, transitions.length, frames]).toEqual(['message_too_large', 3, []])
    expect(socket.closed).toEqual([])
  })

  it('that closes without a code has broken', async () => {
    const { socket, transitions } = await setUpOpen()
    socket.dispatch('close')
    expect(transitions.at(-1)).toMatchObject({ code: 'connection_lost', reason: 'closed with 1006' })
  })

  it('is closed once, and not heard any more', async () => {
    const { connection, socket, frames, transitions } = await setUp()
    connection.disconnect()
    connection.disconnect()
    socket.dispatch('open')
    socket.dispatch('message', { data: 'late' })
    socket.dispatch('close', { code: 1000 })
    expect(socket.closed).toEqual([1000])
    expect([frames, transitions.length]).toEqual([[], 2])
    expect(() => socket.dispatch('error')).not.toThrow()
  })

  it('is given a second to agree to the end, where the platform can break off', async () => {
    const { connection, socket, clock } = await setUpOpen()
    const terminate = vi.fn()
    Object.assign(socket, { terminate })
    connection.disconnect()
    expect(socket.closed).toEqual([1000])
    await clock.advance(999)
    expect(terminate).not.toHaveBeenCalled()
    await clock.advance(1)
    expect(terminate).toHaveBeenCalledTimes(1)

    const agreed = await setUpOpen()
    Object.assign(agreed.socket, { terminate: vi.fn() })
    agreed.connection.disconnect()
    agreed.socket.dispatch('close', { code: 1000 })
    expect([agreed.clock.pending, agreed.transitions.length]).toEqual([0, 3])
  })

  it('of a class that refuses the address is one that could not be opened', async () => {
    class Refusing {
      constructor() {
        throw new SyntaxError('bad address')
      }
    }
    const { connect } = fakeConnection({ WebSocket: Refusing as never })
    await expect(connect()).rejects.toMatchObject({
      code: 'connection_failed',
      cause: { code: 1006, reason: 'SyntaxError: bad address' },
    })
  })

  it('is not made when the connection is ended before it could', async () => {
    const { WebSocket, made } = fakeWebSockets()
    const { connect, connection } = fakeConnection({ WebSocket })
    const connected = codeOf(connect())
    connection.disconnect()
    await settled()
    expect([made, await connected]).toEqual([[], 'disconnected'])
  })

  it('is of the global class there is when it connects, not when the connection was made', async () => {
    const { connect } = fakeConnection({ WebSocket: undefined })
    const { WebSocket, made } = fakeWebSockets()
    vi.stubGlobal('WebSocket', WebSocket)
    connect().catch(() => {})
    await settled()
    expect(made).toHaveLength(1)
  })

  it('is of an imported class where there is no global one', async () => {
    vi.stubGlobal('WebSocket', undefined)
    const { connect, target } = fakeConnection({ WebSocket: undefined, clock: systemClock })
    // Port 1 of the own machine: refused at once, without leaving it.
    const connected = connect({ target: { ...target, url: async () => 'ws://127.0.0.1:1/ws' } })
    await expect(connected).rejects.toMatchObject({ code: 'connection_failed', cause: { code: 1006 } })
  })
})
