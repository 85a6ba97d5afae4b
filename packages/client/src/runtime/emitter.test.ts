import { describe, expect, it, vi } from 'vitest'
import { Emitter } from './emitter.ts'

type Events = { greeting: string; count: number }

function setUp() {
  const failures: unknown[] = []
  const emitter = new Emitter<Events>((event, cause) => failures.push([event, cause]))
  return { emitter, failures }
}

describe('Emitter', () => {
  it('calls the handlers of an event in the order of registration', () => {
    const { emitter } = setUp()
    const seen: string[] = []
    emitter.on('greeting', (text) => seen.push(`first ${text}`))
    emitter.on('greeting', (text) => seen.push(`second ${text}`))
    emitter.on('count', () => seen.push('never'))
    emitter.emit('greeting', 'hello')
    expect(seen).toEqual(['first hello', 'second hello'])
  })

  it('takes a handler back, any number of times', () => {
    const { emitter } = setUp()
    const handler = vi.fn()
    const undo = emitter.on('greeting', handler)
    undo()
    undo()
    emitter.emit('greeting', 'hello')
    expect(handler).not.toHaveBeenCalled()
    expect(emitter.count('greeting')).toBe(0)
  })

  it('does not call a handler that an earlier one of the same emit took back', () => {
    const { emitter } = setUp()
    const later = vi.fn()
    emitter.on('greeting', () => undo())
    const undo = emitter.on('greeting', later)
    emitter.emit('greeting', 'hello')
    expect(later).not.toHaveBeenCalled()
  })

  it('does not call a handler that an earlier one of the same emit has registered', () => {
    const { emitter } = setUp()
    const later = vi.fn()
    emitter.on('count', () => emitter.on('count', later))
    emitter.emit('count', 1)
    expect(later).not.toHaveBeenCalled()
    emitter.emit('count', 2)
    expect(later).toHaveBeenCalledExactlyOnceWith(2)
  })

  it('counts the same function registered twice as two, each with its own undo', () => {
    const { emitter } = setUp()
    const handler = vi.fn()
    const undoFirst = emitter.on('greeting', handler)
    emitter.on('greeting', handler)
    undoFirst()
    emitter.emit('greeting', 'hello')
    expect(handler).toHaveBeenCalledTimes(1)
  })

  it('goes on after a handler that throws, and reports it', () => {
    const { emitter, failures } = setUp()
    const after = vi.fn()
    emitter.on('greeting', () => {
      throw new Error('broken')
    })
    emitter.on('greeting', after)
    emitter.emit('greeting', 'hello')
    expect(after).toHaveBeenCalledWith('hello')
    expect(failures).toEqual([['greeting', new Error('broken')]])
  })

  it('reports an async handler that rejects instead of leaving the rejection unhandled', async () => {
    const { emitter, failures } = setUp()
    emitter.on('count', () => Promise.reject(new Error('later')))
    emitter.emit('count', 1)
    await Promise.resolve()
    expect(failures).toEqual([['count', new Error('later')]])
  })
})
