import { describe, expect, it } from 'vitest'
import { ApiError } from '../api-error.ts'
import { type RpcContext, RpcRegistry } from './rpc.ts'

const context: RpcContext = { user: undefined, sessionId: undefined, query: {} }

describe('an RPC function', () => {
  it('is called with its context and payload, whatever the letter case of its id', async () => {
    const registry = new RpcRegistry()
    registry.register('Echo', (given, payload) => `${given === context}:${payload}`)
    expect(await registry.call('eCHO', context, 'hi')).toEqual({ kind: 'result', payload: 'true:hi' })
    expect(registry.has('ECHO')).toBe(true)
  })

  it('may answer later, or with nothing', async () => {
    const registry = new RpcRegistry()
    registry.register('later', async () => 'done')
    registry.register('nothing', () => undefined)
    expect(await registry.call('later', context, '')).toEqual({ kind: 'result', payload: 'done' })
    expect(await registry.call('nothing', context, '')).toEqual({ kind: 'result', payload: '' })
  })

  it('that is not there is not found', async () => {
    expect(await new RpcRegistry().call('never', context, '')).toEqual({ kind: 'notFound' })
  })

  it('passes on what it throws, at once or later', async () => {
    const registry = new RpcRegistry()
    registry.register('plain', () => {
      throw new Error('broken')
    })
    registry.register('coded', () => Promise.reject(Object.assign(new Error('too poor'), { code: 9 })))
    registry.register('api', () => Promise.reject(ApiError.permissionDenied('no')))
    const outcomes = await Promise.all(['plain', 'coded', 'api'].map((id) => registry.call(id, context, '')))
    const errors = outcomes.map((outcome) =>
      outcome.kind === 'error' ? [outcome.error.grpcCode, outcome.error.message] : outcome,
    )
    expect(errors).toEqual([
      [13, 'broken'],
      [9, 'too poor'],
      [7, 'no'],
    ])
  })

  it('can be replaced, and taken away by whoever has registered it', async () => {
    const registry = new RpcRegistry()
    const undoFirst = registry.register('f', () => 'first')
    const undoSecond = registry.register('F', () => 'second')
    undoFirst()
    expect(await registry.call('f', context, '')).toEqual({ kind: 'result', payload: 'second' })
    undoSecond()
    expect(registry.has('f')).toBe(false)
  })

  it('needs an id', () => {
    expect(() => new RpcRegistry().register('', () => '')).toThrow(RangeError)
  })
})
