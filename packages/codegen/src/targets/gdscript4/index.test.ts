import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { contract } from './contract.fixture.ts'
import { gdscript4 } from './index.ts'
import { docComment, property, quoted } from './print.ts'

const golden = fileURLToPath(new URL('golden/', import.meta.url))

describe('GDScript of Godot 4', () => {
  it.each(gdscript4(contract))('in $path is what it has to be', ({ path, content }) => {
    expect(content).toBe(readFileSync(golden + path, 'utf8'))
  })

  it('has no file that nobody expects', () => {
    expect(
      gdscript4(contract)
        .map(({ path }) => path)
        .sort(),
    ).toEqual(readdirSync(golden).sort())
  })
})

describe('a doc comment', () => {
  it('is nothing where there is nothing to say', () => {
    expect(docComment('')).toBe('')
  })

  it('is in the markup of the help, and wrapped with it', () => {
    const docs = `${'word '.repeat(18)}\`party_id\` end.\n\nErrors: \`party_full\`, [none].`
    expect(docComment(docs, 1)).toBe(
      [
        `\t## ${'word '.repeat(18).trim()}`,
        '\t## [code]party_id[/code] end.',
        '\t##',
        '\t## Errors: [code]party_full[/code], [lb]none].',
        '',
      ].join('\n'),
    )
  })
})

it('a field that would be the keyword self is called after its type', () => {
  expect([property('self', 'UserPresence'), property('self', 'MatchmakerUser'), property('label')]).toEqual([
    'self_presence',
    'self_user',
    'label',
  ])
})

it('quotes and backslashes in a text stay in it', () => {
  expect(quoted('a "b" \\ c')).toBe('"a \\"b\\" \\\\ c"')
})
