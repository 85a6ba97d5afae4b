import { docLines } from '../../docs.ts'
import { camelCase } from '../../names.ts'

/** Of documentation, before its names are marked. */
const width = 106

/** The namespace of everything. It is none of the classes' names: C# would take that for the namespace. */
export const namespace = 'Parties'

/** `party_id` and `partyId` as a property or a constant: `PartyId`. */
export function pascalCase(name: string): string {
  const camel = camelCase(name)
  return camel.charAt(0).toUpperCase() + camel.slice(1)
}

/** A file: what stands at its top, what it uses, and its types, already indented by one step. */
export function file(usings: readonly string[], types: readonly string[]): string {
  const banner =
    '// Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.\n'
  const using = usings.map((name) => `using ${name};\n`).join('')
  return `${banner}${using && `\n${using}`}\nnamespace ${namespace}\n{\n${types.join('\n')}}\n`
}

/** A documentation comment: the first paragraph is the summary, the others are remarks. */
export function docComment(docs: string, indent: string): string {
  if (docs === '') return ''
  const lines = docLines(escaped(docs), pascalCase, width - indent.length - 4)
  const paragraphs: string[][] = [[]]
  for (const line of lines) {
    if (line === '') paragraphs.push([])
    else paragraphs.at(-1)?.push(line.replace(/`([^`]*)`/g, '<c>$1</c>'))
  }
  const [summary = [], ...remarks] = paragraphs
  const marked = remarks.flatMap((paragraph) => tagged('para', paragraph))
  const all = [...tagged('summary', summary), ...(marked.length > 0 ? tagged('remarks', marked) : [])]
  return all.map((line) => `${indent}/// ${line}\n`).join('')
}

/** On one line where it is one. */
function tagged(tag: string, lines: readonly string[]): string[] {
  const [only = ''] = lines
  if (lines.length === 1 && !only.startsWith('<para>')) return [`<${tag}>${only}</${tag}>`]
  return [`<${tag}>`, ...lines, `</${tag}>`]
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** A text in quotes. */
export function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}
