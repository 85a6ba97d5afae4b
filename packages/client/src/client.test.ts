import { VirtualClock } from '@party/protocol/virtual-clock'
import { describe, expect, it } from 'vitest'
import { tokenOf } from '../test/tokens.ts'
import { PartyClient } from './client.ts'
import { Session } from './http/session.ts'
import type { PartyClientOptions } from './settings.ts'

interface Sent {
  method: string
  url: string
  authorization: string | null
  body: unknown
}

/** A client whose server answers everything with the same status and body. */
function setUp(status: number, body: unknown, options: PartyClientOptions = {}) {
  const sent: Sent[] = []
  const clock = new VirtualClock()
  const fetch = async (url: string | URL | Request, init?: RequestInit) => {
    const request = new Request(url, init)
    const text = await request.text()
    sent.push({
      method: request.method,
      url: request.url,
      authorization: request.headers.get('authorization'),
      body: text === '' ? undefined : JSON.parse(text),
    })
    return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status })
  }
  return { client: new PartyClient({ fetch, clock, ...options }), sent, clock }
}

const tokens = { created: true, token: tokenOf('u1', 2000), refresh_token: tokenOf('u1', 5000) }
const session = () => Session.restore(tokens.token, tokens.refresh_token)
const basic = `Basic ${btoa('defaultkey:')}`
const bearer = `Bearer ${tokens.token}`

describe('signing in', () => {
  it('sends the account as the body and the rest in the query', async () => {
    const { client, sent } = setUp(200, tokens)
    const signedIn = await client.authenticateCustom('custom-1', {
      create: false,
      username: 'ada & bo',
      vars: { level: '3' },
    })
    expect(signedIn).toMatchObject({ userId: 'u1', created: true, refreshToken: tokens.refresh_token })
    expect(sent).toEqual([
      {
        method: 'POST',
        url: 'http://127.0.0.1:7350/v2/account/authenticate/custom?create=false&username=ada+%26+bo',
        authorization: basic,
        body: { id: 'custom-1', vars: { level: '3' } },
      },
    ])
  })

  it('leaves out what is not given', async () => {
    const { client, sent } = setUp(200, tokens)
    await client.authenticateDevice('device-0001')
    await client.authenticateEmail('ada@example.com', 'password')
    expect(sent.map(({ url, body }) => [url, body])).toEqual([
      ['http://127.0.0.1:7350/v2/account/authenticate/device', { id: 'device-0001' }],
      [
        'http://127.0.0.1:7350/v2/account/authenticate/email',
        { email: 'ada@example.com', password: 'password' },
      ],
    ])
  })

  it('speaks to the server it was given, under its key', async () => {
    const { client, sent } = setUp(200, tokens, { host: '::1', port: 443, ssl: true, serverKey: 'clé' })
    await client.authenticateDevice('device-0001')
    expect(sent[0]).toMatchObject({
      url: 'https://[::1]/v2/account/authenticate/device',
      authorization: `Basic ${Buffer.from('clé:').toString('base64')}`,
    })
  })

  it.each([
    ['id', (client: PartyClient) => client.authenticateCustom('')],
    ['id', (client: PartyClient) => client.authenticateDevice(7 as never)],
    ['email', (client: PartyClient) => client.authenticateEmail(null as never, 'password')],
    ['password', (client: PartyClient) => client.authenticateEmail('ada@example.com', null as never)],
    ['username', (client: PartyClient) => client.authenticateCustom('custom-1', { username: 7 as never })],
    ['vars', (client: PartyClient) => client.authenticateCustom('custom-1', { vars: { level: 3 as never } })],
  ])('refuses a bad %s before anything is sent', async (argument, call) => {
    const { client, sent } = setUp(200, tokens)
    await expect(call(client)).rejects.toMatchObject({
      code: 'invalid_argument',
      argument,
      operation: expect.stringMatching('authenticate'),
    })
    expect(sent).toEqual([])
  })

  it.each(['http://host', 'host/path', 'user@host', '', 'a b'])('refuses the host %j', (host) => {
    expect(() => new PartyClient({ host })).toThrow(expect.objectContaining({ argument: 'host' }))
  })
})

describe('a session', () => {
  it('is refreshed in place', async () => {
    const { client, sent } = setUp(200, { token: tokenOf('u1', 9000), refresh_token: tokenOf('u1', 9900) })
    const held = session()
    expect(await client.refreshSession(held, { level: '4' })).toBe(held)
    expect([held.expiresAt, held.refreshExpiresAt]).toEqual([9_000_000, 9_900_000])
    expect(sent).toEqual([
      {
        method: 'POST',
        url: 'http://127.0.0.1:7350/v2/account/session/refresh',
        authorization: basic,
        body: { token: tokens.refresh_token, vars: { level: '4' } },
      },
    ])
  })

  it('is not refreshed without a refresh token', async () => {
    const { client, sent } = setUp(200, tokens)
    const call = client.refreshSession(Session.restore(tokens.token))
    await expect(call).rejects.toMatchObject({ code: 'invalid_argument', argument: 'session' })
    expect(sent).toEqual([])
  })

  it.each<(client: PartyClient) => Promise<unknown>>([
    (client) => client.refreshSession(undefined as never),
    (client) => client.logout(undefined as never),
    (client) => client.listParties(undefined as never),
    (client) => client.createSocket().connect({} as never),
  ])('has to be given: %s', async (call) => {
    const { client, sent } = setUp(200, tokens)
    await expect(call(client)).rejects.toMatchObject({ code: 'invalid_argument', argument: 'session' })
    expect(sent).toEqual([])
  })

  it('is ended with both its tokens', async () => {
    const { client, sent } = setUp(200, {})
    expect(await client.logout(session())).toBeUndefined()
    expect(sent[0]).toEqual({
      method: 'POST',
      url: 'http://127.0.0.1:7350/v2/session/logout',
      authorization: bearer,
      body: { token: tokens.token, refresh_token: tokens.refresh_token },
    })
  })
})

describe('lists', () => {
  it('lists parties', async () => {
    const { client, sent } = setUp(200, { parties: [{ party_id: 'p.n', max_size: 4, label: '{}' }] })
    const list = await client.listParties(session(), { limit: 5, open: false, query: '+label.mode:duo' })
    expect(list).toEqual({
      parties: [{ partyId: 'p.n', open: false, hidden: false, maxSize: 4, label: '{}' }],
      cursor: '',
    })
    expect(sent[0]).toMatchObject({
      method: 'GET',
      url: 'http://127.0.0.1:7350/v2/party?limit=5&open=false&query=%2Blabel.mode%3Aduo',
      authorization: bearer,
    })
  })

  it('lists a hundred notifications where nothing else is said, and deletes some', async () => {
    const { client, sent } = setUp(200, { cacheable_cursor: 'c' })
    expect(await client.listNotifications(session())).toEqual({ notifications: [], cacheableCursor: 'c' })
    await client.deleteNotifications(session(), ['n1', 'n2'])
    expect(sent.map(({ method, url }) => [method, url])).toEqual([
      ['GET', 'http://127.0.0.1:7350/v2/notification?limit=100'],
      ['DELETE', 'http://127.0.0.1:7350/v2/notification?ids=n1&ids=n2'],
    ])
  })

  it.each([0, 101, 1.5])('refuses the limit %d', async (limit) => {
    const { client } = setUp(200, {})
    const refused = { code: 'invalid_argument', argument: 'limit' }
    await expect(client.listParties(session(), { limit })).rejects.toMatchObject(refused)
    await expect(client.listNotifications(session(), { limit })).rejects.toMatchObject(refused)
  })
})

describe('rpc', () => {
  it('sends the payload as a JSON string, an empty one too', async () => {
    const { client, sent } = setUp(200, { payload: '{"ok":true}' })
    const result = await client.rpc(session(), 'find/friends', '{"near":1}')
    expect(result).toEqual({ id: 'find/friends', payload: '{"ok":true}', httpKey: '' })
    await client.rpc(session(), 'reset')
    expect(sent.map(({ url, body }) => [url, body])).toEqual([
      ['http://127.0.0.1:7350/v2/rpc/find%2Ffriends', '{"near":1}'],
      ['http://127.0.0.1:7350/v2/rpc/reset', ''],
    ])
  })
})

describe('every call ends with a typed error', () => {
  it.each([
    [401, { code: 16, message: 'Server key invalid' }, 'server_key_invalid'],
    [404, { code: 5, message: 'User account not found.' }, 'account_not_found'],
    [409, { code: 6, message: 'Username is already in use.' }, 'username_taken'],
    [500, { code: 13, message: 'Something else' }, 'server_error'],
    [502, '<html>Bad Gateway</html>', 'unavailable'],
    [503, '', 'unavailable'],
  ])('HTTP %d %j is %s', async (status, body, code) => {
    const { client, clock } = setUp(status, body)
    const call = client.authenticateCustom('custom-1')
    await expect(call).rejects.toMatchObject({ code, httpStatus: status, operation: 'authenticateCustom' })
    expect(clock.pending).toBe(0)
  })

  it("keeps the server's message", async () => {
    const { client } = setUp(409, { code: 6, message: 'Username is already in use.' })
    await expect(client.authenticateCustom('custom-1')).rejects.toThrow('Username is already in use.')
  })

  it.each(['<html>Welcome</html>', '[]', '{"token":7}'])(
    'an answer that is %j is malformed',
    async (body) => {
      const { client } = setUp(200, body)
      await expect(client.authenticateCustom('custom-1')).rejects.toMatchObject({ code: 'malformed_message' })
    },
  )

  it('a token that is none is malformed too', async () => {
    const { client } = setUp(200, { token: 'x', refresh_token: 'y' })
    await expect(client.authenticateCustom('custom-1')).rejects.toMatchObject({ code: 'malformed_message' })
  })

  it('a server that cannot be reached is a network error, with its cause', async () => {
    const cause = new TypeError('fetch failed')
    const client = new PartyClient({ fetch: () => Promise.reject(cause) })
    await expect(client.authenticateCustom('custom-1')).rejects.toMatchObject({
      code: 'network_error',
      cause,
    })
  })

  it('a server that never answers is a timeout, and the request is cancelled', async () => {
    const clock = new VirtualClock()
    const signals: (AbortSignal | null | undefined)[] = []
    const fetch = (_: unknown, init?: RequestInit) => {
      signals.push(init?.signal)
      return new Promise<Response>(() => {})
    }
    const client = new PartyClient({ fetch, clock, timeoutMs: 700 })
    const byDefault = expect(client.authenticateCustom('custom-1')).rejects.toMatchObject({ code: 'timeout' })
    const shorter = expect(client.listParties(session(), { timeoutMs: 50 })).rejects.toMatchObject({
      code: 'timeout',
      operation: 'listParties',
    })
    await clock.advance(50)
    await shorter
    await clock.advance(650)
    await byDefault
    expect(signals.map((signal) => signal?.aborted)).toEqual([true, true])
    expect(clock.pending).toBe(0)
  })

  it('a signal aborts the call, before it is sent and after', async () => {
    const { client, sent, clock } = setUp(200, tokens)
    const aborted = { code: 'aborted', cause: 'enough' }
    const before = client.authenticateCustom('custom-1', { signal: AbortSignal.abort('enough') })
    await expect(before).rejects.toMatchObject(aborted)
    expect(sent).toEqual([])
    const abort = new AbortController()
    const after = client.authenticateCustom('custom-1', { signal: abort.signal })
    abort.abort('enough')
    await expect(after).rejects.toMatchObject(aborted)
    expect(clock.pending).toBe(0)
  })
})
