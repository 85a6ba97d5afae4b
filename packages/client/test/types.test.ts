import { describe, expectTypeOf, it } from 'vitest'
import {
  definePartyMessage,
  type ErrorCode,
  type LiveParty,
  type PartyData,
  type PartyError,
  type PartySocket,
  type SocketEventName,
} from '../src/index.ts'

// Read by the compiler alone: a name or payload that changes its type fails `pnpm types`.

const socket = {} as PartySocket
const party = {} as LiveParty

describe('types', () => {
  it('know every event by name, with what it carries', () => {
    expectTypeOf<'partyData' | 'transition' | 'partyRejoin'>().toExtend<SocketEventName>()
    expectTypeOf<'partydata'>().not.toExtend<SocketEventName>()
    expectTypeOf(socket.once<'partyData'>).returns.toEqualTypeOf<Promise<PartyData>>()
    expectTypeOf(socket.onError).parameter(0).parameter(0).toEqualTypeOf<PartyError>()
  })

  it('know every error by its code', () => {
    expectTypeOf<PartyError['code']>().toEqualTypeOf<ErrorCode>()
    expectTypeOf<'party_full' | 'timeout' | 'message_too_large'>().toExtend<ErrorCode>()
    expectTypeOf<string>().not.toExtend<ErrorCode>()
  })

  it('know what a join resolves with by how it waits', () => {
    const joined = () => socket.joinParty('p', { wait: 'joined' })
    const noted = () => socket.joinParty('p')
    expectTypeOf(joined).returns.resolves.toEqualTypeOf<LiveParty>()
    expectTypeOf(noted).returns.resolves.toEqualTypeOf<void>()
  })

  it('know what a kind of message carries', () => {
    const emote = definePartyMessage<{ emote: 'wave' | 'dance' }>(1)
    const send = () => party.send(emote, { emote: 'wave' })
    const hear = () =>
      party.on(emote, ({ data }) => expectTypeOf(data.emote).toEqualTypeOf<'wave' | 'dance'>())
    expectTypeOf(send).returns.resolves.toEqualTypeOf<void>()
    expectTypeOf(hear).returns.toEqualTypeOf<() => void>()
  })
})
