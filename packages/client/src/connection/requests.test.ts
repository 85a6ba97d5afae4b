import { settled } from '@party/protocol/virtual-clock'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fakeConnection, ping } from '../../test/fake-connection.ts'
import type { PartyError } from '../error.ts'
import type { CallOptions } from '../runtime/call-options.ts'

const pong = { pong: {} }
const refused = { error: { code: 3, message: 'party full' } }

async function setUp() {
  const { clock, connection, errors, last, messages, open } = fakeConnection()
  await open()
  const start = (options: CallOptions = {}) =>
    connection.request({ ...ping, context: { operation: 'joinParty', partyId: 'p.n' }, options })
  const reply = (nth: number, message: object = {}) =>
    last().receive({ cid: last().cids[nth] ?? '?', ...message })
  return { clock, connection, errors, last, messages, open, start, reply }
}

const caught = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: PartyError) => error,
  )

describe('a request', () => {
  it('has a cid of its own, and gets its own reply', async () => {
    const { last, start, reply } = await setUp()
    const first = start()
    const second = start()
    expect(new Set(last().cids).size).toBe(2)
    reply(1, pong)
    reply(0)
    expect(await first).toBeUndefined()
    expect(await second).toEqual({ case: 'pong', value: {} })
  })

  it('gets a reply that arrives while it is still being sent', async () => {
    const { last, start } = await setUp()
    const socket = last()
    socket.send = (frame) => socket.receive({ cid: JSON.parse(String(frame)).cid, ...pong })
    expect(await start({ timeoutMs: 50 })).toEqual({ case: 'pong', value: {} })
  })

  it('that cannot be sent ends at once, and nobody waits for it', async () => {
    const { clock, errors, last, start, reply } = await setUp()
    const socket = last()
    const pending = clock.pending
    socket.send = (frame) => {
      socket.sent.push(frame)
      throw new Error('no more')
    }
    expect(await caught(start())).toMatchObject({ code: 'unknown', message: 'no more' })
    reply(0, refused)
    expect([errors.length, clock.pending]).toEqual([1, pending])
  })

  it("ends with the server's error, and says which call it was", async () => {
    const { start, reply } = await setUp()
    const call = caught(start())
    reply(0, refused)
    expect(await call).toMatchObject({
      message: 'party full',
      realtimeCode: 3,
      operation: 'joinParty',
      partyId: 'p.n',
    })
  })

  it('ends with timeout when no reply came in time, and ignores the one that comes later', async () => {
    const { clock, errors, messages, start, reply } = await setUp()
    const call = caught(start({ timeoutMs: 50 }))
    await clock.advance(50)
    expect(await call).toMatchObject({ code: 'timeout', operation: 'joinParty' })
    reply(0, pong)
    expect([errors, messages]).toEqual([[], []])
  })

  it('ends with aborted, with the reason of the signal as cause', async () => {
    const { start } = await setUp()
    const abort = new AbortController()
    const call = caught(start({ signal: abort.signal }))
    abort.abort('left the screen')
    expect(await call).toMatchObject({ code: 'aborted', cause: 'left the screen' })
  })

  it('is not sent when it was aborted before', async () => {
    const { last, start } = await setUp()
    expect(await caught(start({ signal: AbortSignal.abort() }))).toMatchObject({ code: 'aborted' })
    expect(last().sent).toEqual([])
  })

  it('ends at once when it cannot be written', async () => {
    const { clock, connection, last } = await setUp()
    const message = { case: 'statusUpdate', value: { status: 'x'.repeat(300) } } as const
    const call = connection.request({ context: { operation: 'updateStatus' }, message, largest: 'status' })
    expect(await caught(call)).toMatchObject({ code: 'message_too_large', argument: 'status' })
    expect([last().sent, clock.pending]).toEqual([[], 0])
  })

  it('ends exactly once and leaves no timer, whatever happens in whatever order', async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('start' as const), timeoutMs: fc.integer({ min: 0, max: 50 }) }),
      fc.record({ do: fc.constant('reply' as const), nth: fc.nat(9) }),
      fc.record({ do: fc.constant('refuse' as const), nth: fc.nat(9) }),
      fc.record({ do: fc.constant('abort' as const), nth: fc.nat(9) }),
      fc.record({ do: fc.constant('advance' as const), ms: fc.integer({ min: 0, max: 30 }) }),
      fc.record({ do: fc.constant('disconnect' as const) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const { clock, connection, open, start, reply } = await setUp()
        const aborts: AbortController[] = []
        const ends: string[][] = []
        for (const action of steps) {
          if (action.do === 'start') {
            const abort = new AbortController()
            const end: string[] = []
            aborts.push(abort)
            ends.push(end)
            start({ timeoutMs: action.timeoutMs, signal: abort.signal }).then(
              (message) => end.push(message?.case ?? 'empty'),
              (error) => end.push(error.code),
            )
          } else if (action.do === 'reply') reply(action.nth, pong)
          else if (action.do === 'refuse') reply(action.nth, refused)
          else if (action.do === 'abort') aborts[action.nth]?.abort()
          else if (action.do === 'advance') await clock.advance(action.ms)
          else {
            connection.disconnect()
            await open()
          }
        }
        await settled()
        expect(clock.pending).toBe(ends.filter((end) => end.length === 0).length)
        connection.disconnect()
        await settled()
        expect(ends.map((end) => end.length)).toEqual(ends.map(() => 1))
        expect(clock.pending).toBe(0)
      }),
      { numRuns: 200 },
    )
  })
})
