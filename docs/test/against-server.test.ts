import { type LiveParty, PartyClient, type PartyClientOptions, type PartySocket } from '@party/client'
import { protobuf } from '@party/client/protobuf'
import { PartyServer } from '@party/server'
import { listen } from '@party/server/node'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { tour } from './platforms/tour.ts'

// What a game may rely on, whichever server it plays on. Our own is started for this, unless another one is named:
//
//     PARTY_TEST_SERVER=http://127.0.0.1:7350 PARTY_TEST_SERVER_KEY=defaultkey \
//       npx -y pnpm@10 exec vitest run docs/test/against-server.test.ts
//
// Everything goes through the public API, and waits for what has to come rather than for time to pass.

const named = process.env['PARTY_TEST_SERVER']

let server: PartyClientOptions
let close = async (): Promise<void> => {}

beforeAll(async () => {
  if (named === undefined) {
    const host = await listen(new PartyServer({ config: { matchmaker: { intervalSec: 1 } } }), { port: 0 })
    close = () => host.close()
    server = { port: host.port }
  } else {
    const { hostname, port, protocol } = new URL(named)
    const ssl = protocol === 'https:'
    const serverKey = process.env['PARTY_TEST_SERVER_KEY'] ?? 'defaultkey'
    server = { host: hostname, port: Number(port || (ssl ? 443 : 80)), ssl, serverKey }
  }
})

afterAll(() => close())

/** Longer than any server takes for one step, a round of its matchmaker included. */
const patience = { timeout: 60_000, interval: 20 }

const players: PartySocket[] = []

afterEach(() => {
  for (const player of players.splice(0)) player.disconnect()
})

describe.each(['json', 'protobuf'] as const)(`on ${named ?? 'our server'}, in %s`, (format) => {
  const options = (): PartyClientOptions => ({ ...server, ...(format === 'protobuf' && { codec: protobuf }) })

  /** A new player, connected, whose connection can be cut. */
  async function enter(name: string) {
    const sockets: WebSocket[] = []
    class Cuttable extends WebSocket {
      constructor(url: string) {
        super(url)
        sockets.push(this)
      }
    }
    const client = new PartyClient({ ...options(), WebSocket: Cuttable, reconnect: { baseMs: 50 } })
    const socket = client.createSocket()
    players.push(socket)
    const id = `${name}-${crypto.randomUUID()}`
    const session = await client.authenticateCustom(id, { username: id })
    await socket.connect(session)
    const cut = () => sockets.at(-1)?.close(4000, 'cut')
    return { client, socket, session, cut, userId: session.userId }
  }

  type Player = Awaited<ReturnType<typeof enter>>

  /** A party of these players; the first one leads. */
  async function partyOf([leader, ...others]: readonly [Player, ...Player[]], open = true) {
    const party = await leader.socket.createParty({ open, maxSize: 8 })
    const parties: LiveParty[] = [party]
    for (const { socket } of others) {
      const joining = socket.joinParty(party.partyId, { wait: 'joined' })
      if (!open) {
        await vi.waitFor(() => expect(party.joinRequests).toHaveLength(1), patience)
        for (const request of party.joinRequests) await party.accept(request)
      }
      parties.push(await joining)
    }
    const expected = [leader, ...others].map(({ userId }) => userId)
    for (const each of parties) {
      await vi.waitFor(() => expect(each.members.map(({ userId }) => userId)).toEqual(expected), patience)
    }
    return parties
  }

  it('a whole party, step by step', async () => {
    expect(await tour(options())).toHaveLength(18)
  }, 60_000)

  it('everyone sees the same members in the same order, and the longest one leads next', async () => {
    const ada = await enter('ada')
    const bo = await enter('bo')
    const cy = await enter('cy')
    const [adas, bos, cys] = await partyOf([ada, bo, cy])
    await adas?.leave()
    for (const party of [bos, cys]) {
      await vi.waitFor(() => {
        expect(party?.members.map(({ userId }) => userId)).toEqual([bo.userId, cy.userId])
        expect(party?.leader.userId).toBe(bo.userId)
      }, patience)
    }
    expect([adas?.ended, bos?.isLeader, cys?.isLeader]).toEqual(['left', true, false])
  }, 60_000)

  it('a member learns whether it was removed or the party closed', async () => {
    const ada = await enter('ada')
    const bo = await enter('bo')
    const cy = await enter('cy')
    const [adas, bos, cys] = await partyOf([ada, bo, cy])
    if (bos) await adas?.remove(bos.self)
    await vi.waitFor(() => expect(bos?.ended).toBe('kicked'), patience)
    await adas?.close()
    await vi.waitFor(() => expect(cys?.ended).toBe('closed'), patience)
    expect(adas?.ended).toBe('closed')
    expect([ada, bo, cy].map(({ socket }) => socket.parties.size)).toEqual([0, 0, 0])
  }, 60_000)

  it('who loses the connection comes back into an open party', async () => {
    const ada = await enter('ada')
    const bo = await enter('bo')
    const [adas, bos] = await partyOf([ada, bo])
    const outcomes: string[] = []
    bo.socket.onPartyRejoin(({ outcome }) => outcomes.push(outcome))
    bo.cut()
    await vi.waitFor(() => expect(outcomes).toEqual(['rejoined']), patience)
    expect(bo.socket.parties.get(adas?.partyId ?? '')).toBe(bos)
    for (const party of [adas, bos]) {
      await vi.waitFor(() => {
        expect(party?.members.map(({ userId }) => userId)).toEqual([ada.userId, bo.userId])
      }, patience)
    }
  }, 60_000)

  it('and asks again to be let into a closed one', async () => {
    const ada = await enter('ada')
    const bo = await enter('bo')
    const [adas, bos] = await partyOf([ada, bo], false)
    const outcomes: string[] = []
    bo.socket.onPartyRejoin(({ outcome }) => outcomes.push(outcome))
    bo.cut()
    await vi.waitFor(() => expect(outcomes).toEqual(['requested']), patience)
    await vi.waitFor(() => expect(adas?.joinRequests).toHaveLength(1), patience)
    for (const request of adas?.joinRequests ?? []) await adas?.accept(request)
    await vi.waitFor(() => expect(outcomes).toEqual(['requested', 'rejoined']), patience)
    expect(bos).toMatchObject({ stale: false, ended: undefined })
  }, 60_000)

  it('a change of members ends the search for a match, which the client tells', async () => {
    const ada = await enter('ada')
    const bo = await enter('bo')
    const cy = await enter('cy')
    const [adas, bos] = await partyOf([ada, bo])
    const cancelled = vi.fn()
    for (const party of [adas, bos]) party?.on('matchmakingCancelled', cancelled)
    const ticket = await adas?.matchmake({ query: '+properties.nobody:1', maxCount: 4 })
    await vi.waitFor(() => expect(bos?.tickets).toEqual([ticket?.ticket]), patience)
    await cy.socket.joinParty(adas?.partyId ?? '')
    await vi.waitFor(() => expect(cancelled).toHaveBeenCalledTimes(2), patience)
    expect(cancelled).toHaveBeenCalledWith({ ticket: ticket?.ticket, cause: 'membership' })
  }, 60_000)

  it('a party and a single player are matched', async () => {
    const ada = await enter('ada')
    const bo = await enter('bo')
    const cy = await enter('cy')
    const [adas, bos] = await partyOf([ada, bo])
    const mode = crypto.randomUUID().replaceAll('-', '')
    const wanted = { minCount: 3, maxCount: 3, query: `+properties.mode:${mode}`, stringProperties: { mode } }
    const heard = [ada, bo, cy].map(({ socket }) => socket.once('matchmakerMatched', { timeoutMs: 60_000 }))
    await adas?.matchmake(wanted)
    await cy.socket.addMatchmaker(wanted)
    for (const match of await Promise.all(heard)) {
      const ids = match.users.map(({ presence, partyId }) => [presence.userId, partyId])
      expect(new Map(ids.map(([userId, partyId]) => [userId, partyId]))).toEqual(
        new Map([ada.userId, bo.userId, cy.userId].map((id) => [id, id === cy.userId ? '' : bos?.partyId])),
      )
      expect(match.token).toBeTruthy()
    }
    await vi.waitFor(() => expect(bos?.tickets).toEqual([]), patience)
  }, 90_000)

  it('a party is found by its label, page after page', async () => {
    const ada = await enter('ada')
    const mode = crypto.randomUUID().replaceAll('-', '')
    const ids: string[] = []
    for (let index = 0; index < 3; index++) {
      const { partyId } = await ada.socket.createParty({
        open: true,
        maxSize: 2,
        label: JSON.stringify({ mode }),
      })
      ids.push(partyId)
    }
    const search = { query: `+label.mode:${mode}`, limit: 2 }
    await vi.waitFor(async () => {
      const first = await ada.socket.listParties(search)
      const second = await ada.client.listParties(ada.session, { ...search, cursor: first.cursor })
      const found = [...first.parties, ...second.parties].map(({ partyId }) => partyId)
      expect(found.sort()).toEqual([...ids].sort())
    }, patience)
  }, 60_000)
})
