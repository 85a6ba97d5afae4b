import { describe, expect, expectTypeOf, it } from 'vitest'
import { replyReaders } from './gen/client-json.ts'
import { messageFromJson } from './gen/json-decode.ts'
import { messageToJson } from './gen/json-encode.ts'
import type { Party, PartyCreate, PartyDataSend, PartyJoinRequest } from './gen/messages.ts'
import { events, type HttpMessages, httpOperations, operations } from './index.ts'
import type { ReplyOf, RequestOf } from './operations.ts'

const requests = Object.values(operations).map(({ request }) => request)

describe('operations', () => {
  it('have a reply that a client can read', () => {
    const replies = Object.values(operations).flatMap(({ reply }) => reply ?? [])
    expect(Object.keys(replyReaders)).toEqual(expect.arrayContaining(replies))
  })

  it('know the types of both', () => {
    expectTypeOf<RequestOf<'createParty'>>().toEqualTypeOf<PartyCreate>()
    expectTypeOf<ReplyOf<'createParty'>>().toEqualTypeOf<Party>()
    expectTypeOf<ReplyOf<'listPartyJoinRequests'>>().toEqualTypeOf<PartyJoinRequest>()
    expectTypeOf<RequestOf<'sendPartyData'>>().toEqualTypeOf<PartyDataSend>()
    expectTypeOf<ReplyOf<'sendPartyData'>>().toEqualTypeOf<undefined>()
  })
})

describe('events', () => {
  it('are messages that a client can read', () => {
    expect(Object.keys(replyReaders)).toEqual(expect.arrayContaining(Object.keys(events)))
  })

  it('are all that a server sends but plain replies', () => {
    const replies = ['error', 'matchmakerTicket', 'rpc', 'status', 'pong']
    expect(new Set([...Object.keys(events), ...replies])).toEqual(new Set(Object.keys(replyReaders)))
  })

  it('have handlers named as in the published party guide', () => {
    expect(Object.values(events)).toEqual(
      expect.arrayContaining([
        'onParty',
        'onPartyPresence',
        'onPartyJoinRequest',
        'onPartyLeader',
        'onPartyData',
        'onPartyClose',
      ]),
    )
  })
})

describe('messages', () => {
  it('are all written and read by a server', () => {
    const all = Object.keys(messageToJson)
    expect(Object.values(messageFromJson).map(([kind]) => kind)).toEqual(all)
    expect(new Set(all)).toEqual(new Set([...requests, ...Object.keys(replyReaders)]))
  })
})

describe('HTTP operations', () => {
  it('say where a request goes', () => {
    expect(httpOperations.authenticateCustom).toEqual({
      method: 'POST',
      path: '/v2/account/authenticate/custom',
      auth: 'serverKey',
      body: 'account',
    })
    expect(httpOperations.listParties).toEqual({ method: 'GET', path: '/v2/party', auth: 'bearer', body: '' })
  })

  it('each have their messages', () => {
    expectTypeOf<keyof HttpMessages>().toEqualTypeOf<keyof typeof httpOperations>()
  })
})
