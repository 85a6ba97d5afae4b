import type { Field, Message, Scalar } from '../../model.ts'
import { snakeCase } from '../../names.ts'
import { banner, identifier, locals } from './print.ts'
import type { Roles } from './roles.ts'

/** Writers that leave out a value that is the default. */
const sparse: Readonly<Record<Scalar, string>> = {
  string: 'text',
  bool: 'bool',
  int32: 'int32',
  int64: 'int64',
  double: 'double',
  bytes: 'bytes',
}

/** Writers of a value that says something by being there. */
const always: Readonly<Record<Scalar, string>> = {
  string: 'quote',
  bool: 'tostring',
  int32: 'number',
  int64: 'integer',
  double: 'number',
  bytes: 'base64',
}

/** Writers a generated file uses, collected while it is written. */
type Use = (writer: string) => string

const writer = (message: string) => `M.${identifier(snakeCase(message))}`

/** Functions that make the JSON text of messages, with nothing in it that is not set. */
export function writeFile({ written }: Roles): string {
  const used = new Set(['object'])
  const use: Use = (name) => {
    // Lua has this one itself.
    if (name !== 'tostring') used.add(name)
    return name
  }
  const functions = written.map((message) => writerOf(message, use))
  return [
    `${banner}\n${locals('values', 'party.json.values', used)}\nlocal M = {}\n`,
    ...functions,
    'return M\n',
  ].join('\n')
}

function writerOf({ name, fields }: Message, use: Use): string {
  if (fields.length === 0) return `function ${writer(name)}()\n  return "{}"\nend\n`
  const lines = fields.map((field) => `  ${use('put')}(json, "${field.name}", ${writeField(field, use)})\n`)
  return `---@param message party.${name}\nfunction ${writer(name)}(message)\n  local json = {}\n${lines.join('')}  return object(json)\nend\n`
}

function writeField({ name, type, inOneof }: Field, use: Use): string {
  const value = `message.${identifier(name)}`
  switch (type.kind) {
    case 'message':
      return `${use('optional')}(${value}, ${writer(type.message)})`
    case 'timestamp':
      return `${use('optional')}(${value}, ${use('quote')})`
    case 'wrapper':
      return `${use('optional')}(${value}, ${use(always[type.scalar])})`
    case 'list':
      return `${use('list')}(${value}, ${type.item.kind === 'message' ? writer(type.item.message) : use('quote')})`
    case 'map':
      return `${use('map')}(${value}, ${use(always[type.value])})`
    case 'scalar':
      return inOneof
        ? `${use('optional')}(${value}, ${use(always[type.scalar])})`
        : `${use(sparse[type.scalar])}(${value})`
  }
}
