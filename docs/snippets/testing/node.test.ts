import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

it('runs with the test runner of Node', async () => {
  const file = fileURLToPath(new URL('node.ts', import.meta.url))
  const { NODE_TEST_CONTEXT: _, ...env } = process.env
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--test', '--test-reporter=tap', file],
    {
      env,
    },
  )
  expect(stdout).toContain('# pass 1')
})
