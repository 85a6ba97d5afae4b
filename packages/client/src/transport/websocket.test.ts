import { systemClock } from '@party/protocol'
import { settled, VirtualClock } from '@party/protocol/virtual-clock'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fakeWebSockets } from '../../test/fake-websocket.ts'
import { webSocketTransport } from './websocket.ts'

async function setUp() {
  const { WebSocket, last } = fakeWebSockets()
  const heard: unknown[] = []
  const listener = {
    onOpen: () => heard.push('open'),
    onFrame: (frame: string | Uint8Array) => heard.push(frame),
    onClose: (close: object) => heard.push(close),
  }
  const clock = new VirtualClock()
  const transport = webSocketTransport(clock, WebSocket)('ws://host/ws', listener)
  await settled()
  return { transport, heard, socket: last(), clock }
}

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('webSocketTransport', () => {
  it('opens the address, with binary messages as array buffers', async () => {
    const { socket, heard } = await setUp()
    expect([socket.url, socket.binaryType]).toEqual(['ws://host/ws', 'arraybuffer'])
    socket.dispatch('open')
    expect(heard).toEqual(['open'])
  })

  it('passes messages on: text as text, bytes as exactly those bytes', async () => {
    const { socket, heard } = await setUp()
    socket.dispatch('message', { data: '{}' })
    socket.dispatch('message', { data: new Uint8Array([1, 2]).buffer })
    socket.dispatch('message', { data: Buffer.from([0, 1, 2, 3]).subarray(1, 3) })
    expect(heard).toEqual(['{}', new Uint8Array([1, 2]), new Uint8Array([1, 2])])
  })

  it('sends', async () => {
    const { transport, socket } = await setUp()
    transport.send('{}')
    expect(socket.sent).toEqual(['{}'])
  })

  it('tells once how the other side closed, and nothing after that', async () => {
    const { socket, heard } = await setUp()
    const { onmessage } = socket
    socket.dispatch('error')
    socket.dispatch('close', { code: 1009, reason: '' })
    socket.dispatch('close', { code: 1000, reason: 'again' })
    onmessage?.({ data: 'late' } as never)
    expect(heard).toEqual([{ code: 1009, reason: '' }])
  })

  it('closes once, and tells nothing more', async () => {
    const { transport, socket, heard } = await setUp()
    transport.close()
    transport.close()
    socket.dispatch('open')
    socket.dispatch('message', { data: 'late' })
    socket.dispatch('close', { code: 1000 })
    expect(socket.closed).toEqual([1000])
    expect(heard).toEqual([])
    expect(() => socket.dispatch('error')).not.toThrow()
  })

  it('abandons a dead peer without a closing handshake where the platform can', async () => {
    const { transport, socket } = await setUp()
    const terminate = vi.fn()
    Object.assign(socket, { terminate })
    transport.close(true)
    expect(terminate).toHaveBeenCalledTimes(1)
    expect(socket.closed).toEqual([])

    const elsewhere = await setUp()
    elsewhere.transport.close(true)
    expect(elsewhere.socket.closed).toEqual([1000])
  })

  it('waits a second for the other side to agree to the end, where the platform can break off', async () => {
    const { transport, socket, clock } = await setUp()
    const terminate = vi.fn()
    Object.assign(socket, { terminate })
    transport.close()
    expect(socket.closed).toEqual([1000])
    await clock.advance(999)
    expect(terminate).not.toHaveBeenCalled()
    await clock.advance(1)
    expect(terminate).toHaveBeenCalledTimes(1)

    const agreed = await setUp()
    Object.assign(agreed.socket, { terminate: vi.fn() })
    agreed.transport.close()
    agreed.socket.dispatch('close', { code: 1000 })
    expect([agreed.clock.pending, agreed.heard]).toEqual([0, []])
  })

  it('tells of a class that refuses the address', async () => {
    const onClose = vi.fn()
    class Refusing {
      constructor() {
        throw new SyntaxError('bad address')
      }
    }
    webSocketTransport(systemClock, Refusing as never)('nonsense', {
      onOpen: vi.fn(),
      onFrame: vi.fn(),
      onClose,
    })
    await settled()
    expect(onClose).toHaveBeenCalledWith({ code: 1006, reason: 'SyntaxError: bad address' })
  })

  it('makes no socket when it is closed before it could', async () => {
    const { WebSocket, made } = fakeWebSockets()
    const listener = { onOpen: vi.fn(), onFrame: vi.fn(), onClose: vi.fn() }
    webSocketTransport(systemClock, WebSocket)('ws://host/ws', listener).close()
    await settled()
    expect(made).toEqual([])
    expect(listener.onClose).not.toHaveBeenCalled()
  })

  it('takes the global class there is when it connects, not when it was made', async () => {
    const open = webSocketTransport(systemClock)
    const { WebSocket, made } = fakeWebSockets()
    vi.stubGlobal('WebSocket', WebSocket)
    open('ws://host/ws', { onOpen: vi.fn(), onFrame: vi.fn(), onClose: vi.fn() })
    await settled()
    expect(made).toHaveLength(1)
  })

  it('imports one where there is no global class', async () => {
    vi.stubGlobal('WebSocket', undefined)
    const close = await new Promise((onClose) => {
      // Port 1 of the own machine: refused at once, without leaving it.
      webSocketTransport(systemClock)('ws://127.0.0.1:1/ws', { onOpen: vi.fn(), onFrame: vi.fn(), onClose })
    })
    expect(close).toMatchObject({ code: 1006 })
  })
})
