import { beforeAll, expect, it } from 'vitest'
import { readApi } from '../site/api.ts'
import { readContract } from '../site/contract.ts'
import { findGaps } from '../site/docstrings.ts'
import { findStrays } from '../site/mentions.ts'

let project: Awaited<ReturnType<typeof readApi>>['project']

beforeAll(async () => {
  project = (await readApi()).project
}, 120_000)

it('every public export has a docstring, and every call says what it can end with', () => {
  expect(findGaps(project, readContract())).toEqual([])
})

it('no page mentions what does not exist', () => {
  expect(findStrays(project)).toEqual([])
})
