import { describe, expect, it } from 'vitest'
import { ConfigError, resolveConfig, type ServerConfigOverrides } from './config.ts'

describe('a configuration', () => {
  it('keeps the defaults of what is not given', () => {
    const config = resolveConfig({ session: { tokenExpirySec: 7200 }, socket: undefined })
    expect(config.session).toMatchObject({ tokenExpirySec: 7200, refreshTokenExpirySec: 3600 })
    expect(config.socket.maxMessageSizeBytes).toBe(4096)
  })

  it.each<[string, ServerConfigOverrides]>([
    ['name', { name: 'a.b' }],
    ['socket.server_key', { socket: { serverKey: '' } }],
    ['socket.outgoing_queue_size', { socket: { outgoingQueueSize: 0 } }],
    ['matchmaker.interval_sec', { matchmaker: { intervalSec: 1.5 } }],
    ['socket.pong_wait_ms', { socket: { pingPeriodMs: 5000, pongWaitMs: 5000 } }],
    ['session.single_party', { session: { singleParty: true } }],
  ])('that cannot work is refused by the option at fault: %s', (option, overrides) => {
    expect(() => resolveConfig(overrides)).toThrow(ConfigError)
    expect(() => resolveConfig(overrides)).toThrow(expect.objectContaining({ option }))
  })
})
