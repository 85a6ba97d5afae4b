import { Fields, FileError } from './fields.ts'
import { parseYaml } from './load.ts'

/** Scenarios that are known to fail, and why. */
export interface NotYet {
  /** A scenario's name; `*` stands for any characters. */
  readonly pattern: string
  readonly reason: string
}

/**
 * Reads a list of known failures: a list of `{ pattern, reason }`.
 *
 * @throws {FileError} for an entry without a pattern or without a reason.
 */
export function loadNotYet(name: string, text: string): NotYet[] {
  const list = parseYaml(name, text) ?? []
  if (!Array.isArray(list)) throw new FileError(name, 'must be a list')
  return list.map((entry, index) => {
    const fields = new Fields(entry, `${name}, entry ${index + 1}`).allow('pattern', 'reason')
    return { pattern: fields.text('pattern'), reason: fields.text('reason') }
  })
}

/** Whether a pattern covers a name. */
export function covers(pattern: string, name: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`).test(name)
}

/**
 * What is wrong with a list of known failures, given how every scenario went: entries that cover nothing, and
 * entries that cover a scenario which passes. A list that nobody prunes hides what it was made to show.
 */
export function staleEntries(list: readonly NotYet[], passed: ReadonlyMap<string, boolean>): string[] {
  return list.flatMap(({ pattern }) => {
    const covered = [...passed].filter(([name]) => covers(pattern, name))
    if (covered.length === 0) return [`"${pattern}" covers no scenario`]
    return covered.filter(([, pass]) => pass).map(([name]) => `"${pattern}" covers ${name}, which passes`)
  })
}
