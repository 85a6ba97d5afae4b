import { docLines } from '../../docs.ts'
import { snakeCase } from '../../names.ts'

const width = 100

/** What stands at the top of every generated file. */
export const banner =
  '# Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.\n'

/** A doc comment in the markup of Godot's help, wrapped. */
export function docComment(docs: string, depth = 0): string {
  const indent = tabs(depth)
  const room = width - 4 * depth - 3
  return docLines(inMarkup(docs), (name) => name, room)
    .map((line) => `${`${indent}## ${line}`.trimEnd()}\n`)
    .join('')
}

/** What stands in backquotes as code, and brackets that are none of the markup. */
function inMarkup(docs: string): string {
  return docs
    .replaceAll('[', '[lb]')
    .replace(/`([^`]+)`/g, (_, name: string) => `[code]${fieldName(name)}[/code]`)
}

export function tabs(depth: number): string {
  return '\t'.repeat(depth)
}

/** A text in quotes. */
export function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`
}

/** Name of a field where nothing is known of its type. */
function fieldName(name: string): string {
  return name === 'self' ? 'self_presence' : name
}

/** A field's name in GDScript, where `self` is a keyword: `self_presence`, `self_user`. */
export function property(name: string, type = 'UserPresence'): string {
  return name === 'self' ? `self_${snakeCase(type).split('_').at(-1)}` : name
}
