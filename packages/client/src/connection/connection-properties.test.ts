import { settled } from '@party/protocol/virtual-clock'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  abnormal,
  codeOf,
  deafListener,
  type FakeTarget,
  fakeConnection,
  ping,
} from '../../test/fake-connection.ts'
import type { FakeTransport } from '../../test/fake-transport.ts'
import { PartyError } from '../error.ts'
import type { Transition } from './state.ts'

const refused = new PartyError('unauthenticated', 'no', { httpStatus: 401 })
const failed = new PartyError('connection_failed', 'no server')

/** What may happen, in any order, at any time. */
const happening = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('connect', 'open', 'lose', 'fail', 'hurry') },
  { weight: 3, arbitrary: fc.constantFrom('request', 'answer', 'refuse token') },
  { weight: 2, arbitrary: fc.constantFrom('shown', 'online', 'offline', 'abort') },
  { weight: 2, arbitrary: fc.constantFrom('late open', 'late message', 'late close') },
  { weight: 1, arbitrary: fc.constantFrom('disconnect', 'kick', 'connect and disconnect') },
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 400 }) },
)

/** What handlers do when they hear of a step. */
const reaction = fc.constantFrom('nothing', 'connect', 'disconnect', 'hurry')

it('whatever happens: one transport, every call ends once, one last step, and nothing is left behind', async () => {
  const story = fc.record({
    happenings: fc.array(happening, { maxLength: 60 }),
    reactions: fc.array(reaction, { maxLength: 8 }),
    waits: fc.array(fc.option(fc.integer({ min: 0, max: 300 }), { freq: 8 }), { minLength: 1, maxLength: 6 }),
    tokens: fc.array(fc.boolean(), { maxLength: 4 }),
  })
  await fc.assert(fc.asyncProperty(story, tell), { numRuns: 2000 })
})

interface Story {
  readonly happenings: readonly (string | number)[]
  readonly reactions: readonly string[]
  readonly waits: readonly (number | null)[]
  /** Whether there is another token, each time one is refused. */
  readonly tokens: readonly boolean[]
}

async function tell({ happenings, reactions, waits, tokens }: Story): Promise<void> {
  const transitions: Transition[] = []
  const ends: string[][] = []
  const aborts: AbortController[] = []
  const toReact = [...reactions]
  const toGive = [...tokens]
  const late: unknown[] = []
  let decisions = 0
  let attempts = 0
  let why = failed
  const target: FakeTarget = {
    url: async (_, previous) => (previous && !toGive.shift() ? previous : `ws://test/${attempts++}`),
    explain: async () => why,
  }
  const { clock, connection, connect, environment, opened } = fakeConnection({
    heartbeat: true,
    timeoutMs: 250,
    reconnect: () => waits[decisions++ % waits.length] ?? null,
    listener: {
      ...deafListener,
      emitMessage: (message) => late.push(message),
      moved: (transition) => {
        const what = toReact.shift()
        if (what === 'connect') begin()
        if (what === 'disconnect') connection.disconnect()
        if (what === 'hurry') connection.reconnectNow()
        // As a second handler hears it.
        transitions.push(transition)
      },
    },
  })
  const watch = (start: (signal: AbortSignal) => Promise<unknown>) => {
    const end: string[] = []
    const abort = new AbortController()
    ends.push(end)
    aborts.push(abort)
    codeOf(start(abort.signal)).then(
      (code) => end.push(code),
      () => {},
    )
  }
  const begin = () => watch((signal) => connect({ signal, timeoutMs: 200, target }))
  const answered = new Set<FakeTransport>()
  const live = () => opened.filter(({ ended }) => ended === undefined)

  async function happen(what: string | number): Promise<void> {
    const transport = live().at(-1)
    if (typeof what === 'number') await clock.advance(what)
    if (what === 'connect') begin()
    if (what === 'connect and disconnect') {
      begin()
      connection.disconnect()
      begin()
    }
    if (what === 'disconnect') connection.disconnect()
    if (what === 'open' && transport && !answered.has(transport)) {
      answered.add(transport)
      transport.listener.onOpen()
    }
    if (what === 'lose') transport?.drop(abnormal)
    if (what === 'kick') transport?.drop({ code: 1000, reason: 'server-side session disconnect' })
    if (what === 'fail' || what === 'refuse token') {
      why = what === 'fail' ? failed : refused
      transport?.drop(abnormal)
      await settled()
    }
    const over = opened.findLast(({ ended }) => ended !== undefined)
    if (what === 'late open') over?.dispatch('open')
    if (what === 'late message') over?.dispatch('message', { data: '{"party_close":{"party_id":"late"}}' })
    if (what === 'late close') over?.dispatch('close', abnormal)
    if (what === 'request') watch((signal) => connection.request({ ...ping, options: { signal } }))
    if (what === 'answer') for (const cid of transport?.cids ?? []) transport?.receive({ cid, pong: {} })
    if (what === 'abort') aborts.at(-1)?.abort()
    if (what === 'hurry') connection.reconnectNow()
    if (what === 'shown') environment.show('visible')
    if (what === 'online' || what === 'offline') environment.dispatch(what)
    expect(live().length).toBeLessThanOrEqual(1)
    expect(connection.state === 'open').toBe(live().some((one) => answered.has(one)))
  }

  for (const what of happenings) await happen(what)
  toReact.length = 0
  connection.disconnect()
  await settled()

  expect(ends.map((end) => end.length)).toEqual(ends.map(() => 1))
  expect([clock.pending, environment.listenerCount, live()]).toEqual([0, 0, []])
  expect(['idle', 'closed']).toContain(connection.state)
  for (const [index, { from, to, code, willReconnect }] of transitions.entries()) {
    expect(from).toBe(index === 0 ? 'idle' : transitions[index - 1]?.to)
    expect(willReconnect).toBe(to === 'reconnecting')
    expect(code === 'connect_called').toBe(to === 'connecting')
  }
  expect(late).toEqual([])
  const lives = transitions.filter(({ to }) => to === 'connecting').length
  expect(transitions.filter(({ to }) => to === 'closed')).toHaveLength(lives)
}
