import type { EnvelopeMessage } from '@party/protocol'
import { settled, VirtualClock } from '@party/protocol/virtual-clock'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deafListener } from '../../test/fake-connection.ts'
import { invalidArgument, type PartyError, realtimeError } from '../error.ts'
import { requestTable } from './requests.ts'

const ping: EnvelopeMessage = { case: 'ping', value: {} }
const pong: EnvelopeMessage = { case: 'pong', value: {} }
const refused = realtimeError({ code: 3, message: 'party full', context: {} })

function setUp() {
  const clock = new VirtualClock()
  const table = requestTable({ clock, timeoutMs: 1000 }, deafListener)
  const sent: string[] = []
  const start = (options: { timeoutMs?: number; signal?: AbortSignal } = {}) =>
    table.start({ context: { operation: 'joinParty', partyId: 'p.n' }, message: ping, options }, (cid) =>
      sent.push(cid),
    )
  return { clock, table, sent, start }
}

const caught = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: PartyError) => error,
  )

describe('a table of requests', () => {
  it('gives every request a cid of its own and each reply to its request', async () => {
    const { table, sent, start } = setUp()
    const first = start()
    const second = start()
    expect(new Set(sent).size).toBe(2)
    expect(table.settle(sent[1] ?? '', pong)).toBe(true)
    expect(table.settle(sent[0] ?? '', undefined)).toBe(true)
    expect(await first).toBeUndefined()
    expect(await second).toEqual(pong)
  })

  it("ends with the server's error, and says which call it was", async () => {
    const { table, sent, start } = setUp()
    const call = caught(start())
    table.settle(sent[0] ?? '', undefined, refused)
    expect(await call).toMatchObject({
      message: 'party full',
      realtimeCode: 3,
      operation: 'joinParty',
      partyId: 'p.n',
    })
  })

  it('ends with timeout when no reply came in time, and ignores the one that comes later', async () => {
    const { clock, table, sent, start } = setUp()
    const call = caught(start({ timeoutMs: 50 }))
    await clock.advance(50)
    expect(await call).toMatchObject({ code: 'timeout', operation: 'joinParty' })
    expect(table.settle(sent[0] ?? '', pong)).toBe(false)
  })

  it('ends with aborted, with the reason of the signal as cause', async () => {
    const { table, sent, start } = setUp()
    const abort = new AbortController()
    const call = caught(start({ signal: abort.signal }))
    abort.abort('left the screen')
    expect(await call).toMatchObject({ code: 'aborted', cause: 'left the screen' })
    expect(table.settle(sent[0] ?? '', pong)).toBe(false)
  })

  it('sends nothing for a call that was aborted before', async () => {
    const { sent, start } = setUp()
    expect(await caught(start({ signal: AbortSignal.abort() }))).toMatchObject({ code: 'aborted' })
    expect(sent).toEqual([])
  })

  it('ends with the error of a send that throws', async () => {
    const { clock, table } = setUp()
    const refuse = () => {
      throw invalidArgument('data', 'is too large')
    }
    const call = table.start({ context: { operation: 'sendPartyData' }, message: ping }, refuse)
    expect(await caught(call)).toMatchObject({ code: 'invalid_argument', argument: 'data' })
    expect([table.settle('1', pong), clock.pending]).toEqual([false, 0])
  })

  it('settles every call exactly once and leaves no timer, whatever happens in whatever order', async () => {
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
        const { clock, table, sent, start } = setUp()
        const aborts: AbortController[] = []
        const ends: string[][] = []
        for (const action of steps) {
          if (action.do === 'start') {
            const abort = new AbortController()
            const end: string[] = []
            aborts.push(abort)
            ends.push(end)
            start({ timeoutMs: action.timeoutMs, signal: abort.signal }).then(
              (reply) => end.push(reply?.case ?? 'empty'),
              (error) => end.push(error.code),
            )
          } else if (action.do === 'reply') table.settle(sent[action.nth] ?? '?', pong)
          else if (action.do === 'refuse') table.settle(sent[action.nth] ?? '?', undefined, refused)
          else if (action.do === 'abort') aborts[action.nth]?.abort()
          else if (action.do === 'advance') await clock.advance(action.ms)
          else table.failAll({ reason: 'x' })
        }
        await settled()
        expect(clock.pending).toBe(ends.filter((end) => end.length === 0).length)
        table.failAll({ reason: 'x' })
        await settled()
        expect(ends.map((end) => end.length)).toEqual(ends.map(() => 1))
        expect(clock.pending).toBe(0)
      }),
      { numRuns: 200 },
    )
  })
})
