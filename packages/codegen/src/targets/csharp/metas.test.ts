import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { presentMetas, unityMetas, unityPackage } from './metas.ts'

const metas = unityMetas(unityPackage)

it('Unity finds what it needs beside every file: otherwise run `npx -y pnpm@10 generate`', () => {
  expect(presentMetas(unityPackage)).toEqual([...metas.keys()].sort())
  for (const [path, content] of metas) {
    expect(readFileSync(unityPackage + path, 'utf8'), path).toBe(content)
  }
})

it('no two files have the same id', () => {
  const ids = [...metas.values()].map((content) => content.match(/^guid: ([0-9a-f]{32})$/m)?.[1])
  expect(ids).not.toContain(undefined)
  expect(new Set(ids).size).toBe(ids.length)
})
