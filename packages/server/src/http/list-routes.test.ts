import { createMatchmakerStats, createPartyListing } from '@party/protocol'
import { describe, expect, it } from 'vitest'
import { ApiError } from '../api-error.ts'
import { createApi } from './api.fixture.ts'
import type { PartyQuery } from './services.ts'

describe('listing parties', () => {
  it('asks with the defaults, or with what the query says', async () => {
    const queries: PartyQuery[] = []
    const api = createApi({
      listParties: (query) => {
        queries.push(query)
        return {
          parties: [createPartyListing({ partyId: 'p.n', open: true, maxSize: 4, label: '{}' })],
          cursor: 'c',
        }
      },
    })
    const { token } = await api.signIn('ada')
    const { body } = await api.call('/v2/party', { token })
    await api.call('/v2/party?limit=100&open=False&query=%2Blabel.mode%3Aduo&cursor=abc', { token })
    expect(body).toEqual({
      parties: [{ party_id: 'p.n', open: true, max_size: 4, label: '{}' }],
      cursor: 'c',
    })
    expect(queries).toEqual([
      { limit: 10, open: undefined, query: '', cursor: '' },
      { limit: 100, open: false, query: '+label.mode:duo', cursor: 'abc' },
    ])
  })

  it.each([
    ['limit=ten', 'parsing field "limit": strconv.ParseInt: parsing "ten": invalid syntax'],
    ['limit=4294967296', 'parsing field "limit": strconv.ParseInt: parsing "4294967296": value out of range'],
    ['open=', 'parsing field "open": strconv.ParseBool: parsing "": invalid syntax'],
    ['limit=1&limit=2', 'too many values for field "limit": 1, 2'],
  ])('refuses %s', async (query, message) => {
    const api = createApi()
    const { token } = await api.signIn('ada')
    expect(await api.call(`/v2/party?${query}`, { token })).toMatchObject({
      status: 400,
      body: { code: 3, message },
    })
  })

  it('fails as Nakama does, unless the listing gives an error of its own', async () => {
    const errors = [new Error('bad query'), ApiError.invalidArgument('told')]
    const api = createApi({
      listParties: () => {
        throw errors.shift() ?? new Error('called too often')
      },
    })
    const { token } = await api.signIn('ada')
    expect(await api.call('/v2/party', { token })).toMatchObject({
      status: 500,
      body: { code: 13, message: 'Error listing matches.' },
    })
    expect(await api.call('/v2/party', { token })).toMatchObject({ status: 400, body: { message: 'told' } })
  })
})

describe('kept notifications', () => {
  it('are listed oldest first, one unless more are asked for, and deleted', async () => {
    const api = createApi()
    const { token, userId } = await api.signIn('ada')
    const kept = { subject: 's', content: { a: 1 }, code: 1, persistent: true }
    const first = await api.services.notifications.send(userId, kept)
    const second = await api.services.notifications.send(userId, kept)
    const page = await api.call('/v2/notification', { token })
    expect(page.body).toEqual({
      notifications: [
        {
          id: first.id,
          subject: 's',
          content: '{"a":1}',
          code: 1,
          create_time: '2030-01-01T00:00:00Z',
          persistent: true,
        },
      ],
      cacheable_cursor: expect.any(String),
    })
    const { cacheable_cursor: cursor } = page.body as { cacheable_cursor: string }
    const next = await api.call(`/v2/notification?limit=100&cacheable_cursor=${cursor}`, { token })
    expect(next.body).toMatchObject({ notifications: [{ id: second.id }] })
    const ids = `ids=${first.id}&ids=${second.id}&ids=never`
    expect(await api.call(`/v2/notification?${ids}`, { token, method: 'DELETE' })).toMatchObject({
      status: 200,
      body: {},
    })
    expect((await api.call('/v2/notification', { token })).body).toEqual({
      cacheable_cursor: expect.any(String),
    })
  })

  it('are refused for a bad limit or cursor', async () => {
    const api = createApi()
    const { token } = await api.signIn('ada')
    expect(await api.call('/v2/notification?limit=101', { token })).toMatchObject({
      status: 400,
      body: { code: 3, message: 'Invalid limit - limit must be between 1 and 100.' },
    })
    expect(await api.call('/v2/notification?cacheableCursor=x', { token })).toMatchObject({
      status: 500,
      body: { code: 13, message: 'Error retrieving notifications.' },
    })
  })
})

describe('the rest', () => {
  it("tells the matchmaker's statistics", async () => {
    const stats = createMatchmakerStats({ ticketCount: 3, oldestTicketCreateTime: new Date(0) })
    const api = createApi({ matchmakerStats: () => stats })
    const { token } = await api.signIn('ada')
    expect((await api.call('/v2/matchmaker/stats', { token })).body).toEqual({
      ticket_count: 3,
      oldest_ticket_create_time: '1970-01-01T00:00:00Z',
    })
  })

  it('finds no matches', async () => {
    const api = createApi()
    const { token } = await api.signIn('ada')
    expect(await api.call('/v2/match?limit=10', { token })).toMatchObject({ status: 200, body: {} })
    expect((await api.call('/v2/match')).status).toBe(401)
  })
})
