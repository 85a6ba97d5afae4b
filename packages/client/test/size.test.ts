import { describe, expect, it } from 'vitest'
import { budgets, measure } from './measure.ts'

// A change that makes the package larger has to say so here, and in the README.
describe.each(Object.entries(budgets))('in a page, %s', (_, { code, gzip: budget }) => {
  it(`weighs at most ${budget} bytes`, async () => {
    const { gzip, files } = await measure(code)
    const largest = files.slice(0, 10).map(([path, bytes]) => `${bytes} ${path}`)
    expect(gzip, `the largest parts, minified: ${largest.join(', ')}`).toBeLessThanOrEqual(budget)
  })
})

it('a page carries no WebSocket of its own', async () => {
  const { files } = await measure(budgets.whole.code)
  expect(files.map(([path]) => path).filter((path) => /isomorphic-ws|node_modules\/ws\b/.test(path))).toEqual(
    [],
  )
})
