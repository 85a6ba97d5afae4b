import type { UserPresence } from '@party/protocol'
import { describe, expect, it } from 'vitest'
import { sendData } from './data.ts'
import { close, listJoinRequests, promote, update } from './leadership.ts'
import { accept, create, join, leave, remove } from './membership.ts'
import { player } from './player.fixture.ts'
import type { Accepted, Outcome, PartyState } from './state.ts'

const [ada, bo, cy, di] = [player('ada'), player('bo'), player('cy'), player('di')]
const everybodyOnline = () => true

function given(options: Partial<PartyState> = {}, ...joiners: UserPresence[]): PartyState {
  const begun = create({ partyId: 'p.n', open: true, hidden: false, maxSize: 4, label: '', creator: ada })
  const members = [ada, ...joiners]
  return { ...stateOf(begun), members, ...options }
}

function stateOf(outcome: Outcome): PartyState {
  if (!outcome.ok || outcome.state === undefined) throw new Error('the party has no state')
  return outcome.state
}

function allowed(outcome: Outcome): Accepted {
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`)
  return outcome
}

/** Who is sent what, in order, as `name: case`; the answer is `->`. */
function told(outcome: Outcome): string[] {
  return allowed(outcome).effects.flatMap((effect) => {
    if (effect.kind === 'reply') return [`-> ${effect.message?.case ?? 'ack'}`]
    if (effect.kind === 'send') return effect.to.map(({ username }) => `${username}: ${effect.message.case}`)
    return []
  })
}

const names = (presences: readonly UserPresence[]) => presences.map(({ username }) => username)
const endsTickets = (outcome: Outcome) =>
  allowed(outcome).effects.some(({ kind }) => kind === 'cancelTickets')

describe('creating a party', () => {
  const options = { partyId: 'p.n', open: false, hidden: true, maxSize: 3, label: '{"a":1}', creator: ada }

  it('makes the creator its leader and only member', () => {
    const party = stateOf(create(options))
    expect(party.leader).toBe(ada)
    expect(names(party.members)).toEqual(['ada'])
  })

  it('tells the creator twice, and label and hidden only in the answer', () => {
    const outcome = create(options)
    expect(told(outcome)).toEqual(['-> party', 'ada: party', 'ada: partyPresenceEvent'])
    expect(outcome.effects[0]).toMatchObject({ message: { value: { label: '{"a":1}', hidden: true } } })
    expect(outcome.effects[1]).toMatchObject({ message: { value: { label: '', hidden: false } } })
  })

  it('answers as usual for a maximum of 0, and counts nobody', () => {
    const outcome = create({ ...options, maxSize: 0 })
    expect(told(outcome)).toEqual(['-> party', 'ada: partyPresenceEvent'])
    expect(outcome.effects[0]).toMatchObject({ message: { value: { leader: ada, presences: [ada] } } })
    expect(stateOf(outcome)).toMatchObject({ leader: undefined, members: [] })
    expect(
      sendData(stateOf(outcome), ada.sessionId, { partyId: 'p.n', opCode: 1, data: new Uint8Array() }),
    ).toEqual({
      ok: false,
      reason: 'party member not found',
    })
  })
})

describe('joining an open party', () => {
  it('goes to the end of the members and shows the joiner the party', () => {
    const outcome = join(given({}, bo), cy)
    expect(names(stateOf(outcome).members)).toEqual(['ada', 'bo', 'cy'])
    expect(told(outcome)).toEqual([
      '-> ack',
      'cy: party',
      'ada: partyPresenceEvent',
      'bo: partyPresenceEvent',
      'cy: partyPresenceEvent',
    ])
  })

  it('counts the leader towards the maximum', () => {
    expect(join(given({ maxSize: 2 }, bo), cy)).toEqual({ ok: false, reason: 'party full' })
  })

  it('ends matchmaking', () => {
    expect(endsTickets(join(given(), bo))).toBe(true)
  })

  it('again is acknowledged and changes nothing but ending matchmaking', () => {
    const party = given({}, bo)
    const outcome = join(party, bo)
    expect(stateOf(outcome)).toBe(party)
    expect(told(outcome)).toEqual(['-> ack'])
    expect(endsTickets(outcome)).toBe(true)
  })

  it('again is refused when the party is full', () => {
    expect(join(given({ maxSize: 2 }, bo), bo)).toEqual({ ok: false, reason: 'party full' })
  })
})

describe('asking to join a closed party', () => {
  const closed = given({ open: false })

  it('is acknowledged and put before the leader alone', () => {
    const outcome = join(given({ open: false }, bo), cy)
    expect(told(outcome)).toEqual(['ada: partyJoinRequest', '-> ack'])
    expect(names(stateOf(outcome).joinRequests)).toEqual(['cy'])
    expect(endsTickets(outcome)).toBe(false)
  })

  it('twice is refused, from another session of the same user too', () => {
    const waiting = stateOf(join(closed, bo))
    expect(join(waiting, bo)).toEqual({ ok: false, reason: 'party join request duplicate' })
    const elsewhere = { ...bo, sessionId: 'session-bo-2' }
    expect(join(waiting, elsewhere)).toEqual({ ok: false, reason: 'party join request duplicate' })
  })

  it('is refused when as many wait as the party takes members', () => {
    const two = stateOf(join(stateOf(join({ ...closed, maxSize: 2 }, bo)), cy))
    expect(join(two, di)).toEqual({ ok: false, reason: 'party join requests full' })
  })

  it('keeps waiting when the party opens', () => {
    const opened = update(stateOf(join(closed, bo)), ada.sessionId, {
      partyId: 'p.n',
      open: true,
      hidden: false,
      label: '',
    })
    expect(names(stateOf(opened).joinRequests)).toEqual(['bo'])
  })
})

describe('accepting a request', () => {
  const waiting = stateOf(join(given({ open: false }), bo))

  it('lets the player in', () => {
    const outcome = accept(waiting, ada.sessionId, bo, everybodyOnline)
    expect(told(outcome)).toEqual([
      '-> ack',
      'bo: party',
      'ada: partyPresenceEvent',
      'bo: partyPresenceEvent',
    ])
    expect(stateOf(outcome)).toMatchObject({ members: [ada, bo], joinRequests: [] })
  })

  it('is for the leader', () => {
    expect(accept({ ...waiting, members: [ada, cy] }, cy.sessionId, bo, everybodyOnline)).toEqual({
      ok: false,
      reason: 'party leader only',
    })
  })

  it('needs user, session and username to be those of the request', () => {
    const renamed = { ...bo, username: 'robert' }
    expect(accept(waiting, ada.sessionId, renamed, everybodyOnline)).toEqual({
      ok: false,
      reason: 'party join request not found',
    })
  })

  it('of a player who has gone is refused and drops the request', () => {
    const outcome = accept(waiting, ada.sessionId, bo, () => false)
    expect(outcome).toMatchObject({
      ok: false,
      reason: 'party could not accept request',
      state: { joinRequests: [] },
    })
  })

  it('of a full party is refused and keeps the request', () => {
    const full = { ...waiting, maxSize: 1 }
    expect(accept(full, ada.sessionId, bo, everybodyOnline)).toEqual({ ok: false, reason: 'party full' })
  })
})

describe('removing', () => {
  it('a member tells it that the party closed, and the others that it left', () => {
    const outcome = remove(given({}, bo, cy), ada.sessionId, bo)
    expect(told(outcome)).toEqual([
      'bo: partyClose',
      '-> ack',
      'ada: partyPresenceEvent',
      'cy: partyPresenceEvent',
    ])
    expect(names(stateOf(outcome).members)).toEqual(['ada', 'cy'])
    expect(endsTickets(outcome)).toBe(true)
  })

  it('a request tells nobody', () => {
    const outcome = remove(stateOf(join(given({ open: false }), bo)), ada.sessionId, bo)
    expect(told(outcome)).toEqual(['-> ack'])
    expect(stateOf(outcome).joinRequests).toEqual([])
  })

  it.each([
    ['by a member', bo.sessionId, ada, 'party leader only'],
    ['of the leader itself', ada.sessionId, ada, 'party cannot remove self'],
    ['of a stranger', ada.sessionId, di, 'party member not found'],
  ])('%s is refused', (_, by, target, reason) => {
    expect(remove(given({}, bo), by, target)).toEqual({ ok: false, reason })
  })
})

describe('leaving', () => {
  it('as a member tells the others', () => {
    expect(told(leave(given({}, bo), bo.sessionId))).toEqual(['-> ack', 'ada: partyPresenceEvent'])
  })

  it('as the leader makes the oldest member lead, announced before the departure', () => {
    const outcome = leave(given({}, bo, cy), ada.sessionId)
    expect(stateOf(outcome).leader).toBe(bo)
    expect(told(outcome)).toEqual([
      '-> ack',
      'bo: partyLeader',
      'cy: partyLeader',
      'bo: partyPresenceEvent',
      'cy: partyPresenceEvent',
    ])
  })

  it('as the last member ends the party', () => {
    expect(leave(given(), ada.sessionId).state).toBeUndefined()
  })

  it('without being in is acknowledged', () => {
    const party = given()
    expect(leave(party, di.sessionId)).toMatchObject({ state: party, effects: [{ kind: 'reply' }] })
  })
})

describe('leading', () => {
  it('passes to a member by promotion, announced before the answer', () => {
    const outcome = promote(given({}, bo), ada.sessionId, bo)
    expect(stateOf(outcome).leader).toBe(bo)
    expect(told(outcome)).toEqual(['ada: partyLeader', 'bo: partyLeader', '-> ack'])
  })

  it('after a promotion goes back to the oldest when the promoted one leaves', () => {
    const led = stateOf(promote(given({}, bo, cy), ada.sessionId, cy))
    expect(stateOf(leave(led, cy.sessionId)).leader).toBe(ada)
  })

  it('cannot be given to a stranger, nor by a member', () => {
    expect(promote(given({}, bo), ada.sessionId, di)).toEqual({ ok: false, reason: 'party member not found' })
    expect(promote(given({}, bo), bo.sessionId, bo)).toEqual({ ok: false, reason: 'party leader only' })
  })

  it('ends the party for all, announced before the answer', () => {
    const outcome = close(given({}, bo), ada.sessionId)
    expect(allowed(outcome).state).toBeUndefined()
    expect(told(outcome)).toEqual(['ada: partyClose', 'bo: partyClose', '-> ack'])
    expect(close(given({}, bo), bo.sessionId)).toEqual({ ok: false, reason: 'party leader only' })
  })

  it('sees who waits, in the order of asking', () => {
    const two = stateOf(join(stateOf(join(given({ open: false }), cy)), bo))
    expect(listJoinRequests(two, ada.sessionId)).toMatchObject({
      effects: [{ kind: 'reply', message: { case: 'partyJoinRequest', value: { presences: [cy, bo] } } }],
    })
    expect(listJoinRequests(two, cy.sessionId)).toEqual({ ok: false, reason: 'party leader only' })
  })
})

describe('sending data', () => {
  const data = { partyId: 'p.n', opCode: 7, data: new Uint8Array([1, 2]) }

  it('reaches everyone but the sender, who is acknowledged', () => {
    expect(told(sendData(given({}, bo, cy), bo.sessionId, data))).toEqual([
      'ada: partyData',
      'cy: partyData',
      '-> ack',
    ])
  })

  it('is for members', () => {
    expect(sendData(given(), bo.sessionId, data)).toEqual({ ok: false, reason: 'party member not found' })
  })
})
