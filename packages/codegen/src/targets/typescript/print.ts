import { docLines } from '../../docs.ts'
import { camelCase } from '../../names.ts'

const width = 110

/** What stands at the top of every generated file. */
export const banner =
  '// Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.\n'

/** A doc comment, wrapped, with the names of fields as TypeScript has them. */
export function docComment(docs: string, indent = ''): string {
  if (docs === '') return ''
  const room = width - indent.length - 3
  const lines = docLines(harmless(docs), camelCase, room)
  const [only = ''] = lines
  if (lines.length === 1 && only.length + 4 <= room) return `${indent}/** ${only} */\n`
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd()).join('\n')}\n${indent} */\n`
}

function harmless(text: string): string {
  return text.replaceAll('*/', '*\\/')
}

/** An import of one file, on one line where it fits, sorted as the formatter sorts. */
export function importFrom(path: string, names: readonly string[], keyword = 'import'): string {
  if (names.length === 0) return ''
  const key = (name: string) => name.replace('type ', '')
  const sorted = [...new Set(names)].sort((a, b) => key(a).localeCompare(key(b), 'en'))
  const line = `${keyword} { ${sorted.join(', ')} } from '${path}'\n`
  if (line.length - 1 <= width) return line
  return `${keyword} {\n${sorted.map((name) => `  ${name},\n`).join('')}} from '${path}'\n`
}

/** Whether a line is no longer than the formatter leaves it. */
export function fits(line: string): boolean {
  return line.trimEnd().length <= width
}

/** The head of an arrow function, its parameters on lines of their own when they do not fit on one. */
export function arrow(before: string, parameters: readonly string[], after: string): string {
  const line = `${before}(${parameters.join(', ')})${after}`
  if (fits(line)) return line
  return `${before}(\n${parameters.map((parameter) => `  ${parameter},\n`).join('')})${after}`
}

/** `PartyCreate` as the first word of a function's name: `partyCreate`. */
export function functionName(message: string, suffix: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1) + suffix
}

/** A field's name in TypeScript. */
export const property = camelCase
