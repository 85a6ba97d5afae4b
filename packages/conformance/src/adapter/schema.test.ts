import { httpOperations, operations } from '@party/protocol'
import { describe, expect, it } from 'vitest'
import { features as nakamaJs } from '../../adapters/nakama-js/features.ts'
import { features as typescript } from '../../adapters/typescript/features.ts'
import { ContractError, checkResult, readProgramMessage } from './messages.ts'
import { definition, definitionsOf, problemsOf } from './schema.ts'

const hello = { type: 'hello', contract: 1, name: 'x', version: '1', language: 'C', features: ['ping'] }

describe('the contract with a program', () => {
  it('has the operations of the protocol, and what a client does beside them', () => {
    const names = new Set(definitionsOf('operations'))
    for (const name of Object.keys(operations)) expect(names.delete(name), name).toBe(true)
    const http = Object.keys(httpOperations).filter((name) => !names.delete(name))
    // Nothing that a game's client has a use for.
    expect(http).toEqual(['getMatchmakerStats'])
    expect([...names].sort()).toEqual(['connect', 'disconnect', 'parties', 'restoreSession'])
  })

  it.each([
    ['@party/client', typescript],
    ['nakama-js', nakamaJs],
  ])('knows every feature of %s', (_, features) => {
    expect(problemsOf(features, { items: definition('feature') ?? {} })).toEqual([])
  })

  it.each([
    hello,
    { type: 'result', id: 1 },
    { type: 'result', id: 1, value: null },
    { type: 'error', id: 1, message: 'no', realtimeCode: 0 },
    { type: 'unsupported', id: 1, reason: 'no such method' },
    { type: 'fault', id: 1, message: 'out of memory' },
    { type: 'event', actor: 'a', seq: 1, name: 'partyClose', value: { partyId: 'p', more: 1 } },
  ])('knows the message %j', (message) => {
    expect(readProgramMessage(message)).toBe(message)
  })

  it.each([
    ['no JSON', 'the message is none of what it may be'],
    [{ type: 'dance' }, 'the message is none of what it may be'],
    [{ ...hello, contract: 2 }, 'contract must be 1'],
    [{ ...hello, features: ['flying'] }, 'features[0] is none of what it may be'],
    [{ type: 'result' }, 'the message must have "id"'],
    [{ type: 'result', id: '1' }, 'id must be of type integer'],
    [{ type: 'error', id: 1 }, 'the message must have "message"'],
    [{ type: 'error', id: 1, message: 'no', hint: '' }, 'hint is not known'],
    [{ type: 'event', actor: 'a', seq: 0, name: 'party', value: {} }, 'seq must be at least 1'],
    [{ type: 'event', actor: 'a', seq: 1, name: 'dance', value: {} }, 'name must not be "dance"'],
    [
      { type: 'event', actor: 'a', seq: 1, name: 'partyData', value: { opCode: 1 } },
      'value of the event partyData.opCode must be of type string',
    ],
  ])('does not know the message %j', (message, problem) => {
    expect(() => readProgramMessage(message)).toThrow(ContractError)
    expect(() => readProgramMessage(message)).toThrow(problem)
  })

  it('knows what each operation returns', () => {
    checkResult('createParty', { presences: [] })
    checkResult('joinParty', { whatever: 1 })
    checkResult('createParty', null)
    expect(() => checkResult('createParty', { presences: 3 })).toThrow(
      'result of createParty.presences must be',
    )
  })
})
