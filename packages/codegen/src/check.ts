import type { Contract } from './model.ts'

/**
 * Checks what no single file of the contract can: that they agree.
 *
 * @throws Error naming the first thing that does not
 */
export function checkContract({ operations, httpOperations, errors }: Contract): void {
  const codes = new Set(errors.map(({ code }) => code))
  for (const { name, docs, errors: named } of [...operations, ...httpOperations]) {
    const unknown = named.find((code) => !codes.has(code))
    if (unknown !== undefined) throw new Error(`${name}: the error ${unknown} is not in errors.yaml`)
    // Elsewhere a target would turn the code into a name of its language.
    const stray = quoted(docs.split('Errors:')[0] ?? '').find((word) => codes.has(word))
    if (stray !== undefined)
      throw new Error(`${name}: ${stray} has to be in the paragraph that begins "Errors:"`)
  }
}

/** What stands in backquotes. */
function quoted(docs: string): string[] {
  return [...docs.matchAll(/`(\w+)`/g)].map(([, word = '']) => word)
}
