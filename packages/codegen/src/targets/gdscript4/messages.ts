import type { Contract, Enum, Field, Message, Scalar } from '../../model.ts'
import { banner, docComment, property, quoted, tabs } from './print.ts'
import { read, written } from './roles.ts'

const scalarTypes: Readonly<Record<Scalar, string>> = {
  string: 'String',
  bool: 'bool',
  int32: 'int',
  int64: 'int',
  double: 'float',
  bytes: 'PackedByteArray',
}

const scalarDefaults: Readonly<Record<Scalar, string>> = {
  string: '""',
  bool: 'false',
  int32: '0',
  int64: '0',
  double: '0.0',
  bytes: 'PackedByteArray()',
}

/** What a field of JSON is read with. */
const scalarReaders: Readonly<Record<Scalar, string>> = {
  string: 'text',
  bool: 'boolean',
  int32: 'integer',
  int64: 'integer',
  double: 'number',
  bytes: 'bytes',
}

/** All messages as classes inside of one, and the enums of their numbers. */
export function messagesFile(contract: Contract): string {
  const toRead = read(contract)
  const toWrite = written(contract)
  const classes = contract.messages
    .filter(({ name }) => toRead.has(name) || toWrite.has(name))
    .map((message) => classOf(message, toRead.has(message.name), toWrite.has(message.name)))
  return [
    `${banner}class_name PartyApi\nextends RefCounted\n${docComment('What a game and the server say to each other.')}\n`,
    `const Fields := preload("../json/json_fields.gd")\n`,
    contract.enums.map(enumOf).join(''),
    `\n\n${classes.join('\n\n')}`,
  ].join('')
}

function enumOf({ name, docs, values }: Enum): string {
  const lines = values.map(
    (value) => `${docComment(value.docs, 1)}\t${value.name.toUpperCase()} = ${value.number},\n`,
  )
  return `\n${docComment(docs)}enum ${name} {\n${lines.join('')}}\n`
}

function classOf(message: Message, isRead: boolean, isWritten: boolean): string {
  const parts = [
    `${docComment(message.docs)}class ${message.name}:\n\textends PartyResult\n`,
    message.fields.map(variable).join(''),
    isRead ? readerOf(message) : '',
    isWritten ? writerOf(message) : '',
  ]
  return parts.filter((part) => part !== '').join('\n')
}

function variable(field: Field): string {
  if (isBytes(field)) return bytesVariables(field)
  const docs = isOptional(field) ? `${field.docs}\n\nNull while it is unset.` : field.docs
  return `${docComment(docs, 1)}\tvar ${nameOf(field)}: ${typeOf(field)} = ${defaultOf(field)}\n`
}

function isBytes({ type }: Field): boolean {
  return type.kind === 'scalar' && type.scalar === 'bytes'
}

/** Bytes, and the same as text, which is what most games send. */
function bytesVariables({ name, docs }: Field): string {
  const lines = [
    `var binary_${name}: PackedByteArray = PackedByteArray()\n`,
    docComment(`The same as text, in UTF-8.`, 1).trimStart(),
    `var ${name}: String:\n`,
    `\tget:\n\t\t\treturn binary_${name}.get_string_from_utf8()\n`,
    `\tset(text):\n\t\t\tbinary_${name} = text.to_utf8_buffer()\n`,
  ]
  return docComment(docs, 1) + lines.map((line) => `\t${line}`).join('')
}

/** Whether the field can be unset: then it is null. */
function isOptional({ inOneof, type }: Field): boolean {
  return inOneof || type.kind === 'wrapper'
}

function nameOf(field: Field): string {
  const { name, type } = field
  if (isBytes(field)) return `binary_${name}`
  return property(name, type.kind === 'message' ? type.message : undefined)
}

function typeOf(field: Field): string {
  if (isOptional(field)) return 'Variant'
  const { type } = field
  switch (type.kind) {
    case 'scalar':
    case 'wrapper':
      return scalarTypes[type.scalar]
    case 'timestamp':
      return 'String'
    case 'message':
      return type.message
    case 'list':
      return type.item.kind === 'message' ? `Array[${type.item.message}]` : 'PackedStringArray'
    case 'map':
      return 'Dictionary'
  }
}

function defaultOf(field: Field): string {
  if (isOptional(field)) return 'null'
  const { type } = field
  switch (type.kind) {
    case 'scalar':
    case 'wrapper':
      return scalarDefaults[type.scalar]
    case 'timestamp':
      return '""'
    case 'message':
      return `${type.message}.new()`
    case 'list':
      return type.item.kind === 'message' ? '[]' : 'PackedStringArray()'
    case 'map':
      return '{}'
  }
}

function readerOf(message: Message): string {
  const { name } = message
  const lines = message.fields.map((field) => `${readLines(field)}\n`)
  const argument = lines.length > 0 ? 'fields' : '_fields'
  const head = `\t## Reads what the server has sent. What it has left out has its default.\n`
  return `${head}\tstatic func read(${argument}: Fields) -> ${name}:\n\t\tvar message := ${name}.new()\n${lines.join('')}\t\treturn message\n`
}

function readLines(field: Field): string {
  const json = quoted(field.name)
  const to = `\t\tmessage.${nameOf(field)}`
  const { type } = field
  switch (type.kind) {
    case 'scalar':
    case 'wrapper': {
      const read = `fields.${scalarReaders[type.scalar]}(${json})`
      return `${to} = ${isOptional(field) ? `${read} if fields.has(${json}) else null` : read}`
    }
    case 'timestamp':
      return `${to} = fields.text(${json})`
    case 'message':
      return `${to} = ${type.message}.read(fields.message(${json}))`
    case 'list':
      if (type.item.kind === 'scalar') return `${to} = fields.texts(${json})`
      return `\t\tfor item in fields.messages(${json}):\n\t${to}.append(${type.item.message}.read(item))`
    case 'map':
      return `${to} = fields.${type.value === 'double' ? 'number_map' : 'text_map'}(${json})`
  }
}

function writerOf(message: Message): string {
  const head = `\t## What is sent: only what is set, because an older server closes the connection of who says more.\n`
  const lines = message.fields.map((field) => `${writeLines(field)}\n`)
  return `${head}\tfunc to_json() -> Dictionary:\n\t\tvar json := {}\n${lines.join('')}\t\treturn json\n`
}

function writeLines(field: Field): string {
  const name = nameOf(field)
  const set = (value: string) => `\t\t${tabs(1)}json[${quoted(field.name)}] = ${value}`
  const when = (condition: string, value: string) => `\t\tif ${condition}:\n${set(value)}`
  if (isOptional(field)) return when(`${name} != null`, name)
  const { type } = field
  switch (type.kind) {
    case 'scalar':
    case 'wrapper':
      if (type.scalar === 'bool') return when(name, name)
      if (type.scalar === 'bytes') return when(`not ${name}.is_empty()`, `Marshalls.raw_to_base64(${name})`)
      // In JSON a number holds integers up to 2^53 only.
      if (type.scalar === 'int64') return when(`${name} != 0`, `str(${name})`)
      return when(`${name} != ${scalarDefaults[type.scalar]}`, name)
    case 'timestamp':
      return when(`${name} != ""`, name)
    case 'message':
      return when(`${name} != null`, `${name}.to_json()`)
    case 'list':
      if (type.item.kind === 'scalar') return when(`not ${name}.is_empty()`, `Array(${name})`)
      return when(
        `not ${name}.is_empty()`,
        `${name}.map(func(item: ${type.item.message}) -> Dictionary: return item.to_json())`,
      )
    case 'map':
      return when(`not ${name}.is_empty()`, name)
  }
}
