import { settled } from '@party/protocol/virtual-clock'
import { describe, expect, it } from 'vitest'
import { abnormal, codeOf, type FakeTarget, fakeConnection, refusal } from '../../test/fake-connection.ts'
import { PartyError } from '../error.ts'

const unauthenticated = new PartyError('unauthenticated', 'no', { httpStatus: 401 })

/** A first attempt, and how it ends for who has called `connect`. */
async function setUp(target: Partial<FakeTarget> = {}) {
  const parts = fakeConnection()
  const asked: (string | undefined)[] = []
  const ended: string[] = []
  const attempt = parts.connect({
    target: {
      url: async (_signal, refused) => {
        asked.push(refused)
        return refused ? 'ws://new' : 'ws://old'
      },
      explain: async () => unauthenticated,
      ...target,
    },
  })
  codeOf(attempt).then(
    (code) => ended.push(code),
    () => {},
  )
  await settled()
  const fail = async () => {
    parts.last().listener.onClose(abnormal)
    await settled()
  }
  return { ...parts, asked, ended, fail }
}

describe('an attempt', () => {
  it('opens the address', async () => {
    const { ended, last } = await setUp()
    expect(last().url).toBe('ws://old')
    last().listener.onOpen()
    await settled()
    expect(ended).toEqual(['ok'])
  })

  it('asks for another token when its token is refused, and tries once more', async () => {
    const { asked, ended, fail, last, opened } = await setUp()
    await fail()
    expect([last().url, asked]).toEqual(['ws://new', [undefined, 'ws://old']])
    last().listener.onOpen()
    await settled()
    expect([ended, opened.length]).toEqual([['ok'], 2])
  })

  it('hears no more of the WebSocket that was refused', async () => {
    const { ended, fail, last, messages, opened, steps } = await setUp()
    await fail()
    const [refused] = opened
    refused?.dispatch('open')
    refused?.dispatch('message', { data: '{"pong":{}}' })
    refused?.dispatch('close', abnormal)
    await settled()
    expect([steps().length, messages, ended]).toEqual([1, [], []])
    last().listener.onOpen()
    await settled()
    expect([ended, opened.length]).toEqual([['ok'], 2])
  })

  it('fails when the other token is refused too', async () => {
    const { ended, fail, opened, steps } = await setUp()
    await fail()
    await fail()
    expect([ended, opened.length]).toEqual([['unauthenticated'], 2])
    expect(steps().at(-1)).toBe('connecting -> closed (unauthenticated)')
  })

  it('fails at once when there is no other token', async () => {
    const { ended, fail, opened } = await setUp({ url: async () => 'ws://old' })
    await fail()
    expect([ended, opened.length]).toEqual([['unauthenticated'], 1])
  })

  it('fails at once when it is not the token', async () => {
    const { ended, fail, opened, steps } = await setUp({ explain: async () => refusal })
    await fail()
    expect([ended, opened.length]).toEqual([['connection_failed'], 1])
    expect(steps().at(-1)).toBe('connecting -> closed (connect_failed)')
  })

  it('fails when it gets no address', async () => {
    const { ended, opened } = await setUp({ url: () => Promise.reject(new Error('none')) })
    expect([ended, opened]).toEqual([['unknown'], []])
  })

  it('that is ended tells nothing more', async () => {
    const { connection, ended, last, steps } = await setUp()
    connection.disconnect()
    await settled()
    expect([ended, last().ended]).toEqual([['disconnected'], 'closed'])
    expect(steps().at(-1)).toBe('connecting -> closed (disconnect_called)')
  })

  it('that is ended before it has an address opens nothing', async () => {
    const { connection, connect, opened } = fakeConnection()
    connect().catch(() => {})
    connection.disconnect()
    await settled()
    expect(opened).toEqual([])
  })

  it('that is ended while the refusal is looked into ends that', async () => {
    const looking: AbortSignal[] = []
    const { connection, ended, fail, opened, transitions } = await setUp({
      explain: (signal) =>
        new Promise((resolve) => {
          looking.push(signal)
          signal.addEventListener('abort', () => resolve(unauthenticated))
        }),
    })
    await fail()
    connection.disconnect()
    await settled()
    expect([looking[0]?.aborted, ended, opened.length]).toEqual([true, ['disconnected'], 1])
    expect(transitions).toHaveLength(2)
  })
})
