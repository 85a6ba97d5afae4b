import { settled } from '@party/protocol/virtual-clock'
import { describe, expect, it } from 'vitest'
import { abnormal, refusal } from '../../test/fake-connection.ts'
import { fakeTransports } from '../../test/fake-transport.ts'
import { PartyError } from '../error.ts'
import { type ConnectTarget, dial } from './dial.ts'

const unauthenticated = new PartyError('unauthenticated', 'no', { httpStatus: 401 })

function setUp(target: Partial<ConnectTarget> = {}) {
  const transports = fakeTransports()
  const heard: unknown[] = []
  const asked: (string | undefined)[] = []
  const attempt = dial(
    {
      url: async (_signal, refused) => {
        asked.push(refused)
        return refused ? 'ws://new' : 'ws://old'
      },
      explain: async () => unauthenticated,
      ...target,
    },
    transports.openTransport,
    {
      onOpen: () => heard.push('open'),
      onFrame: (frame) => heard.push(frame),
      onClose: (close) => heard.push(close),
      onFail: (error) => heard.push(error.code),
    },
  )
  return { attempt, heard, asked, ...transports }
}

describe('an attempt', () => {
  it('opens the address, and passes on what comes', async () => {
    const { attempt, heard, last } = setUp()
    await settled()
    expect(last().url).toBe('ws://old')
    last().listener.onOpen()
    last().listener.onFrame('{}')
    attempt.send('[]')
    last().listener.onClose(abnormal)
    expect(heard).toEqual(['open', '{}', abnormal])
    expect(last().sent).toEqual(['[]'])
  })

  it('asks for another token when its token is refused, and tries once more', async () => {
    const { heard, asked, last, opened } = setUp()
    await settled()
    last().listener.onClose(abnormal)
    await settled()
    expect([last().url, asked]).toEqual(['ws://new', [undefined, 'ws://old']])
    last().listener.onOpen()
    expect([heard, opened.length]).toEqual([['open'], 2])
  })

  it('fails when the other token is refused too', async () => {
    const { heard, last, opened } = setUp()
    await settled()
    last().listener.onClose(abnormal)
    await settled()
    last().listener.onClose(abnormal)
    await settled()
    expect([heard, opened.length]).toEqual([['unauthenticated'], 2])
  })

  it('fails at once when there is no other token', async () => {
    const { heard, last, opened } = setUp({ url: async () => 'ws://old' })
    await settled()
    last().listener.onClose(abnormal)
    await settled()
    expect([heard, opened.length]).toEqual([['unauthenticated'], 1])
  })

  it('fails at once when it is not the token', async () => {
    const { heard, last, opened } = setUp({ explain: async () => refusal })
    await settled()
    last().listener.onClose(abnormal)
    await settled()
    expect([heard, opened.length]).toEqual([['connection_failed'], 1])
  })

  it('fails when it gets no address', async () => {
    const { heard, opened } = setUp({ url: () => Promise.reject(new Error('none')) })
    await settled()
    expect([heard, opened]).toEqual([['unknown'], []])
  })

  it.each([
    ['closed', false],
    ['abandoned', true],
  ])('that is %s tells nothing more', async (ended, isDead) => {
    const { attempt, heard, last } = setUp()
    await settled()
    attempt.close(isDead)
    await settled()
    expect([heard, last().ended]).toEqual([[], ended])
  })

  it('that is closed before it has an address opens nothing', async () => {
    const { attempt, opened } = setUp()
    attempt.close()
    await settled()
    expect(opened).toEqual([])
  })

  it('that is closed while the refusal is looked into ends that', async () => {
    const looking: AbortSignal[] = []
    const { attempt, heard, last, opened } = setUp({
      explain: (_url, _close, signal) =>
        new Promise((resolve) => {
          looking.push(signal)
          signal.addEventListener('abort', () => resolve(unauthenticated))
        }),
    })
    await settled()
    last().listener.onClose(abnormal)
    await settled()
    attempt.close()
    await settled()
    expect([looking[0]?.aborted, heard, opened.length]).toEqual([true, [], 1])
  })
})
