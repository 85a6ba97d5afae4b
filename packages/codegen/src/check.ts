import type { Contract } from './model.ts'

/**
 * Checks what no single file of the contract can: that they agree.
 *
 * @throws Error naming the first thing that does not
 */
export function checkContract({ messages, operations, httpOperations, errors }: Contract): void {
  const codes = new Set(errors.map(({ code }) => code))
  for (const operation of [...operations, ...httpOperations]) {
    const unknown = operation.errors.find((code) => !codes.has(code))
    if (unknown !== undefined)
      throw new Error(`${operation.name}: the error ${unknown} is not in errors.yaml`)
  }
  // In documentation both stand in backquotes, and only names of fields are turned into those of a language.
  const fields = messages.flatMap((message) => message.fields.map(({ name }) => name))
  const both = fields.find((name) => codes.has(name))
  if (both !== undefined) throw new Error(`${both} is the name of a field and of an error`)
}
