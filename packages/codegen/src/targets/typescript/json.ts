import type { Contract, EnvelopeMember, Field, ItemType, Message, Scalar } from '../../model.ts'
import { arrow, banner, docComment, fits, functionName, importFrom, property } from './print.ts'
import type { Roles } from './roles.ts'

const converters: Readonly<Record<Scalar, string>> = {
  string: 'asString',
  bool: 'asBool',
  int32: 'asInt32',
  int64: 'asInt64',
  double: 'asDouble',
  bytes: 'asBytes',
}

/** Helpers a generated file calls, collected while it is written. */
type Use = (helper: string) => string

const toJson = (message: string) => functionName(message, 'ToJson')
const scalarToJson = (scalar: Scalar) => `${scalar}ToJson`
const fromJson = (message: string) => functionName(message, 'FromJson')

/** Messages that many others name as they are, and that may have their JSON with them: a server's presences. */
const keptMessages: readonly string[] = ['UserPresence']

/** Functions that write messages as JSON text, with nothing in it that is not set. */
export function jsonEncodeFile(contract: Contract, roles: Roles): string {
  const helpers = new Set<string>()
  const use: Use = (helper) => {
    helpers.add(helper)
    return helper
  }
  const messages = plainMessages(contract)
  const functions = messages.map((message) => encoder(message, use))
  const imports = [
    importFrom('../json/encode.ts', [...helpers, 'type JsonWriters']),
    importFrom(
      './messages.ts',
      messages.map(({ name }) => name),
      'import type',
    ),
  ]
  return [banner + imports.join(''), ...functions, writerTable(roles.all)].join('\n')
}

/** Functions that read messages from parsed JSON. */
export function jsonDecodeFile(contract: Contract, roles: Roles): string {
  const helpers = new Set<string>()
  const use: Use = (helper) => {
    helpers.add(helper)
    return helper
  }
  const messages = plainMessages(contract)
  const functions = messages.map((message) => decoder(message, use))
  const scalars = [...helpers].filter((helper) => helper.startsWith('as') || helper === 'noBytes')
  const readers = [...helpers].filter((helper) => !scalars.includes(helper))
  const imports = [
    importFrom('../json/fields.ts', [...readers, 'type JsonReader', 'type JsonReaders']),
    importFrom('../json/scalars.ts', scalars),
    importFrom(
      './messages.ts',
      messages.map(({ name }) => name),
      'import type',
    ),
  ]
  return [banner + imports.join(''), ...functions, readerTable(roles.all)].join('\n')
}

/** All messages but the envelope, whose codec is written by hand around the tables. */
function plainMessages({ messages }: Contract): Message[] {
  return messages.filter((message) => !message.oneof?.ofMessages)
}

function writerTable(members: readonly EnvelopeMember[]): string {
  const lines = members.map(
    ({ field, message }) => `  ${property(field)}: ['${field}', ${toJson(message)}],\n`,
  )
  const docs = docComment('Name in JSON and writer of every message of an envelope.')
  return `${docs}export const messageToJson: JsonWriters = {\n${lines.join('')}}\n`
}

function readerTable(members: readonly EnvelopeMember[]): string {
  const lines = members.map(
    ({ field, message }) => `  ${field}: ['${property(field)}', ${fromJson(message)}],\n`,
  )
  const docs = docComment('Kind and reader of every message of an envelope, by name in JSON.')
  return `${docs}export const messageFromJson: JsonReaders = {\n${lines.join('')}}\n`
}

function encoder(message: Message, use: Use): string {
  const { name, fields } = message
  const head = `export const ${toJson(name)} = `
  if (fields.length === 0) return `${head}(_message: ${name}): string => '{}'\n`
  const kept = keptMessages.includes(name)
    ? `  const kept = ${use('keptJson')}(message)\n  if (kept !== undefined) return kept\n`
    : ''
  const lines = fields.map((field, index) => encodeField(field, index > 0, use))
  const body = `${kept}  let json = '{'\n${lines.join('')}  return \`\${json}}\`\n`
  return `${head}(message: ${name}): string => {\n${body}}\n`
}

/** A statement that adds a field to the object under way, if it is set. Only the first one needs no comma before it. */
function encodeField(field: Field, isLater: boolean, use: Use): string {
  const value = `message.${property(field.name)}`
  const comma = isLater ? `\${${use('comma')}(json)}` : ''
  const condition = `if (${isSet(field, value, use)})`
  const addition = `json += \`${comma}"${field.name}":${jsonOf(field, value, use)}\``
  const line = `  ${condition} ${addition}\n`
  return fits(line) ? line : `  ${condition}\n    ${addition}\n`
}

/** When a field travels. */
function isSet({ type, inOneof }: Field, value: string, use: Use): string {
  if (type.kind === 'list') return `${value}.length > 0`
  if (type.kind === 'map') return `${use('hasEntries')}(${value})`
  if (type.kind === 'wrapper' || inOneof) return `${value} !== undefined`
  return type.kind === 'scalar' && type.scalar === 'bytes' ? `${value}.length > 0` : value
}

/** What stands in the template for a value: an expression, or what is always the same. */
function jsonOf({ type, inOneof }: Field, value: string, use: Use): string {
  switch (type.kind) {
    case 'message':
      return `\${${toJson(type.message)}(${value})}`
    case 'timestamp':
      return `\${${use('timestampToJson')}(${value})}`
    case 'list':
      return `\${${use('listToJson')}(${value}, ${itemToJson(type.item, use)})}`
    case 'map':
      return `\${${use('mapToJson')}(${value}, ${use(scalarToJson(type.value))})}`
    case 'wrapper':
      return `\${${use(scalarToJson(type.scalar))}(${value})}`
    case 'scalar':
      // Of a truth value that is not in a oneof only true travels.
      return type.scalar === 'bool' && !inOneof ? 'true' : `\${${use(scalarToJson(type.scalar))}(${value})}`
  }
}

function itemToJson(item: ItemType, use: Use): string {
  return item.kind === 'message' ? toJson(item.message) : use(scalarToJson(item.scalar))
}

function decoder(message: Message, use: Use): string {
  const { name, fields } = message
  const head = arrow(
    `export const ${fromJson(name)}: JsonReader<${name}> = `,
    ['value', 'at', 'name'],
    ' => {\n',
  )
  const open = `  const from = ${use('fields')}(value, at, name)\n`
  const finish = `  return ${use('finish')}(from, {`
  if (fields.length === 0) return `${head}${open}${finish}})\n}\n`
  const members = fields.filter((field) => field.inOneof).map((field) => `, '${field.name}'`)
  const check = members.length > 0 ? `  ${use('atMostOne')}(from${members.join('')})\n` : ''
  const lines = fields.map((field) => `    ${property(field.name)}: ${decodeField(field, use)},\n`)
  return `${head}${open}${check}${finish}\n${lines.join('')}  })\n}\n`
}

function decodeField({ name, type, inOneof }: Field, use: Use): string {
  const read = (converter: string, unset: string) => `${use('read')}(from, '${name}', ${converter}, ${unset})`
  switch (type.kind) {
    case 'message':
      return read(fromJson(type.message), 'undefined')
    case 'timestamp':
      return read(use('asTimestamp'), 'undefined')
    case 'wrapper':
      return read(use(converters[type.scalar]), 'undefined')
    case 'list': {
      const item =
        type.item.kind === 'message' ? fromJson(type.item.message) : use(converters[type.item.scalar])
      return `${use('readList')}(from, '${name}', ${item})`
    }
    case 'map':
      return `${use('readMap')}(from, '${name}', ${use(converters[type.value])})`
    case 'scalar':
      return read(use(converters[type.scalar]), inOneof ? 'undefined' : unsetScalar(type.scalar, use))
  }
}

function unsetScalar(scalar: Scalar, use: Use): string {
  if (scalar === 'string') return "''"
  if (scalar === 'bool') return 'false'
  return scalar === 'bytes' ? use('noBytes') : '0'
}
