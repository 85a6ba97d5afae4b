import { decodeJwt } from 'jose'
import { describe, expect, it } from 'vitest'
import { ApiError } from '../api-error.ts'
import { type Answer, createApi } from './api.fixture.ts'
import type { CallHook } from './services.ts'

const basic = 'defaultkey'
const authenticate = '/v2/account/authenticate'

function claimsOf({ body }: Answer) {
  return decodeJwt((body as { token: string }).token)
}

describe('signing in', () => {
  it.each([
    ['custom', { id: 'some-custom-id' }],
    ['device', { id: 'some-device-id' }],
    ['email', { email: 'ada@game.test', password: 'long enough' }],
  ])('with %s creates an account, once, and says so once', async (kind, account) => {
    const { call } = createApi()
    const body = { ...account, vars: { region: 'eu' } }
    const first = await call(`${authenticate}/${kind}?create=true&username=ada`, { basic, body })
    expect(first.status).toBe(200)
    expect(first.body).toEqual({
      created: true,
      token: expect.any(String),
      refresh_token: expect.any(String),
    })
    expect(claimsOf(first)).toMatchObject({ usn: 'ada', vrs: { region: 'eu' } })
    const second = await call(`${authenticate}/${kind}`, { basic, body: account })
    expect(second.body).not.toHaveProperty('created')
    expect(claimsOf(second)).toMatchObject({ uid: claimsOf(first)['uid'], usn: 'ada' })
    expect(claimsOf(second)).not.toHaveProperty('vrs')
  })

  it('creates unless told not to, in any of the spellings of Go', async () => {
    const { call } = createApi()
    const body = { id: 'some-custom-id' }
    for (const create of ['0', 'f', 'F', 'false', 'FALSE', 'False']) {
      expect((await call(`${authenticate}/custom?create=${create}`, { basic, body })).status).toBe(404)
    }
    expect((await call(`${authenticate}/custom`, { basic, body })).status).toBe(200)
  })

  it('refuses a create that is no boolean, before it looks at the key', async () => {
    const answer = await createApi().call(`${authenticate}/custom?create=maybe`, {
      body: { id: 'some-custom-id' },
    })
    expect(answer).toMatchObject({
      status: 400,
      body: {
        code: 3,
        message: 'parsing field "create": strconv.ParseBool: parsing "maybe": invalid syntax',
      },
    })
  })

  it('takes a user name and a password without an address, and refuses wrong ones', async () => {
    const { call } = createApi()
    const body = { email: 'ada@game.test', password: 'long enough' }
    await call(`${authenticate}/email?username=ada`, { basic, body })
    const named = { password: 'long enough' }
    expect((await call(`${authenticate}/email?username=ada`, { basic, body: named })).status).toBe(200)
    const wrong = { password: 'not the one' }
    expect(await call(`${authenticate}/email?username=ada`, { basic, body: wrong })).toMatchObject({
      status: 401,
      body: { code: 16, message: 'Invalid credentials.' },
    })
  })

  it('refuses a name that is taken', async () => {
    const { call } = createApi()
    await call(`${authenticate}/custom?username=ada`, { basic, body: { id: 'some-custom-id' } })
    expect(
      await call(`${authenticate}/device?username=ada`, { basic, body: { id: 'some-device-id' } }),
    ).toMatchObject({ status: 409, body: { code: 6, message: 'Username is already in use.' } })
  })

  it('passes over fields it does not know, and takes no body and an empty one alike', async () => {
    const { call } = createApi()
    const known = { id: 'some-custom-id', provider: { any: ['thing'] } }
    expect((await call(`${authenticate}/custom`, { basic, body: known })).status).toBe(200)
    for (const options of [{ method: 'POST' }, { body: '' }, { body: ' ' }]) {
      expect((await call(`${authenticate}/custom`, { basic, ...options })).body).toEqual({
        code: 3,
        message: 'Custom ID is required.',
      })
    }
  })

  it.each([
    ['null'],
    ['[]'],
    ['"text"'],
    ['{"id":5}'],
    ['{"id":"some-custom-id","vars":{"a":1}}'],
    ['{"id":"some-custom-id"'],
  ])('refuses the body %s', async (body) => {
    expect(await createApi().call(`${authenticate}/custom`, { basic, body })).toMatchObject({
      status: 400,
      body: { code: 3 },
    })
  })

  it.each([
    ['Bearer', 'Bearer abc', 'Server key invalid'],
    ['an empty header', '', 'Server key invalid'],
    ['no base64', 'Basic %%%', 'Server key invalid'],
    ['no colon', `Basic ${btoa('defaultkey')}`, 'Server key invalid'],
    ['lower case', `basic ${btoa('defaultkey:')}`, 'Server key invalid'],
  ])('refuses %s as the proof of the server key', async (_name, authorization, message) => {
    const answer = await createApi().call(`${authenticate}/custom`, {
      headers: { authorization },
      body: { id: 'some-custom-id' },
    })
    expect(answer).toMatchObject({ status: 401, body: { code: 16, message } })
  })

  it('ends earlier tokens where a user has one session only', async () => {
    const api = createApi({}, { session: { singleSession: true } })
    const { token } = await api.signIn('ada')
    expect((await api.call('/v2/party', { token })).status).toBe(200)
    await api.signIn('ada')
    expect((await api.call('/v2/party', { token })).status).toBe(401)
  })
})

describe('refreshing', () => {
  it('takes the server key, not a token', async () => {
    const api = createApi()
    const { token, refreshToken } = await api.signIn('ada')
    const answer = await api.call('/v2/account/session/refresh', { token, body: { token: refreshToken } })
    expect(answer).toMatchObject({ status: 401, body: { message: 'Server key invalid' } })
  })

  it('replaces the variables when some are given', async () => {
    const api = createApi()
    const { refreshToken } = await api.signIn('ada')
    const body = { token: refreshToken, vars: { a: 'b' } }
    expect(claimsOf(await api.call('/v2/account/session/refresh', { basic, body }))['vrs']).toEqual({
      a: 'b',
    })
  })
})

describe('logging out', () => {
  it('ends the tokens in the body', async () => {
    const api = createApi()
    const { token, refreshToken } = await api.signIn('ada')
    const body = { token, refresh_token: refreshToken }
    expect(await api.call('/v2/session/logout', { token, body })).toMatchObject({ status: 200, body: {} })
    expect((await api.call('/v2/party', { token })).status).toBe(401)
    const refreshed = await api.call('/v2/account/session/refresh', { basic, body: { token: refreshToken } })
    expect(refreshed.status).toBe(401)
  })

  it('without tokens ends all of the user', async () => {
    const api = createApi()
    const [first, second] = [await api.signIn('ada'), await api.signIn('ada')]
    expect((await api.call('/v2/session/logout', { token: first.token, method: 'POST' })).status).toBe(200)
    for (const { token } of [first, second]) expect((await api.call('/v2/party', { token })).status).toBe(401)
  })

  it('needs a token, and refuses those of others', async () => {
    const api = createApi()
    const [ada, bo] = [await api.signIn('ada'), await api.signIn('bo')]
    expect(await api.call('/v2/session/logout', { body: {} })).toMatchObject({
      status: 401,
      body: { message: 'Auth token required' },
    })
    expect(
      await api.call('/v2/session/logout', { token: ada.token, body: { token: bo.token } }),
    ).toMatchObject({
      status: 400,
      body: { code: 3, message: 'Session token invalid.' },
    })
  })
})

describe('around every call', () => {
  it('a hook may change the request and see the reply', async () => {
    const seen: unknown[] = []
    const call: CallHook = async (name, { user }, request, next) => {
      if (name === 'authenticateCustom' && 'account' in request) {
        const reply = await next({ ...request, username: 'renamed' })
        seen.push([name, user, 'created' in reply && reply.created])
        return reply
      }
      return next(request)
    }
    const api = createApi({ call })
    const answer = await api.call(`${authenticate}/custom?username=ada`, {
      basic,
      body: { id: 'some-custom-id' },
    })
    expect(claimsOf(answer)['usn']).toBe('renamed')
    expect(seen).toEqual([['authenticateCustom', undefined, true]])
  })

  it('a hook knows the player, and its refusal is the answer', async () => {
    const names: unknown[] = []
    const call: CallHook = (_name, { user }) => {
      names.push(user?.username)
      return Promise.reject(ApiError.notFound('Requested resource was not found.'))
    }
    const api = createApi({ call })
    const { token } = await api.signIn('ada')
    expect(await api.call('/v2/party', { token })).toMatchObject({
      status: 404,
      body: { code: 5, message: 'Requested resource was not found.' },
    })
    expect(names).toEqual(['ada'])
  })

  it('a refusal that carries a gRPC code has that code and its HTTP status', async () => {
    const refusal = Object.assign(new Error('not tonight'), { grpcCode: 7 })
    const api = createApi({ call: () => Promise.reject(refusal) })
    const { token } = await api.signIn('ada')
    expect(await api.call('/v2/party', { token })).toMatchObject({
      status: 403,
      body: { code: 7, message: 'not tonight' },
    })
  })
})
