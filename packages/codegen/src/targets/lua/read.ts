import type { Field, Message, Scalar } from '../../model.ts'
import { snakeCase } from '../../names.ts'
import { banner, docComment, identifier, locals } from './print.ts'
import type { Roles } from './roles.ts'

const kinds: Readonly<Record<Scalar, string>> = {
  string: 'text',
  bool: 'bool',
  int32: 'int32',
  int64: 'int64',
  double: 'double',
  bytes: 'bytes',
}

/** Kinds a generated file uses, collected while it is written. */
type Use = (kind: string) => string

const reader = (message: string) => `M.${identifier(snakeCase(message))}`

/** Functions that make messages of decoded JSON. */
export function readFile({ read, fromServer }: Roles): string {
  const used = new Set<string>()
  const use: Use = (kind) => {
    used.add(kind)
    return kind
  }
  const functions = read.map((message) => readerOf(message, use))
  const members = fromServer.map(({ field, message }) => `  ${identifier(field)} = ${reader(message)},\n`)
  const docs = 'The reader of every message that an envelope from the server may carry, by its name in JSON.'
  return [
    `${banner}\n${locals('kinds', 'party.json.kinds', used)}\nlocal M = {}\n`,
    ...functions,
    `${docComment(docs)}M.replies = {\n${members.join('')}}\n`,
    'return M\n',
  ].join('\n')
}

function readerOf({ name, fields }: Message, use: Use): string {
  const docs = `---@return party.${name}\n`
  if (fields.length === 0) return `${docs}function ${reader(name)}()\n  return {}\nend\n`
  const lines = fields.map((field) => `    ${identifier(field.name)} = ${readField(field, use)},\n`)
  return `${docs}function ${reader(name)}(value)\n  local from = ${use('fields')}(value)\n  return {\n${lines.join('')}  }\nend\n`
}

function readField({ name, type, inOneof }: Field, use: Use): string {
  const value = `from.${name}`
  switch (type.kind) {
    case 'message':
      return `${reader(type.message)}(${value})`
    case 'timestamp':
      return `${use('optional')}(${value}, ${use('text')})`
    case 'wrapper':
      return `${use('optional')}(${value}, ${use(kinds[type.scalar])})`
    case 'list':
      return `${use('list')}(${value}, ${type.item.kind === 'message' ? reader(type.item.message) : use('text')})`
    case 'map':
      return `${use('map')}(${value}, ${use(kinds[type.value])})`
    case 'scalar':
      return inOneof
        ? `${use('optional')}(${value}, ${use(kinds[type.scalar])})`
        : `${use(kinds[type.scalar])}(${value})`
  }
}
