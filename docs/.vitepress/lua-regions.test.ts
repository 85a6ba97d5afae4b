import { fileURLToPath } from 'node:url'
import { createMarkdownRenderer } from 'vitepress'
import { describe, expect, it } from 'vitest'
import { luaRegions, regionOf } from './lua-regions.ts'

describe('a region of a Lua file', () => {
  it('is what stands between its marks, moved to the left', () => {
    const source = '  -- #region a\n  if x then\n\n    y()\n  end\n  -- #endregion a\nz()\n'
    expect(regionOf(source, 'a')).toBe('if x then\n\n  y()\nend\n')
  })

  it('has no marks of other regions in it', () => {
    expect(regionOf('-- #region a\nx()\n-- #region b\ny()\n-- #endregion b\n-- #endregion a\n', 'a')).toBe(
      'x()\ny()\n',
    )
  })

  it('has to be there', () => {
    expect(() => regionOf('x()\n', 'a')).toThrow('there is no region a')
  })

  it('is what a page shows, and nothing else of the file', async () => {
    const root = fileURLToPath(new URL('..', import.meta.url))
    const markdown = await createMarkdownRenderer(root, { config: luaRegions })
    const html = markdown.render('<<< ./snippets/defold/create.lua#closed{lua} [Lua]\n', {
      path: `${root}/page.md`,
    })
    expect(html).toContain('party_create')
    expect(html).not.toContain('open_party')
    expect(html).not.toContain('#region')
  })
})
