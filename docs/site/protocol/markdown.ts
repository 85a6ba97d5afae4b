import type { EnvelopeMember, FieldType } from '@party/codegen'

/** A page's head: what it is called, and that there is nothing to edit. */
export const page = (title: string, ...parts: readonly string[]): string =>
  `---\neditLink: false\n---\n\n# ${title}\n\n${parts.join('\n\n')}\n`

/** Rows under a head, each a list of cells. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** One paragraph, fit for a table. */
const cell = (text: string): string => text.replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|')

export const code = (text: string): string => `\`${text}\``

export const linkToMessage = (name: string, page = 'messages.md'): string =>
  `[${name}](${page}#${name.toLowerCase()})`

export const linkToError = (name: string): string => `[${code(name)}](errors.md#${anchor(name)})`

/** A heading whose address is its own name, whatever the page does with underscores. */
export const heading = (level: number, name: string, id: string = anchor(name)): string =>
  `${'#'.repeat(level)} ${name} {#${id}}`

export const anchor = (name: string): string => name.toLowerCase().replaceAll('_', '-')

/** The documentation of a call without the paragraph that names its errors, which a page shows as a list. */
export const withoutErrors = (docs: string): string =>
  docs
    .split('\n\n')
    .filter((paragraph) => !paragraph.startsWith('Errors:'))
    .join('\n\n')

/** That paragraph. What it says beside the codes stays. */
export function errorsOf(docs: string): string {
  const paragraph = docs.split('\n\n').find((text) => text.startsWith('Errors:'))
  return paragraph?.replace(/`([a-z_]+)`/g, (_, name: string) => linkToError(name)) ?? ''
}

/** A type in the words of the contract. */
export function typeOf(type: FieldType, page?: string): string {
  switch (type.kind) {
    case 'scalar':
      return code(type.scalar)
    case 'wrapper':
      return `${code(type.scalar)}, can be unset`
    case 'timestamp':
      return 'time'
    case 'message':
      return linkToMessage(type.message, page)
    case 'list':
      return `list of ${type.item.kind === 'message' ? linkToMessage(type.item.message, page) : code(type.item.scalar)}`
    case 'map':
      return `map of ${code('string')} to ${code(type.value)}`
  }
}

export const memberOf = (member: EnvelopeMember): string =>
  `${code(member.field)}: ${linkToMessage(member.message)}`
