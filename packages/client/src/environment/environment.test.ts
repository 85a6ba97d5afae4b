import { describe, expect, it } from 'vitest'
import { FakeEnvironment } from '../../test/fake-environment.ts'
import { type Environment, watchEnvironment } from './environment.ts'

const ignore = () => {}

function setUp(environment: FakeEnvironment) {
  const heard: string[] = []
  const undo = watchEnvironment(
    environment,
    () => heard.push('wake'),
    () => heard.push('doubt'),
  )
  return { heard, undo }
}

describe('the platform', () => {
  it('tells that the player is back, but not that it goes', () => {
    const environment = new FakeEnvironment()
    const { heard } = setUp(environment)
    environment.show('hidden')
    expect(heard).toEqual([])
    environment.show('visible')
    expect(heard).toEqual(['wake'])
  })

  it('tells that the network comes and goes', () => {
    const environment = new FakeEnvironment()
    const { heard } = setUp(environment)
    environment.dispatch('offline')
    environment.dispatch('online')
    expect(heard).toEqual(['doubt', 'wake'])
  })

  it('is not listened to any more afterwards', () => {
    const environment = new FakeEnvironment()
    const { heard, undo } = setUp(environment)
    expect(environment.listenerCount).toBe(3)
    undo()
    expect(environment.listenerCount).toBe(0)
    environment.dispatch('online')
    expect(heard).toEqual([])
  })

  it('may have nothing of that at all', () => {
    const watch = (platform: Environment) => watchEnvironment(platform, ignore, ignore)
    expect(() => watch({})()).not.toThrow()
    expect(() => watch({ document: {} })()).not.toThrow()
    expect(() => watch(globalThis)()).not.toThrow()
  })
})
