import { docLines } from '../../docs.ts'

const width = 110

/** What stands at the top of every generated file. */
export const banner =
  '-- Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.\n'

/** Names of Lua are those of the contract. */
const same = (name: string) => name

/** Documentation as the language server for Lua reads it: each line after three dashes. */
export function docComment(docs: string, indent = ''): string {
  const lines = docLines(docs, same, width - indent.length - 4)
  return lines.map((line) => `${`${indent}--- ${line}`.trimEnd()}\n`).join('')
}

/** Documentation behind an annotation, which has one line. */
export function trailing(docs: string): string {
  const text = docs.replace(/\s+/g, ' ').trim()
  return text === '' ? '' : ` ${text}`
}

/** A text of Lua. */
export function quote(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

/** Local names for what a module of the runtime has, in the order of the alphabet. */
export function locals(module: string, path: string, names: Iterable<string>): string {
  const sorted = [...new Set(names)].sort()
  const lines = sorted.map((name) => `local ${name} = ${module}.${name}\n`)
  return `local ${module} = require "${path}"\n${lines.join('')}`
}

/** Reserved words of Lua cannot stand behind a dot. */
const reserved = new Set(
  'and break do else elseif end false for function if in local nil not or repeat return then true until while'.split(
    ' ',
  ),
)

/** Refuses a name that Lua could not have as it is. */
export function identifier(name: string): string {
  if (reserved.has(name)) throw new Error(`${name} is a reserved word of Lua`)
  return name
}
