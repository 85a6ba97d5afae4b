import { expect, it } from 'vitest'
import { readApi } from '../site/api.ts'
import { readContract } from '../site/contract.ts'
import { findGaps } from '../site/docstrings.ts'

it('every public export has a docstring, and every call says what it can end with', async () => {
  const { project } = await readApi()
  expect(findGaps(project, readContract())).toEqual([])
}, 60_000)
