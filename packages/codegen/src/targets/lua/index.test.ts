import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contract } from './contract.fixture.ts'
import { lua } from './index.ts'

const golden = new URL('golden/', import.meta.url)

describe('the target for Lua', () => {
  const files = lua(contract)

  it.each(files)('writes $path as somebody would by hand', ({ path, content }) => {
    expect(content).toBe(readFileSync(new URL(path, golden), 'utf8'))
  })

  it('writes every file that is expected', () => {
    expect(files.map(({ path }) => path).sort()).toEqual(readdirSync(golden).sort())
  })

  it('refuses a name that Lua could not have', () => {
    const [first] = contract.operations
    if (first === undefined) throw new Error('the fixture has operations')
    const end = { ...first, request: { field: 'end', message: 'Wave' } }
    expect(() => lua({ ...contract, operations: [end] })).toThrow('end is a reserved word of Lua')
  })
})
