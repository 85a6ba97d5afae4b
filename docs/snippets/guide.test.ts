import { memoryHost, PartyServer } from '@party/server'
import { createTestEnvironment, type TestEnvironment } from '@party/testing'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { signIn } from './connect.ts'
import * as create from './create.ts'
import * as errors from './errors.ts'
import * as find from './find.ts'
import * as join from './join.ts'
import * as leave from './leave.ts'
import * as matchmaking from './matchmaking.ts'
import * as messages from './messages.ts'
import * as promote from './promote.ts'
import * as reconnecting from './reconnecting.ts'
import * as updateAndClose from './update-and-close.ts'

// Every snippet of the guide, run.

let env: TestEnvironment

beforeEach(async () => {
  // Snippets print what a reader would print.
  vi.spyOn(console, 'log').mockReturnValue()
  env = await createTestEnvironment()
})
afterEach(() => env.close())

/** Ada leads an open party that Bo and Cy are in. */
async function partyOfThree() {
  const ada = await env.player('ada')
  const bo = await env.player('bo')
  const cy = await env.player('cy')
  const party = await ada.createParty({ open: true, maxSize: 4 })
  const ofBo = await bo.joinParty(party.partyId, { wait: 'joined' })
  const ofCy = await cy.joinParty(party.partyId, { wait: 'joined' })
  await env.settled()
  return { ada, bo, cy, party, ofBo, ofCy }
}

describe('create', () => {
  it('makes a closed party for four', async () => {
    const party = await create.closedParty(await env.player('ada'))
    expect(party).toMatchObject({ open: false, maxSize: 4, isLeader: true })
  })

  it('makes an open party with a label', async () => {
    const party = await create.openParty(await env.player('ada'))
    expect(JSON.parse(party.label)).toEqual({ mode: 'duo', region: 'eu' })
  })

  it('keeps the roster up to date', async () => {
    const party = await create.look(await env.player('ada'))
    expect(party.members.map(({ username }) => username)).toEqual(['ada'])
  })
})

describe('find', () => {
  it('by a status', async () => {
    const leader = await env.player('ada', { appearOnline: true })
    const friend = await env.player('bo')
    const party = await find.tell(
      leader,
      friend,
      leader.session?.userId ?? '',
    )
    expect(party.members).toHaveLength(2)
  })

  it('by the events of a status', async () => {
    const leader = await env.player('ada', { appearOnline: true })
    const friend = await env.player('bo')
    await friend.followUsers({ usernames: ['ada'] })
    const invitations = find.watch(friend)
    await leader.updateStatus('in the lobby')
    await env.settled()
    expect(invitations).toEqual(['ada: in the lobby'])
  })

  it('in the listing, a second after it was created', async () => {
    const ada = await env.player('ada')
    const party = await create.openParty(ada)
    expect((await find.list(ada)).parties).toEqual([])
    await env.clock.advance(1_000)
    expect((await find.list(ada)).parties).toMatchObject([
      { partyId: party.partyId },
    ])
  })

  it('by a notification', async () => {
    const party = await (await env.player('ada')).createParty({
      open: true,
      maxSize: 4,
    })
    const bo = await env.player('bo')
    find.receiveInvitations(bo)
    await find.invite(env.server, bo.session?.userId ?? '', party.partyId)
    await env.until(() => party.members.length === 2)
    expect(await find.missed(env.client('bo'), bo)).toHaveLength(1)
  })
})

describe('join', () => {
  it('waits until the player is in', async () => {
    const party = await create.openParty(await env.player('ada'))
    const joined = await join.join(await env.player('bo'), party.partyId)
    expect(joined.leader.username).toBe('ada')
  })

  it('asks, and the leader says yes to friends alone', async () => {
    const party = await create.closedParty(await env.player('ada'))
    join.approve(party, (username) => username === 'bo')
    await join.ask(await env.player('bo'), party.partyId)
    await join.ask(await env.player('cy'), party.partyId)
    await env.until(() => party.members.length === 2)
    await env.settled()
    expect(party.joinRequests).toEqual([])
  })

  it('lets everybody in who waits', async () => {
    const party = await create.closedParty(await env.player('ada'))
    await (await env.player('bo')).joinParty(party.partyId)
    await env.until(() => party.joinRequests.length === 1)
    await join.acceptAll(party)
    await env.until(() => party.members.length === 2)
  })
})

describe('leave', () => {
  it('ends the party for who leaves', async () => {
    const { party } = await partyOfThree()
    await leave.leave(party)
    expect(party.ended).toBe('left')
  })

  it('makes the one leader who has been in the party longest', async () => {
    const { party, ofBo } = await partyOfThree()
    const lines = leave.watch(ofBo)
    await party.leave()
    await env.settled()
    expect(lines).toEqual([
      'ada led, now bo does',
      'that is me',
      'ada went',
    ])
  })
})

describe('messages', () => {
  it('arrive as what they were sent as', async () => {
    const { party, ofBo } = await partyOfThree()
    const heard = messages.listen(ofBo)
    await messages.talk(party)
    await env.settled()
    expect(heard).toEqual(['ada: ready? 👋', 'ada is at 3', '3 bytes'])
  })

  it('come back to their sender where that is asked for', async () => {
    const { party } = await partyOfThree()
    expect(await messages.echo(party)).toEqual(['me: shown to me too'])
  })

  it('can be sent by the socket too', async () => {
    const { ada, bo, party } = await partyOfThree()
    expect(await messages.raw(ada, bo, party.partyId)).toEqual([
      'ada (1): hello',
    ])
  })
})

describe('promote', () => {
  it('hands over the lead', async () => {
    const { party, ofCy } = await partyOfThree()
    await promote.promote(party, 'cy')
    expect(party.isLeader).toBe(false)
    expect(ofCy.isLeader).toBe(true)
  })
})

describe('matchmaking', () => {
  it('finds a match for the whole party, in fifteen seconds', async () => {
    const { party, ofBo } = await partyOfThree()
    const state = matchmaking.follow(ofBo)
    await matchmaking.search(party)
    await env.settled()
    expect(state).toEqual({ looking: true, text: '' })
    const di = await env.player('di')
    await di.addMatchmaker({
      minCount: 4,
      maxCount: 4,
      stringProperties: { region: 'eu' },
      numericProperties: { rank: 5 },
    })
    await env.clock.advance(15_000)
    expect(state).toEqual({
      looking: false,
      text: '4 players, token given',
    })
  })

  it('ends when somebody leaves', async () => {
    const { party, ofBo, ofCy } = await partyOfThree()
    const state = matchmaking.follow(ofBo)
    await matchmaking.search(party)
    await ofCy.leave()
    await env.settled()
    expect(state).toEqual({
      looking: false,
      text: 'Somebody came or went: search again',
    })
  })

  it('ends when the leader says so', async () => {
    const { party } = await partyOfThree()
    await matchmaking.search(party)
    await matchmaking.cancel(party)
    expect(party.tickets).toEqual([])
  })

  it('works alone', async () => {
    const { matches } = await matchmaking.alone(await env.player('ada'))
    await matchmaking.alone(await env.player('bo'))
    await env.clock.advance(30_000)
    expect(matches).toEqual([['ada', 'bo']])
  })
})

describe('update and close', () => {
  it('changes only what it names', async () => {
    const { party, ofBo } = await partyOfThree()
    await updateAndClose.update(party)
    expect(ofBo).toMatchObject({ open: true, label: '{"mode":"squad"}' })
  })

  it('tells a kick from a close', async () => {
    const { party, ofBo, ofCy } = await partyOfThree()
    const linesOfBo = updateAndClose.ending(ofBo)
    const linesOfCy = updateAndClose.ending(ofCy)
    await updateAndClose.remove(party, 'bo')
    await env.settled()
    await updateAndClose.close(party)
    await env.settled()
    expect(linesOfBo).toEqual(['The leader removed you.'])
    expect(linesOfCy).toEqual(['The party is over.'])
  })
})

describe('errors', () => {
  it('have a code', async () => {
    const nowhere = '00000000-0000-4000-8000-000000000000.nakama1'
    expect(await errors.join(await env.player('ada'), nowhere)).toBe(
      'That party is over.',
    )
  })

  it('come in time', async () => {
    const { party } = await partyOfThree()
    env.faults.neverAnswer({ player: 'di', operation: 'joinParty' })
    const di = await env.player('di')
    const joining = errors
      .limited(di, party.partyId)
      .catch((error: unknown) => error)
    await env.clock.advance(3_000)
    expect(await joining).toMatchObject({ code: 'timeout' })
  })

  it('that belong to no call have an event', async () => {
    const ada = await env.player('ada')
    const reports: string[] = []
    errors.unsolicited(ada, (text) => reports.push(text))
    env.faults.sendRaw('no envelope', { player: 'ada' })
    await env.settled()
    expect(reports).toEqual([expect.stringMatching(/^malformed_message: /)])
  })
})

describe('reconnecting', () => {
  it('shows how the connection is, and brings the player back', async () => {
    const { bo, party } = await partyOfThree()
    const lines = reconnecting.banner(bo)
    const parties = reconnecting.rejoined(bo)
    env.faults.drop({ player: 'bo' })
    await env.until(() => parties.length > 0, { timeoutMs: 30_000 })
    expect(party.members).toHaveLength(3)
    expect(lines).toEqual([
      'No connection (connection_lost). Trying again.',
      'Connected again.',
    ])
    expect(parties).toEqual(['Back in the party of 3.'])
  })

  it('can be told how', async () => {
    expect(reconnecting.settings(env.client('ada')).state).toBe('idle')
  })

  it('goes on with kept tokens', async () => {
    const { session } = await env.player('ada')
    const storage = new Map([
      ['token', session?.token ?? ''],
      ['refreshToken', session?.refreshToken ?? ''],
    ])
    expect(
      (await reconnecting.resume(env.client('ada'), storage)).state,
    ).toBe('open')
  })
})

describe('the quick start', () => {
  it('prints what the page says', async () => {
    await import('./quick-start/two-players.ts')
    expect(vi.mocked(console.log).mock.calls).toEqual([
      ['2 players in the party'],
      ['Bo says:', 'ready?'],
    ])
  })
})

describe('connect', () => {
  it('signs in and connects, wherever the platform leads', async () => {
    const server = new PartyServer()
    const { fetch, WebSocket } = memoryHost(server)
    vi.stubGlobal('fetch', fetch)
    vi.stubGlobal('WebSocket', WebSocket)
    const socket = await signIn('device-of-ada')
    expect(socket.state).toBe('open')
    socket.disconnect()
    await server.close()
    vi.unstubAllGlobals()
  })
})
