import { readFileSync } from 'node:fs'
import {
  decodeJson,
  decodeText,
  PartyClient,
  type PartyError,
  Session,
  type UserPresence,
} from '@party/client'
import { settled } from '@party/protocol/virtual-clock'
import { PartyServer } from '@party/server'
import { listen } from '@party/server/node'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type House, openHouse, type Player } from './line.fixture.ts'

// What existing SDKs get wrong, asked of ours: against the server, and only through what a game has. The rows are
// those of packages/client/COMPATIBILITY.md.

let house: House
let ada: Player
let bo: Player

beforeEach(async () => {
  house = openHouse()
  ada = await house.enter('ada')
  bo = await house.enter('bo')
})

afterEach(() => house.close())

/** An open party of both, led by ada. */
async function together() {
  const party = await ada.socket.createParty({ open: true, maxSize: 4 })
  const bos = await bo.socket.joinParty(party.partyId, { wait: 'joined' })
  await quiet()
  ada.told.length = 0
  bo.told.length = 0
  return { party, bos, partyId: party.partyId }
}

/** Whatever was on its way has arrived. */
async function quiet(...others: readonly Player[]) {
  for (const { socket } of [ada, bo, ...others]) await socket.ping()
  await settled()
}

const codeOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'no error',
    (error: PartyError) => error.code,
  )

describe('parties', () => {
  it('row 1: a party is created with label and hidden, and the reply shows both', async () => {
    const labelled = await ada.socket.createParty({ open: true, maxSize: 4, label: '{"mode":"duo"}' })
    expect(labelled).toMatchObject({ label: '{"mode":"duo"}', hidden: false })
    expect(await ada.socket.createParty({ open: true, maxSize: 4, hidden: true })).toMatchObject({
      hidden: true,
    })
  })

  it('row 2: who joins is not told label and hidden, and is told as much: both have their defaults', async () => {
    const party = await ada.socket.createParty({ open: true, maxSize: 4, label: '{"mode":"duo"}' })
    const heard = bo.socket.once('party')
    await bo.socket.joinParty(party.partyId)
    expect(await heard).toMatchObject({ label: '', hidden: false, maxSize: 4, open: true })
  })

  it('row 3: the creator gets one party: the event beside the reply is about the same', async () => {
    const party = await ada.socket.createParty({ open: true, maxSize: 4, label: '{"mode":"duo"}' })
    await quiet()
    expect(ada.told.filter((event) => event === 'party')).toHaveLength(1)
    expect([...ada.socket.parties]).toEqual([party])
    expect(party.label).toBe('{"mode":"duo"}')
  })

  it('row 4: an update resolves with what the party is like now', async () => {
    const { partyId } = await together()
    const update = { open: false, hidden: false, label: '{"mode":"trio"}' }
    expect(await ada.socket.updateParty(partyId, update)).toEqual({ partyId, ...update })
  })

  it('row 5: an update reaches the members', async () => {
    const { bos, partyId } = await together()
    await ada.socket.updateParty(partyId, { open: false, label: '{"mode":"trio"}' })
    await quiet()
    expect(bo.told).toEqual(['partyUpdate'])
    expect(bos).toMatchObject({ open: false, label: '{"mode":"trio"}' })
  })

  it('row 6: a promotion resolves with the new leader', async () => {
    const { bos, partyId } = await together()
    const leader = await ada.socket.promotePartyMember(partyId, bos.self)
    expect(leader).toMatchObject({ partyId, presence: { username: 'bo' } })
  })

  it('row 7: when the leader leaves, the others hear of the new one first, and it hears nothing', async () => {
    const { partyId } = await together()
    await ada.socket.leaveParty(partyId)
    await quiet()
    expect(bo.told).toEqual(['partyLeader', 'partyPresence'])
    expect(ada.told).toEqual([])
  })

  it('row 8: who is removed hears that the party is closed, and nothing of its own leave', async () => {
    const { bos, party } = await together()
    await party.remove(bos.self)
    await quiet()
    expect(bo.told).toEqual(['partyClose'])
    expect(bos.ended).toBe('kicked')
  })

  it('row 9: who is refused hears nothing, so that a wait for it ends by its time', async () => {
    const party = await ada.socket.createParty({ open: false, maxSize: 4 })
    const wait = bo.socket.joinParty(party.partyId, { wait: 'joined', timeoutMs: 5_000 })
    const ended = codeOf(wait)
    await quiet()
    for (const player of party.joinRequests) await party.reject(player)
    await quiet()
    expect(bo.told).toEqual([])
    await house.clock.advance(5_000)
    expect(await ended).toBe('timeout')
  })

  it('row 10: join requests are a list, empty or not', async () => {
    const { partyId } = await ada.socket.createParty({ open: false, maxSize: 4 })
    expect((await ada.socket.listPartyJoinRequests(partyId)).presences).toEqual([])
    await bo.socket.joinParty(partyId)
    const { presences } = await ada.socket.listPartyJoinRequests(partyId)
    expect(presences.map(({ username }) => username)).toEqual(['bo'])
  })

  it('row 11: an error of a call without a reply is raised by the call', async () => {
    const { party, partyId } = await together()
    expect(await codeOf(bo.socket.acceptPartyMember(partyId, party.self))).toBe('party_leader_only')
  })

  it('row 12: so is one of creating: locally what can be known, else what the server says', async () => {
    expect(await codeOf(ada.socket.createParty({ open: true, maxSize: 300 }))).toBe('invalid_argument')
    expect(await codeOf(ada.socket.createParty({ open: true, maxSize: 4, label: '[]' }))).toBe(
      'invalid_argument',
    )
    const full = await ada.socket.createParty({ open: true, maxSize: 1 })
    expect(await codeOf(bo.socket.joinParty(full.partyId))).toBe('party_full')
  })

  it('row 13: an error with the number 0 keeps it', async () => {
    const call = ada.socket.createParty({ open: true, maxSize: 4 })
    ada.line.say({ cid: ada.line.sent.at(-1)?.['cid'], error: { message: 'Failed to create party' } })
    await expect(call).rejects.toMatchObject({ realtimeCode: 0, code: 'party_create_failed' })
  })

  it('row 20: data sent by who is no member is refused to who sent it', async () => {
    const party = await ada.socket.createParty({ open: true, maxSize: 4 })
    const sent = bo.socket.sendPartyData(party.partyId, 1, 'hello')
    await expect(sent).rejects.toMatchObject({ code: 'party_member_not_found', operation: 'sendPartyData' })
  })

  it('row 50: presences from events serve to accept, promote and remove', async () => {
    const party = await ada.socket.createParty({ open: false, maxSize: 4 })
    const request = ada.socket.once('partyJoinRequest')
    await bo.socket.joinParty(party.partyId)
    const [player] = (await request).presences as [UserPresence]
    await ada.socket.acceptPartyMember(party.partyId, player)
    await quiet()
    await ada.socket.promotePartyMember(party.partyId, player)
    await bo.socket.removePartyMember(party.partyId, party.self)
    await quiet()
    expect([...bo.socket.parties].map(({ members }) => members.length)).toEqual([1])
  })
})

describe('data', () => {
  async function sends(opCode: number | bigint, data: Parameters<typeof ada.socket.sendPartyData>[2]) {
    const { partyId } = await together()
    const heard = bo.socket.once('partyData')
    await ada.socket.sendPartyData(partyId, opCode, data)
    return heard
  }

  it('row 14: the op code 0 arrives as 0', async () => {
    expect(await sends(0, 'x')).toMatchObject({ opCode: 0 })
  })

  it.each([2 ** 31, 2 ** 53 - 1, 2n ** 53n + 1n, 2n ** 63n - 1n, -(2n ** 63n)])(
    'row 15: the op code %s arrives as it is',
    async (opCode) => {
      expect(await sends(opCode, 'x')).toMatchObject({ opCode })
    },
  )

  it('row 16: nothing at all arrives as no bytes', async () => {
    expect(await sends(1, '')).toMatchObject({ data: new Uint8Array() })
    expect(await sends(1, undefined)).toMatchObject({ data: new Uint8Array() })
  })

  it('row 17: every byte arrives as it is', async () => {
    const data = Uint8Array.from({ length: 256 }, (_, byte) => byte)
    expect((await sends(1, data)).data).toEqual(data)
  })

  it('row 18: of a part of an array only that part is sent', async () => {
    const whole = Uint8Array.from({ length: 256 }, (_, byte) => byte)
    expect((await sends(1, whole.subarray(3, 7))).data).toEqual(Uint8Array.of(3, 4, 5, 6))
    expect((await sends(1, Buffer.from('small'))).data).toEqual(new TextEncoder().encode('small'))
    expect((await sends(1, new DataView(whole.buffer, 250, 2))).data).toEqual(Uint8Array.of(250, 251))
  })

  it('row 19: any text arrives as it is', async () => {
    expect(decodeText((await sends(1, 'Ünïcödé 名前 🎈')).data)).toBe('Ünïcödé 名前 🎈')
    const { partyId } = await together()
    const heard = bo.socket.once('partyData')
    await ada.socket.sendPartyJson(partyId, 1, { name: '名前 🎈' })
    expect(decodeJson((await heard).data)).toEqual({ name: '名前 🎈' })
  })
})

describe('matchmaking', () => {
  it('row 21: countMultiple reaches the server, alone and as a party', async () => {
    const { partyId } = await together()
    await ada.socket.addMatchmaker({ minCount: 2, maxCount: 4, countMultiple: 2 })
    await ada.socket.addMatchmakerParty(partyId, { minCount: 2, maxCount: 4, countMultiple: 2 })
    const [alone, party] = ada.line.sent.slice(-2)
    expect(alone?.['matchmaker_add']).toMatchObject({ min_count: 2, max_count: 4, count_multiple: 2 })
    expect(party?.['party_matchmaker_add']).toMatchObject({ min_count: 2, max_count: 4, count_multiple: 2 })
  })

  it('row 22: the defaults of the SDK are taken', async () => {
    const { partyId } = await together()
    expect((await ada.socket.addMatchmaker()).ticket).not.toBe('')
    expect((await ada.socket.addMatchmakerParty(partyId)).ticket).not.toBe('')
  })

  it('row 49: the members hear of the ticket of their party', async () => {
    const { party, bos } = await together()
    const { ticket } = await party.matchmake()
    await quiet()
    expect(bo.told).toEqual(['partyMatchmakerTicket'])
    expect(bos.tickets).toEqual([ticket])
  })
})

describe('status', () => {
  it('row 23: users who are all offline are followed, and none of them is listed', async () => {
    expect(await ada.socket.followUsers([bo.session.userId])).toEqual({ presences: [] })
  })

  it('row 24: users are followed by name alone', async () => {
    await bo.socket.updateStatus('hi')
    const { presences } = await ada.socket.followUsers({ usernames: ['bo'] })
    expect(presences).toMatchObject([{ username: 'bo', status: 'hi' }])
  })

  it('row 25: going offline and an empty status are two things', async () => {
    await ada.socket.followUsers([bo.session.userId])
    const heard: unknown[] = []
    ada.socket.onStatusPresence(({ joins, leaves }) =>
      heard.push([joins.map(({ status }) => status), leaves.length]),
    )
    await bo.socket.updateStatus('')
    await bo.socket.updateStatus(null)
    await quiet()
    expect(heard).toEqual([
      [[''], 0],
      [[], 1],
    ])
  })

  it('row 26: who wants to appears online when connecting', async () => {
    const cy = await house.enter('cy', {}, true)
    const { presences } = await ada.socket.followUsers([cy.session.userId])
    expect(presences).toMatchObject([{ username: 'cy', status: '' }])
  })

  it("row 27: the player's own change of status is told to the player, as the server does", async () => {
    await ada.socket.updateStatus('hi')
    await quiet()
    expect(ada.told).toEqual(['statusPresence'])
  })
})

describe('sessions', () => {
  it('row 28: a session is refreshed after calls that needed one', async () => {
    await ada.client.listParties(ada.session)
    const { token } = ada.session
    await house.clock.advance(1_000)
    await ada.client.refreshSession(ada.session)
    expect(ada.session.token).not.toBe(token)
    expect(await ada.client.listParties(ada.session)).toMatchObject({ parties: [] })
  })

  it('row 29: variables are in the session', async () => {
    const session = await ada.client.authenticateCustom('with-vars', {
      vars: { level: '3', ключ: 'значение' },
    })
    expect(session.vars).toEqual({ level: '3', ключ: 'значение' })
  })

  it.each(['a~b', 'a?b', 'a>b', 'ünïcödé', '名前🎈'])(
    'row 30: the name %s is read from the token',
    async (username) => {
      const { token } = await ada.client.authenticateCustom(`named-${username}`, { username })
      expect(Session.restore(token).username).toBe(username)
    },
  )
})

describe('the connection', () => {
  it('row 31: when the server closes it, calls end at once', async () => {
    ada.line.silence()
    const call = codeOf(ada.socket.ping())
    ada.line.close(1001, 'going away')
    expect(await call).toBe('disconnected')
  })

  it('row 32: a server that falls silent is noticed within the time of the heartbeat', async () => {
    const cy = await house.enter('cy', { heartbeat: { intervalMs: 5_000, timeoutMs: 3_000 } })
    const why = vi.fn()
    cy.socket.onDisconnect(why)
    cy.line.silence()
    await house.clock.advance(8_000)
    expect(why).toHaveBeenCalledWith(expect.objectContaining({ code: 'heartbeat_timeout' }))
    expect(cy.socket.state).toBe('closed')
  })

  it('row 33: a call that is not answered ends by its time', async () => {
    ada.line.silence()
    const call = codeOf(ada.socket.createParty(true, 2, { timeoutMs: 2_000 }))
    await house.clock.advance(2_000)
    expect(await call).toBe('timeout')
  })

  it('row 34: its end is told once, also when the game has ended it', async () => {
    ada.socket.disconnect()
    ada.socket.disconnect()
    await settled()
    expect(ada.told).toEqual(['disconnect'])
  })

  it('row 35: an error that belongs to no call is told', () => {
    const heard = vi.fn()
    ada.socket.onError(heard)
    ada.line.say({ error: { code: 3, message: 'something went wrong' } })
    expect(heard).toHaveBeenCalledWith(expect.objectContaining({ code: 'invalid_input', realtimeCode: 3 }))
  })

  it('row 37: a heartbeat that is lost leaves no rejection that nobody handles', async () => {
    const unhandled = vi.fn()
    process.on('unhandledRejection', unhandled)
    const cy = await house.enter('cy', { heartbeat: { intervalMs: 5_000, timeoutMs: 3_000 } })
    cy.line.silence()
    await house.clock.advance(8_000)
    await new Promise((resolve) => setImmediate(resolve))
    process.off('unhandledRejection', unhandled)
    expect(unhandled).not.toHaveBeenCalled()
  })

  it('row 38: a handshake that is refused for its token is told from a server that is not there', async () => {
    const host = await listen(new PartyServer(), { port: 0 })
    const client = new PartyClient({ port: host.port })
    const forged = Session.restore(ada.session.token.replace(/\.[^.]*$/, '.c2lnbmF0dXJl'))
    expect(await codeOf(client.createSocket().connect(forged))).toBe('unauthenticated')
    await host.close()
    expect(await codeOf(client.createSocket().connect(forged))).toBe('connection_failed')
  })

  it('row 39: the same socket connects again', async () => {
    ada.socket.disconnect()
    await ada.socket.connect(ada.session)
    expect(await ada.socket.createParty(true, 2)).toMatchObject({ leader: { username: 'ada' } })
  })

  it('row 40: any number of users share a process', () => {
    expect([ada.socket.session?.username, bo.socket.session?.username]).toEqual(['ada', 'bo'])
  })
})

describe('other versions of the server', () => {
  it('row 41: a message of a kind that is not known is passed over', async () => {
    ada.line.say({ party_dance: { party_id: 'p' } })
    expect(ada.told).toEqual([])
    expect(await ada.socket.createParty(true, 2)).toMatchObject({ maxSize: 2 })
  })

  it('row 42: a field that is not known is passed over', () => {
    const heard = vi.fn()
    ada.socket.onPartyClose(heard)
    ada.line.say({ party_close: { party_id: 'p', farewell: 'bye' } })
    expect(heard).toHaveBeenCalledWith({ partyId: 'p' })
  })

  it('row 43: label and hidden are sent only when they are set', async () => {
    await ada.socket.createParty({ open: false, maxSize: 4 })
    expect(ada.line.sent.at(-1)?.['party_create']).toEqual({ max_size: 4 })
  })

  it('row 44: a message that is too large is refused, and the connection stays', async () => {
    const { partyId } = await together()
    const sent = ada.socket.sendPartyData(partyId, 1, 'x'.repeat(4096))
    await expect(sent).rejects.toMatchObject({ code: 'message_too_large', argument: 'data', partyId })
    expect(ada.socket.state).toBe('open')
  })
})

describe('listings', () => {
  const find = (mode: string) => ({ query: `+label.mode:${mode}` })

  it('row 45: parties are listed by label and page by page, a second after at the latest', async () => {
    for (const mode of ['duo', 'trio', 'duo']) {
      await ada.socket.createParty({ open: true, maxSize: 4, label: JSON.stringify({ mode }) })
    }
    await house.clock.advance(1_000)
    const first = await ada.socket.listParties({ ...find('duo'), limit: 1 })
    const second = await ada.socket.listParties({ ...find('duo'), limit: 1, cursor: first.cursor })
    expect([first, second].map(({ parties }) => parties.map(({ label }) => label))).toEqual([
      ['{"mode":"duo"}'],
      ['{"mode":"duo"}'],
    ])
    expect(first.parties[0]?.partyId).not.toBe(second.parties[0]?.partyId)
  })

  it('row 46: a party without a label is listed with the label {}, as the server says it', async () => {
    await ada.socket.createParty({ open: true, maxSize: 4 })
    await house.clock.advance(1_000)
    expect((await ada.socket.listParties()).parties).toMatchObject([{ label: '{}' }])
  })

  it('row 47: what the server leaves out is an empty list', async () => {
    const heard = vi.fn()
    ada.socket.onPartyPresence(heard)
    ada.socket.onParty(heard)
    ada.line.say({ party_presence_event: { party_id: 'p' } })
    ada.line.say({ party: { party_id: 'p' } })
    expect(heard).toHaveBeenNthCalledWith(1, { partyId: 'p', joins: [], leaves: [] })
    expect(heard).toHaveBeenNthCalledWith(2, expect.objectContaining({ presences: [] }))
  })

  it('row 48: a visible party is not hidden', async () => {
    expect(await ada.socket.createParty({ open: true, maxSize: 4 })).toMatchObject({ hidden: false })
    await house.clock.advance(1_000)
    expect((await ada.socket.listParties()).parties).toMatchObject([{ hidden: false }])
  })
})

it('each row of the list is answered by a test of this file, or in words', () => {
  const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
  const rows = [...read('../../client/COMPATIBILITY.md').matchAll(/^\|\s*(\d+)\s*\|.*\|\s*(\S+)[^|]*\|$/gm)]
  expect(rows.map(([, number]) => Number(number))).toEqual(
    Array.from({ length: 50 }, (_, index) => index + 1),
  )
  const here = read('./client-checklist.test.ts')
  const promised = rows.filter(([, , answer]) => answer === 'test').map(([, number]) => number)
  expect(promised.filter((number) => !new RegExp(`['"]row ${number}: `).test(here))).toEqual([])
})
