import { Fields, FileError } from './files/fields.ts'
import { covers } from './files/pattern.ts'
import { parseYaml } from './files/yaml.ts'

/** Cases that are known to fail, and why. */
export interface KnownFailure {
  /** An id; `*` stands for any characters. */
  readonly pattern: string
  readonly reason: string
  /** Where the reason is told at length. */
  readonly link: string | undefined
  /** Set where only runs with this encoding fail. */
  readonly codec: 'json' | 'protobuf' | undefined
}

/** How one run of one case went, as far as a list of known failures is concerned. */
export interface Ran {
  readonly id: string
  readonly codec: 'json' | 'protobuf'
  readonly passed: boolean
}

/**
 * Reads a list of known failures: a list of `{ pattern, reason, link?, codec? }`.
 *
 * @throws {FileError} for an entry without a pattern or without a reason.
 */
export function loadKnownFailures(name: string, text: string): KnownFailure[] {
  const list = parseYaml(name, text) ?? []
  if (!Array.isArray(list)) throw new FileError(name, 'must be a list')
  return list.map((entry, index) => {
    const fields = new Fields(entry, `${name}, entry ${index + 1}`)
    fields.allow('pattern', 'reason', 'link', 'codec')
    const codec = fields.optionalText('codec')
    if (codec !== undefined && codec !== 'json' && codec !== 'protobuf') {
      throw new FileError(fields.place, '"codec" must be json or protobuf')
    }
    return {
      pattern: fields.text('pattern'),
      reason: fields.text('reason'),
      link: fields.optionalText('link'),
      codec,
    }
  })
}

/** The entry that says why a run fails, if it is known. */
export function knownFailureOf(
  list: readonly KnownFailure[],
  run: Pick<Ran, 'id' | 'codec'>,
): KnownFailure | undefined {
  return list.find((entry) => isAbout(entry, run))
}

/**
 * What is wrong with a list of known failures, given how every case went: entries that cover nothing, and entries
 * that cover a case which passes. A list that nobody prunes hides what it was made to show.
 */
export function staleEntries(list: readonly KnownFailure[], runs: readonly Ran[]): string[] {
  return list.flatMap((entry) => {
    const covered = runs.filter((run) => isAbout(entry, run))
    if (covered.length === 0) return [`"${entry.pattern}" covers no case that ran`]
    return covered
      .filter(({ passed }) => passed)
      .map(({ id }) => `"${entry.pattern}" covers ${id}, which passes`)
  })
}

function isAbout({ pattern, codec }: KnownFailure, run: Pick<Ran, 'id' | 'codec'>): boolean {
  return (codec === undefined || codec === run.codec) && covers(pattern, run.id)
}
