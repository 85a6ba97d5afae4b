import type { Limit } from '../contract.ts'
import { code, page, table } from './markdown.ts'

/** Sizes and counts, and how connections end. */
export function limitsPage(limits: readonly Limit[], closing: readonly Limit[]): string {
  const isCode = ({ value }: Limit): boolean => /^\d+$/.test(value)
  return page(
    'Limits and closing',
    'What a server takes unless it is configured otherwise. Sizes are in bytes of UTF-8.',
    '## Limits',
    table(
      ['Name', 'Value', 'Meaning'],
      limits.map(({ name, value, docs }) => [code(name), value.replaceAll('_', ' '), docs]),
    ),
    '## Close codes',
    'Nakama closes with 1000 and a reason in words whatever has happened; only a frame that is too large has a code ' +
      'of its own.',
    table(
      ['Code', 'Name', 'Meaning'],
      closing.filter(isCode).map(({ name, value, docs }) => [value, code(name), docs]),
    ),
    '## Reasons',
    table(
      ['Reason', 'Meaning'],
      closing.filter((constant) => !isCode(constant)).map(({ value, docs }) => [code(value), docs]),
    ),
  )
}
