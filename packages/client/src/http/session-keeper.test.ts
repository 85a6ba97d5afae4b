import { settled, VirtualClock } from '@party/protocol/virtual-clock'
import { describe, expect, it } from 'vitest'
import { connectedSocket } from '../../test/connected.ts'
import { inTheFuture, tokenOf } from '../../test/tokens.ts'
import { PartyClient } from '../client.ts'
import type { PartyError } from '../error.ts'
import type { PartyClientOptions } from '../settings.ts'
import { Session } from './session.ts'

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'ok',
    (error: PartyError) => error.code,
  )

/** The virtual clock begins a minute before this. */
const ends = inTheFuture
const old = tokenOf('ada', ends)
const refresh = tokenOf('ada', ends + 3600)
const fresh = tokenOf('ada', ends + 60)

interface Sent {
  readonly path: string
  readonly token: string | undefined
  readonly signal: AbortSignal
  answer(status: number, body?: object): Promise<void>
}

/** A client whose server is the test. */
function setUp(options: PartyClientOptions = {}) {
  const clock = new VirtualClock()
  const sent: Sent[] = []
  const fetch = (url: string | URL | Request, init: RequestInit = {}) =>
    new Promise<Response>((resolve, reject) => {
      const signal = init.signal ?? new AbortController().signal
      signal.addEventListener('abort', () => reject(signal.reason))
      const authorization = new Headers(init.headers).get('authorization')
      sent.push({
        path: new URL(String(url)).pathname,
        token: /^Bearer (.*)$/.exec(authorization ?? '')?.[1],
        signal,
        async answer(status, body = {}) {
          resolve(new Response(JSON.stringify(body), { status }))
          await settled()
        },
      })
    })
  const client = new PartyClient({ fetch, clock, ...options })
  const session = Session.restore(old, refresh)
  const last = () => {
    const request = sent.at(-1)
    if (!request) throw new Error('nothing was sent')
    return request
  }
  const paths = () => sent.map(({ path }) => path.replace('/v2/', ''))
  return { clock, client, session, sent, last, paths }
}

const newTokens = { token: fresh, refresh_token: refresh }

describe('a session whose token is about to end', () => {
  it('is refreshed before a call', async () => {
    const { clock, client, session, last, paths } = setUp()
    await clock.advance(50_000)
    const listed = client.listParties(session)
    await settled()
    expect(paths()).toEqual(['account/session/refresh'])
    await last().answer(200, newTokens)
    expect(paths()).toEqual(['account/session/refresh', 'party'])
    expect(last().token).toBe(fresh)
    await last().answer(200)
    expect(await codeOf(listed)).toBe('ok')
    expect([session.token, clock.pending]).toEqual([fresh, 0])
  })

  it('is left alone while it has more than the margin', async () => {
    const { clock, client, session, paths } = setUp()
    await clock.advance(49_999)
    const listed = codeOf(client.listParties(session, { timeoutMs: 1 }))
    await settled()
    expect(paths()).toEqual(['party'])
    await clock.advance(1)
    expect(await listed).toBe('timeout')
  })

  it('has the margin that the game chooses', async () => {
    const { client, session, paths } = setUp({ refreshMarginMs: 60_000 })
    void codeOf(client.listParties(session))
    await settled()
    expect(paths()).toEqual(['account/session/refresh'])
  })

  it('is refreshed once for all who ask', async () => {
    const { clock, client, session, last, paths } = setUp()
    await clock.advance(60_000)
    for (const _ of [1, 2, 3]) void codeOf(client.listParties(session))
    await settled()
    expect(paths()).toEqual(['account/session/refresh'])
    await last().answer(200, newTokens)
    expect(paths().slice(1)).toEqual(['party', 'party', 'party'])
  })

  it('is refreshed for the others when one gives up, and for nobody when all do', async () => {
    const { clock, client, session, last, paths } = setUp()
    await clock.advance(60_000)
    const impatient = new AbortController()
    const first = codeOf(client.listParties(session, { signal: impatient.signal }))
    const second = codeOf(client.listParties(session, { timeoutMs: 100 }))
    await settled()
    impatient.abort()
    expect(await first).toBe('aborted')
    expect(last().signal.aborted).toBe(false)
    await clock.advance(100)
    expect(await second).toBe('timeout')
    expect([last().signal.aborted, clock.pending]).toEqual([true, 0])
    void codeOf(client.listParties(session))
    await settled()
    expect(paths()).toEqual(['account/session/refresh', 'account/session/refresh'])
  })

  it('is used as it is where it cannot be refreshed', async () => {
    const { clock, client, session, last, paths } = setUp()
    await clock.advance(60_000)
    const listed = codeOf(client.listParties(session))
    await settled()
    await last().answer(401, { code: 16, message: 'Refresh token invalid or expired.' })
    expect([paths().at(-1), last().token]).toEqual(['party', old])
    await last().answer(200)
    expect(await listed).toBe('ok')
  })

  it.each([
    ['has no refresh token', Session.restore(old)],
    ['has one that has ended too', Session.restore(old, old)],
  ])('is used as it is when it %s', async (_, session) => {
    const { clock, client, paths } = setUp()
    await clock.advance(60_000)
    void codeOf(client.listParties(session))
    await settled()
    expect(paths()).toEqual(['party'])
  })

  it('is told to the game when it was refreshed', async () => {
    const told: string[] = []
    const { clock, client, session, last } = setUp({ onSessionRefresh: ({ token }) => told.push(token) })
    await clock.advance(60_000)
    void client.keepFresh(session)
    await settled()
    await last().answer(200, newTokens)
    expect(told).toEqual([fresh])
  })
})

describe('a token that the server refuses', () => {
  it('is replaced, and the call made once more: the clock of the device may be wrong', async () => {
    const { client, session, last, paths } = setUp()
    const listed = codeOf(client.listParties(session))
    await settled()
    await last().answer(401, { code: 16, message: 'Auth token invalid' })
    await last().answer(200, newTokens)
    expect([paths(), last().token]).toEqual([['party', 'account/session/refresh', 'party'], fresh])
    await last().answer(200)
    expect(await listed).toBe('ok')
  })

  it('ends the call as unauthenticated when there is no other, or that is refused too', async () => {
    const { client, session, last, paths } = setUp()
    const without = codeOf(client.listParties(session))
    await settled()
    await last().answer(401)
    await last().answer(401)
    expect([await without, paths()]).toEqual(['unauthenticated', ['party', 'account/session/refresh']])

    const refused = codeOf(client.listParties(session))
    await settled()
    await last().answer(401)
    await last().answer(200, newTokens)
    await last().answer(401)
    expect([await refused, paths().length]).toEqual(['unauthenticated', 5])
  })

  it('was replaced already where somebody else was refused with it', async () => {
    const { client, session, sent, last, paths } = setUp()
    const calls = [codeOf(client.listParties(session)), codeOf(client.listParties(session))]
    await settled()
    const [first, second] = sent
    await first?.answer(401)
    await last().answer(200, newTokens)
    await second?.answer(401)
    expect(paths()).toEqual(['party', 'party', 'account/session/refresh', 'party', 'party'])
    for (const request of sent.slice(3)) await request.answer(200)
    expect(await Promise.all(calls)).toEqual(['ok', 'ok'])
  })

  it('is not replaced where it is the key that is refused', async () => {
    const { client, last, paths } = setUp()
    const signedIn = codeOf(client.authenticateDevice('device-0001'))
    await settled()
    await last().answer(401, { code: 16, message: 'Server key invalid' })
    expect([await signedIn, paths()]).toEqual(['server_key_invalid', ['account/authenticate/device']])
  })
})

it('logs out with the tokens that the session has by then', async () => {
  const bodies: unknown[] = []
  const clock = new VirtualClock()
  const client = new PartyClient({
    clock,
    fetch: async (_, init) => {
      bodies.push(JSON.parse(String(init?.body)))
      return new Response(JSON.stringify(newTokens))
    },
  })
  await clock.advance(60_000)
  await client.logout(Session.restore(old, refresh))
  expect(bodies).toEqual([{ token: refresh }, { token: fresh, refresh_token: refresh }])
})

describe('a socket', () => {
  it('has its session refreshed before it reconnects', async () => {
    const paths: string[] = []
    const { clock, sockets } = await connectedSocket({
      reconnect: () => 0,
      fetch: async (url) => {
        paths.push(new URL(String(url)).pathname)
        return new Response(JSON.stringify({ ...newTokens, refresh_token: tokenOf('ada', ends + 7200) }))
      },
    })
    await clock.advance(55_000)
    sockets.last().dispatch('close', { code: 1006 })
    await clock.advance(0)
    expect(paths).toEqual(['/v2/account/session/refresh'])
    expect(new URL(sockets.last().url).searchParams.get('token')).toBe(fresh)
  })

  it('has its refresh token replaced before that ends, however long it is open', async () => {
    let refreshes = 0
    const { clock, session, server } = await connectedSocket({
      heartbeat: {},
      fetch: async () => {
        refreshes++
        const endsAt = ends + (refreshes + 1) * 3600
        return new Response(JSON.stringify({ token: fresh, refresh_token: tokenOf('ada', endsAt) }))
      },
    })
    session.update(old, refresh)
    for (let minute = 0; minute < 179; minute++) {
      for (let round = 0; round < 6; round++) {
        await clock.advance(10_000)
        server.receive({ cid: server.requests.at(-1)?.['cid'], pong: {} })
      }
    }
    expect(refreshes).toBe(2)
    expect(session.isRefreshExpired(clock.now())).toBe(false)
  }, 20_000)
})
