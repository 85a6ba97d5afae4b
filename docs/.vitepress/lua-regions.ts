import { readFileSync } from 'node:fs'
import type { MarkdownRenderer } from 'vitepress'

/**
 * Lets pages show regions of Lua files, between `-- #region NAME` and `-- #endregion NAME`: comments of Lua are none of
 * those that VitePress looks into.
 */
export function luaRegions(md: MarkdownRenderer): void {
  const { fence } = md.renderer.rules
  if (fence === undefined) throw new Error('VitePress shows code in fences')
  md.renderer.rules.fence = (tokens, index, options, env, self) => {
    const token = tokens[index] as { src?: [file: string, region?: string] } | undefined
    const [file, region] = token?.src ?? []
    const shown = fence(tokens, index, options, env, self)
    if (token === undefined || !file?.endsWith('.lua') || !region) return shown
    // What VitePress has shown is the whole file, which it now depends on. Without a source the content is shown.
    Object.assign(token, { src: undefined, content: regionOf(readFileSync(file, 'utf8'), region) })
    return fence(tokens, index, options, env, self)
  }
}

/** @throws Error if the source has no such region. */
export function regionOf(source: string, region: string): string {
  const lines = source.split('\n')
  const start = lines.findIndex((line) => line.trim() === `-- #region ${region}`)
  const end = lines.findIndex((line) => line.trim() === `-- #endregion ${region}`)
  if (start < 0 || end < start) throw new Error(`there is no region ${region}`)
  const shown = lines.slice(start + 1, end).filter((line) => !/^\s*-- #(end)?region /.test(line))
  const indent = Math.min(...shown.filter((line) => line !== '').map((line) => line.search(/\S/)))
  return `${shown.map((line) => line.slice(indent)).join('\n')}\n`
}
