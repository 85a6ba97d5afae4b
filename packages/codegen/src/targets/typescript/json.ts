import type { Contract, EnvelopeMember, Field, Message, Scalar } from '../../model.ts'
import { arrow, banner, docComment, functionName, importFrom, property } from './print.ts'
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
const fromJson = (message: string) => functionName(message, 'FromJson')

/** Functions that turn messages into plain JSON objects, with nothing in them that is not set. */
export function jsonEncodeFile(contract: Contract, roles: Roles): string {
  const helpers = new Set<string>()
  const use: Use = (helper) => {
    helpers.add(helper)
    return helper
  }
  const messages = plainMessages(contract)
  const functions = messages.map((message) => encoder(message, use))
  const imports = [
    importFrom('../json/encode.ts', [...helpers, 'type JsonObject', 'type JsonWriters']),
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
  const head = `export const ${toJson(message.name)} = `
  if (message.fields.length === 0) return `${head}(_message: ${message.name}): JsonObject => ({})\n`
  const lines = message.fields.map((field) => `  ${field.name}: ${encodeField(field, use)},\n`)
  return `${head}(message: ${message.name}): JsonObject => ({\n${lines.join('')}})\n`
}

function encodeField(field: Field, use: Use): string {
  const value = `message.${property(field.name)}`
  const { type } = field
  switch (type.kind) {
    case 'message':
      return `${value} && ${toJson(type.message)}(${value})`
    case 'timestamp':
      return `${use('timestampToJson')}(${value})`
    case 'list':
      return type.item.kind === 'message'
        ? `${use('listToJson')}(${value}, ${toJson(type.item.message)})`
        : `${use('listToJson')}(${value})`
    case 'map':
      return type.value === 'double'
        ? `${use('mapToJson')}(${value}, ${use('doubleToJson')})`
        : `${use('mapToJson')}(${value})`
    case 'wrapper':
      return value
    case 'scalar':
      if (field.inOneof) return value
      if (['int64', 'bytes', 'double'].includes(type.scalar))
        return `${use(`${type.scalar}ToJson`)}(${value})`
      return `${value} || undefined`
  }
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
