import { systemClock } from '@party/protocol'
import { describe, expect, it } from 'vitest'
import { inProcessLink } from '../adapter/in-process-link.ts'
import type { OpenLink } from '../adapter/link.ts'
import { Program } from '../adapter/program.ts'
import { loadCases } from '../cases/load.ts'
import { MemoryNetwork } from '../servers/memory-network.ts'
import { referenceServer } from '../servers/reference.ts'
import { type CaseRun, runCase } from './run-case.ts'

/** Plays one case with the references, through a line that may be tampered with. */
async function playCase(
  parts: string,
  wrap: (open: OpenLink) => OpenLink = (open) => open,
): Promise<CaseRun> {
  const lines = parts.split('\n').map((line) => `    ${line}`)
  const head = ['capability: Something.', 'cases:', '  - id: one', '    why: Because.']
  const [each] = loadCases('file', [...head, ...lines].join('\n'))
  if (each === undefined) throw new Error('there is one case')
  const network = new MemoryNetwork()
  const program = await Program.start(wrap(inProcessLink(network.platform)))
  const server = await referenceServer({ network }).start(each.server)
  try {
    return await runCase(
      each,
      { program, server, codec: 'json', run: '1', clock: systemClock, deadlineMs: 400 },
      { forEventsMs: 20, afterEndingsMs: 0 },
    )
  } finally {
    await server.close()
    await program.close()
  }
}

/** Puts something in place of the replies to an operation; undefined for none. */
function replying(operation: string, reply: object | undefined): (open: OpenLink) => OpenLink {
  return (open) => async (listener) => {
    const ids = new Set<unknown>()
    const link = await open({
      ...listener,
      onEnd: (reason) => listener.onEnd(reason),
      onMessage: (message) => {
        const { id } = message as { id?: number }
        if (!ids.delete(id)) listener.onMessage(message)
        else if (reply !== undefined) listener.onMessage({ ...reply, id })
      },
    })
    return {
      close: () => link.close(),
      send: (message) => {
        const { id, operation: called } = message as { id: number; operation?: string }
        if (called === operation) ids.add(id)
        link.send(message)
      },
    }
  }
}

describe('a case', () => {
  it('passes when everything comes of it that should', async () => {
    const { failure } = await playCase(`actors: [a, b]
given: { party: { leader: a } }
steps:
  - b.joinParty: { partyId: <party> }
    events: { a: [{ partyPresence: { joins: [<b>] } }], b: [{ party: {} }, { partyPresence: {} }] }
    inspect: { parties: [{ members: [<a>, <b>] }] }`)
    expect(failure).toBeUndefined()
  })

  it('fails when something comes that should not, and shows everything that was said', async () => {
    const { failure } = await playCase(`actors: [a, b]
given: { party: { leader: a, members: [b] } }
steps:
  - a.leaveParty: { partyId: <party> }
    events: { b: [{ partyLeader: { presence: <a> } }] }`)
    expect(failure).toMatchObject({ kind: 'expectation', step: 'step 1: a.leaveParty' })
    expect(failure?.details).toEqual([
      expect.stringMatching(/^b hears partyLeader.presence.userId: expected <a.user>, got <b.user>$/),
      expect.stringContaining('sessionId'),
      expect.stringContaining('username'),
      expect.stringMatching(/^b hears partyPresence .*, which should not have come$/),
    ])
    const timeline = failure?.timeline.map((line) => line.replace(/^ *[\d.]+ +/, ''))
    expect(timeline).toContainEqual(expect.stringMatching(/── +step 1: a.leaveParty$/))
    expect(timeline).toContainEqual(expect.stringMatching(/^a +calls +leaveParty { partyId: <party> }$/))
    expect(timeline).toContainEqual(
      expect.stringMatching(/^a +→ +{ cid: '\d+', partyLeave: { partyId: <party> } }$/),
    )
    expect(timeline).toContainEqual(
      expect.stringMatching(/^b +← +{ partyLeader: { partyId: <party>, presence: <b> } }$/),
    )
    expect(timeline).toContainEqual(expect.stringMatching(/^b +hears +partyLeader /))
  })

  it('fails before its first step when what it is given cannot be had', async () => {
    const { failure } = await playCase(`actors: [a, b]
given: { party: { leader: a, members: [b], maxSize: 1 } }
steps: [{ a.ping: {} }]`)
    expect(failure?.step).toBe('before the first step')
    expect(failure?.details).toEqual([
      'given b.joinParty: error party_full (Error joining party: party full)',
    ])
  })

  it.each([
    ['unsupported', { type: 'unsupported', reason: 'not yet' }, 'a.ping unsupported: not yet'],
    ['fault', { type: 'fault', message: 'oops' }, 'a.ping fault: oops'],
    ['hanging', undefined, 'a.ping hanging: nothing came back within 400 ms'],
    ['fault', { type: 'result', value: 3 }, expect.stringContaining('a.ping fault: value must be of type')],
    ['expectation', { type: 'error', message: 'no' }, 'a.ping: expected a result, got error unknown (no)'],
  ])('never merges how a call ends: %s', async (kind, reply, detail) => {
    const { failure } = await playCase('actors: [a]\nsteps: [{ a.ping: {} }]', replying('ping', reply))
    expect(failure).toMatchObject({ kind, details: [detail] })
  })

  it('takes the code of an error from what the server said, where an SDK has none', async () => {
    const reply = { type: 'error', message: 'Error joining party: party full', realtimeCode: 3 }
    const steps = 'steps: [{ a.joinParty: { partyId: p }, error: party_full }]'
    const { failure } = await playCase(`actors: [a]\n${steps}`, replying('joinParty', reply))
    expect(failure).toBeUndefined()
  })

  it('notices that a call ends before its caller has heard of it', async () => {
    const early: (open: OpenLink) => OpenLink = (open) => async (listener) => {
      const events: unknown[] = []
      return open({
        ...listener,
        onEnd: (reason) => listener.onEnd(reason),
        onMessage: (message) => {
          if ((message as { name?: string }).name === 'partyLeader') events.push(message)
          else listener.onMessage(message)
          if ((message as { type: string }).type === 'result')
            for (const event of events.splice(0)) listener.onMessage(event)
        },
      })
    }
    const { failure } = await playCase(
      `actors: [a]
given: { party: { leader: a } }
steps:
  - a.promotePartyMember: { partyId: <party>, presence: <a> }
    answer: last
    events: { a: [{ partyLeader: {} }] }`,
      early,
    )
    expect(failure?.details).toEqual(['a.promotePartyMember ended before a had heard of it'])
  })
})
