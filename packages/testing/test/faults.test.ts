import type { PartySocket } from '@party/client'
import { afterEach, describe, expect, it } from 'vitest'
import { createTestEnvironment, type TestEnvironment } from '../src/index.ts'

let env: TestEnvironment
afterEach(() => env.close())

/** Ada and ben, connected, and how calls of theirs end. */
async function twoPlayers() {
  env = await createTestEnvironment()
  return { ada: await env.player('ada'), ben: await env.player('ben') }
}

/** Ada and ben in an open party that ada leads. */
async function party() {
  const { ada, ben } = await twoPlayers()
  const { partyId } = await ada.createParty({ open: true, maxSize: 4 })
  await ben.joinParty(partyId)
  await env.settled()
  return { ada, ben, partyId }
}

/** What a call ends with: its code, or `done`. */
function outcome(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  )
}

async function disconnectOf(socket: PartySocket) {
  const { code, reason } = await env.waitFor(socket, 'disconnect')
  return { code, reason }
}

function received(name: string): (string | undefined)[] {
  const frames = env.frames(name).filter(({ direction }) => direction === 'received')
  return frames.map(({ envelope }) => envelope && (envelope.message?.case ?? 'ok'))
}

function members(): (string | undefined)[] | undefined {
  return env.server.inspect().parties[0]?.members.map(({ username }) => username)
}

describe('on the way to a connection', () => {
  it('the network refuses: nothing is reached, by handshake or by HTTP, until that is lifted', async () => {
    env = await createTestEnvironment()
    const session = await env.client('ada').authenticateCustom('custom-id-of-ada', { username: 'ada' })
    const lift = env.faults.refuseConnection({ player: 'ada' })
    const socket = env.client('ada').createSocket()
    expect(await outcome(socket.connect(session))).toBe('connection_failed')
    expect(await outcome(env.client('ada').listParties(session))).toBe('network_error')
    expect(await outcome(env.player('ben'))).toBe('done')
    lift()
    expect(await outcome(socket.connect(session))).toBe('done')
  })

  it('the token is refused, once', async () => {
    env = await createTestEnvironment()
    const session = await env.client('ada').authenticateCustom('custom-id-of-ada', { username: 'ada' })
    const socket = env.client('ada').createSocket()
    env.faults.refuseToken({ player: 'ada', times: 2 })
    expect(await outcome(socket.connect(session))).toBe('unauthenticated')
    expect(env.timeline()).toContain('<= GET /ws: 401')
    env.faults.liftAll()
    expect(await outcome(socket.connect(session))).toBe('done')
  })

  it('the handshake is never answered, and nobody comes in late', async () => {
    env = await createTestEnvironment()
    const lift = env.faults.ignoreHandshake({ player: 'ada' })
    const connecting = outcome(env.player('ada', { timeoutMs: 5_000 }))
    await env.clock.advance(5_000)
    expect(await connecting).toBe('timeout')
    lift()
    await env.settled()
    expect(env.server.inspect().sessions).toEqual([])
  })

  it('the handshake is answered late', async () => {
    env = await createTestEnvironment()
    env.faults.delay(3_000, { operation: 'connect' })
    const connecting = env.player('ada')
    await env.clock.advance(2_999)
    expect(env.server.inspect().sessions).toEqual([])
    await env.clock.advance(1)
    expect((await connecting).state).toBe('open')
  })
})

describe('on a slow line', () => {
  it('answers and events are late by the same time, in order', async () => {
    const { ada, ben } = await twoPlayers()
    env.faults.delay(200, { player: 'ada' })
    const created = ada.createParty({ open: true, maxSize: 4 })
    await env.clock.advance(199)
    expect(received('ada')).toEqual([])
    await env.clock.advance(1)
    const { partyId } = await created
    expect(received('ada')).toEqual(['party', 'party', 'partyPresenceEvent'])
    expect(await outcome(ben.joinParty(partyId))).toBe('done')
    await env.clock.advance(200)
    expect(await env.waitFor(ada, 'partyPresence', ({ joins }) => joins[0]?.username === 'ben')).toBeDefined()
  })

  it('one operation is answered late, too late for its caller', async () => {
    const { ada } = await twoPlayers()
    env.faults.delay(12_000, { operation: 'createParty', times: 1 })
    const created = outcome(ada.createParty({ maxSize: 2 }))
    await env.clock.advance(10_000)
    expect(await created).toBe('timeout')
    await env.clock.advance(2_000)
    // The answer that comes after all is no answer any more, and harms nobody.
    expect(await outcome(ada.createParty({ maxSize: 2 }))).toBe('done')
  })

  it('HTTP is late too', async () => {
    const { ada } = await twoPlayers()
    env.faults.delay(700, { operation: 'listParties' })
    const listed = outcome(ada.listParties())
    await env.clock.advance(699)
    expect(env.timeline()).not.toContain('/v2/party: 200')
    await env.clock.advance(1)
    expect(await listed).toBe('done')
  })

  it('jitter is another each time, within its bounds, and never changes the order', async () => {
    const { ada, ben, partyId } = await party()
    env.faults.jitter(500, { player: 'ben' })
    for (let n = 0; n < 20; n++) {
      await ada.sendPartyData(partyId, n, '')
      await env.clock.advance(100)
    }
    await env.clock.advance(500)
    const frames = env.frames(ben).filter(({ envelope }) => envelope?.message?.case === 'partyData')
    const opCodes = frames.map(({ envelope }) => {
      return envelope?.message?.case === 'partyData' ? envelope.message.value.opCode : undefined
    })
    expect(opCodes).toEqual(Array.from({ length: 20 }, (_, n) => n))
    expect(new Set(frames.map(({ atMs }) => atMs)).size).toBeGreaterThan(5)
  })
})

describe('at the end of a connection', () => {
  it('it breaks without a close frame: calls end, the others see the player go', async () => {
    const { ada, ben } = await party()
    env.faults.neverAnswer({ player: 'ada' })
    const asked = outcome(ada.ping())
    env.faults.drop({ player: 'ada' })
    expect((await disconnectOf(ada)).code).toBe('connection_lost')
    expect(await asked).toBe('disconnected')
    expect((await env.waitFor(ben, 'partyLeader')).presence.username).toBe('ben')
  })

  it('it breaks in the middle of a request', async () => {
    const { ada } = await twoPlayers()
    env.faults.drop({ player: 'ada', operation: 'createParty', times: 1 })
    expect(await outcome(ada.createParty({ maxSize: 2 }))).toBe('disconnected')
    expect(env.server.inspect().parties).toEqual([])
  })

  it('it breaks and the server does not notice until no pong comes: a ghost stays in the party', async () => {
    const { ada, ben } = await party()
    env.faults.drop({ player: 'ada', unnoticed: true })
    expect((await disconnectOf(ada)).code).toBe('connection_lost')
    ada.disconnect()
    await env.clock.advance(20_000)
    expect(members()).toEqual(['ada', 'ben'])
    await env.waitFor(ben, 'partyLeader', undefined, { timeoutMs: 10_000 })
    expect(members()).toEqual(['ben'])
  })

  it('the server closes it, with a code and a reason', async () => {
    const { ada } = await twoPlayers()
    env.faults.close(1001, 'back in five minutes', { player: 'ada' })
    expect(await disconnectOf(ada)).toEqual({ code: 'server_closed', reason: 'back in five minutes' })
    const ben = await env.player('ben')
    env.faults.close(1009, '', { player: 'ben', operation: 'createParty' })
    expect(await outcome(ben.createParty({ maxSize: 2 }))).toBe('disconnected')
    expect((await disconnectOf(ben)).code).toBe('message_too_large')
  })

  it('the player reads nothing any more: its heartbeat finds out, and so does the server', async () => {
    const { ada, ben, partyId } = await party()
    const lift = env.faults.stopReading({ player: 'ada' })
    for (let n = 0; n < 100; n++) await ben.sendPartyData(partyId, 1, 'are you there?')
    await env.settled()
    expect(members()).toEqual(['ben'])
    expect(received('ada')).not.toContain('partyData')
    await env.clock.advance(20_000)
    expect((await disconnectOf(ada)).code).toBe('heartbeat_timeout')
    lift()
  })

  it('the player reads again, and hears what has piled up', async () => {
    const { ada, ben, partyId } = await party()
    const lift = env.faults.stopReading({ player: 'ada' })
    for (let n = 0; n < 10; n++) await ben.sendPartyData(partyId, n, '')
    await env.settled()
    expect(received('ada')).not.toContain('partyData')
    lift()
    for (let n = 0; n < 10; n++) expect((await env.waitFor(ada, 'partyData')).opCode).toBe(n)
    expect(ada.state).toBe('open')
  })

  it('the player answers no pings: the server gives it up after 25 seconds', async () => {
    const { ada } = await party()
    env.faults.ignorePings({ player: 'ada' })
    await env.clock.advance(24_999)
    expect(ada.state).toBe('open')
    await env.clock.advance(1)
    expect(await disconnectOf(ada)).toEqual({ code: 'server_closed', reason: 'no pong within 25000 ms' })
  })

  it('a second login kicks the first', async () => {
    const { ada, ben } = await party()
    env.faults.kick({ player: 'ada' })
    const { notifications } = await env.waitFor(ada, 'notifications')
    expect(notifications).toMatchObject([{ code: -7, subject: 'single_socket' }])
    expect((await disconnectOf(ada)).code).toBe('connected_elsewhere')
    expect((await env.waitFor(ben, 'partyLeader')).presence.username).toBe('ben')
  })

  it('the server starts again: sockets and parties are gone, accounts are there, and the same clients come back', async () => {
    const { ada, ben } = await party()
    const { session } = ada
    if (session === undefined) throw new Error('ada is not signed in')
    env.faults.restart()
    expect((await disconnectOf(ada)).code).toBe('connection_lost')
    expect((await disconnectOf(ben)).code).toBe('connection_lost')
    expect(received('ben')).not.toContain('partyLeader')
    expect(env.server.inspect()).toMatchObject({ sessions: [], parties: [] })
    await ada.connect(session)
    expect(await outcome(ada.createParty({ maxSize: 2 }))).toBe('done')
    expect(env.server.inspect().sessions[0]?.userId).toBe(session.userId)
    const again = await env.client('ada').authenticateCustom('test-player:ada', { create: false })
    expect(again.userId).toBe(session.userId)
  })
})

describe('in the answers', () => {
  it('the next request of a kind is refused, by a code of the SDK’s', async () => {
    const { ada, ben, partyId } = await party()
    env.faults.answerWith('party_full', { player: 'ben', operation: 'joinParty', times: 1 })
    expect(await outcome(ben.joinParty(partyId))).toBe('party_full')
    expect(await outcome(ben.joinParty(partyId))).toBe('done')
    expect(await outcome(ada.ping())).toBe('done')
  })

  it('… or by what a server would say', async () => {
    const { ada } = await twoPlayers()
    env.faults.answerWith({ code: 7, message: 'No parties on Mondays.' }, { operation: 'createParty' })
    await expect(ada.createParty({ maxSize: 2 })).rejects.toMatchObject({
      code: 'server_function_failed',
      message: 'No parties on Mondays.',
      realtimeCode: 7,
    })
  })

  it('over HTTP too: by a code of the SDK’s, of gRPC, or an HTTP status', async () => {
    const { ada } = await twoPlayers()
    env.faults.answerWith('unavailable', { operation: 'listParties', times: 1 })
    expect(await outcome(ada.listParties())).toBe('unavailable')
    env.faults.answerWith({ code: 7, message: 'Not here.' }, { operation: 'listParties', times: 1 })
    expect(await outcome(ada.listParties())).toBe('permission_denied')
    env.faults.answerWith({ code: 429, message: 'Slow down.' }, { operation: 'listParties', times: 1 })
    expect(await outcome(ada.listParties())).toBe('rate_limited')
    env.faults.answerWith('refresh_token_invalid', { operation: 'refreshSession', player: 'ada' })
    const { session } = ada
    if (session === undefined) throw new Error('ada is not signed in')
    expect(await outcome(env.client('ada').refreshSession(session))).toBe('refresh_token_invalid')
    expect(await outcome(env.player('cleo'))).toBe('done')
  })

  it('a request is never answered, and never done', async () => {
    const { ada } = await twoPlayers()
    env.faults.neverAnswer({ operation: 'createParty', times: 1 })
    const created = outcome(ada.createParty({ maxSize: 2 }))
    await env.clock.advance(10_000)
    expect(await created).toBe('timeout')
    expect(env.server.inspect().parties).toEqual([])
  })

  it('a request is done, and its answer lost', async () => {
    const { ada } = await twoPlayers()
    env.faults.neverAnswer({ operation: 'createParty', handled: true, times: 1 })
    const created = outcome(ada.createParty({ maxSize: 2 }))
    await env.clock.advance(10_000)
    expect(await created).toBe('timeout')
    expect(env.server.inspect().parties).toHaveLength(1)
    expect(received('ada')).toContain('partyPresenceEvent')
  })

  it('an HTTP call is never answered', async () => {
    const { ada } = await twoPlayers()
    env.faults.neverAnswer({ operation: 'listParties', times: 1 })
    const listed = outcome(ada.listParties())
    await env.clock.advance(10_000)
    expect(await listed).toBe('timeout')
  })

  it('the answer and its events arrive twice', async () => {
    const { ada } = await twoPlayers()
    env.faults.duplicate({ operation: 'createParty', times: 1 })
    expect(await outcome(ada.createParty({ maxSize: 2 }))).toBe('done')
    await env.settled()
    expect(received('ada')).toEqual([
      'party',
      'party',
      'party',
      'party',
      'partyPresenceEvent',
      'partyPresenceEvent',
    ])
    expect(await outcome(ada.ping())).toBe('done')
  })

  it('the answer arrives after its events, as on Nakama it may', async () => {
    const { ada, ben } = await twoPlayers()
    env.faults.reorder()
    const { partyId } = await ada.createParty({ open: true, maxSize: 2, label: '{"mode":"duo"}' })
    await ben.joinParty(partyId)
    const answered = (name: string) =>
      env
        .frames(name)
        .findIndex(
          ({ envelope }) =>
            envelope?.cid === '1' &&
            envelope.message?.case !== 'partyCreate' &&
            envelope.message?.case !== 'partyJoin',
        )
    expect(env.frames('ada')[answered('ada')]?.envelope?.message).toMatchObject({
      case: 'party',
      value: { label: '{"mode":"duo"}' },
    })
    expect(received('ada').slice(0, 3)).toEqual(['party', 'partyPresenceEvent', 'party'])
    expect(received('ben')).toEqual(['party', 'partyPresenceEvent', 'ok'])
  })

  it('a frame arrives that no server would send', async () => {
    const { ada } = await twoPlayers()
    env.faults.sendRaw('{"party": 7', { player: 'ada' })
    expect((await env.waitFor(ada, 'error')).code).toBe('malformed_message')
    env.faults.sendRaw('{"something_new": {}, "cid": ""}', { player: 'ada' })
    expect(await outcome(ada.ping())).toBe('done')
    expect(ada.state).toBe('open')
  })
})

describe('a fault', () => {
  it('is lifted by its undo, at the second call too', async () => {
    const { ada } = await twoPlayers()
    const lift = env.faults.answerWith('server_error')
    expect(await outcome(ada.createParty({ maxSize: 2 }))).toBe('server_error')
    lift()
    lift()
    expect(await outcome(ada.createParty({ maxSize: 2 }))).toBe('done')
    expect(env.timeline().match(/! answerWith/g)).toHaveLength(2)
  })

  it('can be aimed at one of several sessions of a player', async () => {
    env = await createTestEnvironment()
    const [phone, desktop] = [await env.player('ada'), await env.player('ada')]
    const [first] = env.server.inspect().sessions
    env.faults.drop({ player: 'ada', sessionId: first?.sessionId })
    expect((await disconnectOf(phone)).code).toBe('connection_lost')
    expect(desktop.state).toBe('open')
  })

  it('is refused when it would do nothing, or nothing that makes sense', async () => {
    await twoPlayers()
    const { faults } = env
    expect(() => faults.drop({ player: 'nobody' })).toThrow('no connection is open of nobody')
    expect(() => faults.drop({ player: 'ada', times: 2 })).toThrow('it takes no times')
    expect(() => faults.drop({ operation: 'connect' })).toThrow('connect is the handshake')
    expect(() => faults.close(1006, '')).toThrow('drop() closes without one')
    expect(() => faults.reorder({ operation: 'listParties' })).toThrow('a call over HTTP')
    expect(() => faults.refuseConnection({ operation: 'createParty' })).toThrow('an open connection')
    expect(() => faults.answerWith('timeout')).toThrow('no server answers with timeout')
    expect(() => faults.answerWith('party_full', { operation: 'listParties' })).toThrow('over HTTP')
    expect(() => faults.delay(-1)).toThrow('a delay is 0 ms or more')
    expect(() => faults.jitter(Number.NaN)).toThrow('a delay is 0 ms or more')
    expect(() => faults.delay(1, { times: 0 })).toThrow('a whole number above 0')
    expect(() => faults.delay(1, { operation: 'createPartyy' as never })).toThrow('no operation createPartyy')
    expect(env.timeline()).not.toContain('!')
  })
})
