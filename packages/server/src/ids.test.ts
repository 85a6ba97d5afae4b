import { describe, expect, it } from 'vitest'
import { isUuid, nodeBytes, uuidV1, uuidV4 } from './ids.ts'
import { systemRandom } from './random.ts'

describe('ids', () => {
  it('of users, parties and tickets are random UUIDs', () => {
    const id = uuidV4(systemRandom)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(uuidV4(systemRandom)).not.toBe(id)
  })

  it('come from the source of chance they are given', () => {
    const zeros = { bytes: (length: number) => new Uint8Array(length) }
    expect(uuidV4(zeros)).toBe('00000000-0000-4000-8000-000000000000')
  })

  it('of sessions are time-based UUIDs that carry the time and the node', () => {
    const id = uuidV1(Date.UTC(2030, 0, 1), 0, nodeBytes('nakama1'))
    const [low, mid, high, , node] = id.split('-')
    const ticks = BigInt(`0x${high?.slice(1)}${mid}${low}`)
    expect(Number((ticks - 122_192_928_000_000_000n) / 10_000n)).toBe(Date.UTC(2030, 0, 1))
    expect(high?.[0]).toBe('1')
    expect(node).toBe(uuidV1(0, 0, nodeBytes('nakama1')).split('-')[4])
    expect(node).not.toBe(uuidV1(0, 0, nodeBytes('nakama2')).split('-')[4])
  })

  it('of sessions of one moment differ', () => {
    const ids = Array.from({ length: 20_000 }, (_, sequence) => uuidV1(1, sequence, nodeBytes('n')))
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.every(isUuid)).toBe(true)
  })
})
