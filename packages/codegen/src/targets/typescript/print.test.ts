import { describe, expect, it } from 'vitest'
import { arrow, docComment, importFrom } from './print.ts'

describe('a doc comment', () => {
  it('stands on one line where it can', () => {
    expect(docComment('The ticket.', '  ')).toBe('  /** The ticket. */\n')
  })

  it('is nothing where there is nothing to say', () => {
    expect(docComment('')).toBe('')
  })

  it('has its lines filled and its paragraphs kept', () => {
    const docs = `One\ntwo.\n\n${'word '.repeat(30).trim()}`
    expect(docComment(docs)).toBe(
      [
        '/**',
        ' * One two.',
        ' *',
        ` * ${'word '.repeat(21).trim()}`,
        ` * ${'word '.repeat(9).trim()}`,
        ' */',
        '',
      ].join('\n'),
    )
  })

  it('has names as TypeScript has them, but error codes as they are', () => {
    const docs = 'Sends `party_data_send`.\n\nErrors: `party_not_found`.'
    expect(docComment(docs)).toBe('/**\n * Sends `partyDataSend`.\n *\n * Errors: `party_not_found`.\n */\n')
  })

  it('cannot be ended by what it says', () => {
    expect(docComment('Matches party/*/members.')).toBe('/** Matches party/*\\/members. */\n')
  })
})

describe('an import', () => {
  it('is sorted by name, whether of a type or not', () => {
    expect(importFrom('./a.ts', ['type Beta', 'alpha', 'gamma', 'alpha'])).toBe(
      "import { alpha, type Beta, gamma } from './a.ts'\n",
    )
  })

  it('is nothing when nothing is used', () => {
    expect(importFrom('./a.ts', [])).toBe('')
  })

  it('takes several lines when it is long', () => {
    const names = Array.from({ length: 12 }, (_, index) => `someLongName${index}`)
    expect(importFrom('./a.ts', names)).toMatch(
      /^import \{\n( {2}someLongName\d+,\n){12}\} from '.\/a.ts'\n$/,
    )
  })
})

it('the head of a function is broken when it is too long', () => {
  expect(arrow('const f = ', ['a', 'b'], ' => {\n')).toBe('const f = (a, b) => {\n')
  const name = 'x'.repeat(110)
  expect(arrow(`const ${name} = `, ['a', 'b'], ' => {\n')).toBe(`const ${name} = (\n  a,\n  b,\n) => {\n`)
})
