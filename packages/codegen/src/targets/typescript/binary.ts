import type { Contract, EnvelopeMember, Field, Message, Scalar } from '../../model.ts'
import { arrow, banner, docComment, functionName, importFrom, property } from './print.ts'
import type { Roles } from './roles.ts'

/** How each scalar travels: wire type 0 is a varint, 1 is eight bytes, 2 is a length and as many bytes. */
const wireTypes: Readonly<Record<Scalar, number>> = {
  string: 2,
  bool: 0,
  int32: 0,
  int64: 0,
  double: 1,
  bytes: 2,
}

/** Helpers a generated file calls, collected while it is written. */
type Use = (helper: string) => string

const toBinary = (message: string) => functionName(message, 'ToBinary')
const fromBinary = (message: string) => functionName(message, 'FromBinary')

/** Functions that write messages in binary, with nothing in them that is not set. */
export function binaryEncodeFile(contract: Contract, roles: Roles): string {
  const helpers = new Set<string>()
  const use: Use = (helper) => {
    helpers.add(helper)
    return helper
  }
  const messages = onTheSocket(contract)
  const functions = messages.map((message) => encoder(message, use))
  const imports = [
    importFrom('../binary/write.ts', [...helpers, 'type BinaryWriters', 'type ToBinary']),
    importMessages(messages),
  ]
  const tables = [
    writerTable('requestToBinary', roles.fromClient, contract, 'Writers of what a client sends.'),
    writerTable('messageToBinary', roles.all, contract, 'Writers of every message of an envelope.'),
  ]
  return [banner + imports.join(''), ...functions, ...tables].join('\n')
}

/** Functions that read messages from binary. */
export function binaryDecodeFile(contract: Contract, roles: Roles): string {
  const helpers = new Set<string>()
  const use: Use = (helper) => {
    helpers.add(helper)
    return helper
  }
  const messages = onTheSocket(contract)
  const functions = messages.map((message) => decoder(message, use))
  const creators = messages.map(({ name }) => `create${name}`)
  const imports = [
    importFrom('../binary/read.ts', [...helpers, 'type BinaryReaders', 'type FromBinary']),
    importFrom('./messages.ts', [...creators, ...messages.map(({ name }) => `type ${name}`)]),
  ]
  const tables = [
    readerTable('replyFromBinary', roles.fromServer, contract, 'Readers of what a server sends.'),
    readerTable('messageFromBinary', roles.all, contract, 'Readers of every message of an envelope.'),
  ]
  return [banner + imports.join(''), ...functions, ...tables].join('\n')
}

/** The messages an envelope can hold, directly or deep inside: all else travels as JSON only. */
function onTheSocket({ messages }: Contract): Message[] {
  const reached = new Set(messages.filter(({ oneof }) => oneof?.ofMessages).map(({ name }) => name))
  for (const name of reached) {
    // What is added here is walked too: a set that grows is walked to its end.
    const fields = messages.find((message) => message.name === name)?.fields ?? []
    for (const { type } of fields) {
      const part = type.kind === 'list' ? type.item : type
      if (part.kind === 'message') reached.add(part.message)
    }
  }
  return messages.filter(({ name, oneof }) => reached.has(name) && !oneof?.ofMessages)
}

function importMessages(messages: readonly Message[]): string {
  const names = messages.map(({ name }) => name)
  return importFrom('./messages.ts', names, 'import type')
}

function writerTable(
  name: string,
  members: readonly EnvelopeMember[],
  contract: Contract,
  docs: string,
): string {
  const lines = members.map(
    ({ field, message }) => `  ${property(field)}: [${memberTag(field, contract)}, ${toBinary(message)}],\n`,
  )
  return `${docComment(docs)}export const ${name}: BinaryWriters = {\n${lines.join('')}}\n`
}

function readerTable(
  name: string,
  members: readonly EnvelopeMember[],
  contract: Contract,
  docs: string,
): string {
  const lines = members.map(
    ({ field, message }) =>
      `  ${memberTag(field, contract)}: ['${property(field)}', ${fromBinary(message)}],\n`,
  )
  return `${docComment(docs)}export const ${name}: BinaryReaders = {\n${lines.join('')}}\n`
}

function memberTag(name: string, { messages }: Contract): number {
  const fields = messages.flatMap((message) => (message.oneof?.ofMessages ? message.fields : []))
  const field = fields.find((candidate) => candidate.name === name)
  if (field === undefined) throw new Error(`the envelope has no ${name}`)
  return tag(field)
}

/** The number in front of a field's value: field number and wire type in one. */
function tag({ number, type }: Field): number {
  return (number << 3) | (type.kind === 'scalar' ? wireTypes[type.scalar] : 2)
}

function encoder(message: Message, use: Use): string {
  const { name, fields } = message
  const head = `export const ${toBinary(name)}: ToBinary<${name}> = `
  if (fields.length === 0) return `${head}() => {}\n`
  const lines = fields.map((field) => `  ${encodeField(field, use)}\n`)
  return `${head}(message, writer) => {\n${lines.join('')}}\n`
}

function encodeField(field: Field, use: Use): string {
  const value = `message.${property(field.name)}`
  const start = `writer.uint32(${tag(field)})`
  const { type } = field
  const nested = (of: string, write: string) =>
    `${use('writeMessage')}(writer, ${tag(field)}, ${of}, ${write})`
  switch (type.kind) {
    case 'message':
      return `if (${value}) ${nested(value, toBinary(type.message))}`
    case 'timestamp':
      return `if (${value}) ${nested(value, use('writeTimestamp'))}`
    case 'list':
      return type.item.kind === 'message'
        ? `for (const item of ${value}) ${nested('item', toBinary(type.item.message))}`
        : `for (const item of ${value}) ${start}.${type.item.scalar}(item)`
    case 'map':
      return `${use('writeMap')}(writer, ${tag(field)}, ${value}, ${use(`${type.value}Entry`)})`
    case 'wrapper':
      return `if (${value} !== undefined) ${nested(value, use(`${type.scalar}Value`))}`
    case 'scalar': {
      const isSet = field.inOneof
        ? `${value} !== undefined`
        : type.scalar === 'bytes'
          ? `${value}.length`
          : value
      return `if (${isSet}) ${start}.${type.scalar}(${value})`
    }
  }
}

function decoder(message: Message, use: Use): string {
  const { name, fields } = message
  const head = arrow(
    `export const ${fromBinary(name)}: FromBinary<${name}> = `,
    ['reader', 'end', `message = create${name}()`],
    ' => {\n',
  )
  const loop = `  while (reader.pos < end) {\n    const tag = ${use('readTag')}(reader)\n`
  const skip = `${use('skip')}(reader, tag)\n`
  const lines = fields.map((field) => {
    const others = fields.filter((other) => field.inOneof && other.inOneof && other !== field)
    const block = statement(decodeField(field, use), others)
    return `if (tag === ${tag(field)}) ${block}${block.endsWith('}') ? ' ' : '\n    '}else `
  })
  return `${head}${loop}    ${lines.join('')}${skip}  }\n  return message\n}\n`
}

/** Setting a member of a oneof unsets the others. */
function statement(assignment: string, others: readonly Field[]): string {
  if (others.length === 0) return assignment
  const unset = others.map(({ name }) => `      message.${property(name)} = undefined\n`)
  return `{\n      ${assignment}\n${unset.join('')}    }`
}

function decodeField(field: Field, use: Use): string {
  const target = `message.${property(field.name)}`
  const { type } = field
  switch (type.kind) {
    case 'message':
      return `${target} = ${use('readMessage')}(reader, ${fromBinary(type.message)}, ${target})`
    case 'timestamp':
      return `${target} = ${use('readMessage')}(reader, ${use('readTimestamp')}, ${target})`
    case 'wrapper':
      return `${target} = ${use('readMessage')}(reader, ${use(`${type.scalar}Wrapper`)}, ${target})`
    case 'list':
      return type.item.kind === 'message'
        ? `${target}.push(${use('readMessage')}(reader, ${fromBinary(type.item.message)}))`
        : `${target}.push(${use('readString')}(reader))`
    case 'map':
      return `${use('readEntry')}(reader, ${target}, ${use(`${type.value}Entry`)})`
    case 'scalar':
      return `${target} = ${use(readerOf(type.scalar))}(reader)`
  }
}

function readerOf(scalar: Scalar): string {
  return `read${scalar.charAt(0).toUpperCase()}${scalar.slice(1)}`
}
