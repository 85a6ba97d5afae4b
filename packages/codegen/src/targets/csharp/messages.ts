import type { Contract, Enum, Field, FieldType, Message, Scalar } from '../../model.ts'
import { docComment, file, pascalCase, quoted } from './print.ts'
import type { Roles } from './roles.ts'

const types: Readonly<Record<Scalar, string>> = {
  string: 'string',
  bool: 'bool',
  int32: 'int',
  int64: 'long',
  double: 'double',
  bytes: 'byte[]',
}

/** Names of the methods that read and write a kind of field. */
const kinds: Readonly<Record<Scalar, string>> = {
  string: 'Text',
  bool: 'Bool',
  int32: 'Int32',
  int64: 'Int64',
  double: 'Double',
  bytes: 'Bytes',
}

/** Classes with properties. Only the SDK sets them: several handlers get the same object. */
export function messagesFile(contract: Contract): string {
  const classes = plain(contract).map((message) => {
    const { name, docs, fields } = message
    const isAboutParty = fields.some((field) => field.name === 'party_id')
    const members = fields.map((field) => {
      const { type, initial } = property(field)
      const line = `        public ${type} ${memberName(message, field)} { get; internal set; }${initial && ` = ${initial};`}\n`
      return docComment(field.docs, '        ') + line
    })
    const bases = isAboutParty ? ' : IAboutParty' : ''
    return `${docComment(docs, '    ')}    public sealed partial class ${name}${bases}\n    {\n${members.join('\n')}    }\n`
  })
  return file(['System', 'System.Collections.Generic'], classes)
}

/** How each message is read and written. */
export function jsonFile(contract: Contract, roles: Roles): string {
  const classes = plain(contract).flatMap((message) => {
    const reads = roles.read.has(message.name)
    const writes = roles.written.has(message.name)
    const methods = [...(reads ? [reader(message)] : []), ...(writes ? [writer(message)] : [])]
    if (methods.length === 0) return []
    const bases = writes ? ' : IWritable' : ''
    return `    public sealed partial class ${message.name}${bases}\n    {\n${methods.join('\n')}    }\n`
  })
  return file([], [...classes, dispatch(roles)])
}

/** Named numbers. Constants, because what travels is a number, which may be none of them. */
export function enumsFile(enums: readonly Enum[]): string {
  const classes = enums.map(({ name, docs, values }) => {
    const members = values.map(
      (value) =>
        `${docComment(value.docs, '        ')}        public const int ${pascalCase(value.name)} = ${value.number};\n`,
    )
    return `${docComment(docs, '    ')}    public static class ${name}\n    {\n${members.join('\n')}    }\n`
  })
  return file([], classes)
}

/** A field's name. C# forbids a member that is called as its class. */
function memberName(message: Message, { name, type }: Field): string {
  const member = pascalCase(name)
  if (member !== message.name) return member
  return type.kind === 'list' ? 'Items' : 'Value'
}

/** All but the envelope, which the SDK handles itself. */
function plain({ messages }: Contract): Message[] {
  return messages.filter(({ oneof }) => !oneof?.ofMessages)
}

/** What a field is, and what it is when nothing was said about it. */
function property({ type, inOneof }: Field): { type: string; initial: string } {
  switch (type.kind) {
    case 'scalar': {
      const name = types[type.scalar]
      if (inOneof) return { type: nullable(type.scalar), initial: '' }
      if (type.scalar === 'string') return { type: name, initial: '""' }
      return { type: name, initial: type.scalar === 'bytes' ? 'Array.Empty<byte>()' : '' }
    }
    case 'wrapper':
      return { type: nullable(type.scalar), initial: '' }
    case 'timestamp':
      return { type: 'DateTime?', initial: '' }
    case 'message':
      return { type: type.message, initial: '' }
    case 'list':
      return {
        type: `IReadOnlyList<${itemType(type)}>`,
        initial: `Array.Empty<${itemType(type)}>()`,
      }
    case 'map': {
      const map = `Dictionary<string, ${types[type.value]}>`
      return { type: `IReadOnly${map}`, initial: `new ${map}()` }
    }
  }
}

function nullable(scalar: Scalar): string {
  return scalar === 'string' || scalar === 'bytes' ? types[scalar] : `${types[scalar]}?`
}

function itemType({ item }: Extract<FieldType, { kind: 'list' }>): string {
  return item.kind === 'message' ? item.message : types[item.scalar]
}

function reader(message: Message): string {
  const { name, fields } = message
  const head = `        internal static ${name} Read(JsonFields from)\n        {\n`
  if (fields.length === 0) return `${head}            return new ${name}();\n        }\n`
  const lines = fields.map(
    (field) => `                ${memberName(message, field)} = ${readField(field)},\n`,
  )
  return `${head}            return new ${name}\n            {\n${lines.join('')}            };\n        }\n`
}

function readField({ name, type, inOneof }: Field): string {
  const key = quoted(name)
  switch (type.kind) {
    case 'scalar':
      return `from.${inOneof ? 'Optional' : ''}${kinds[type.scalar]}(${key})`
    case 'wrapper':
      return `from.Optional${kinds[type.scalar]}(${key})`
    case 'timestamp':
      return `from.OptionalTime(${key})`
    case 'message':
      return `${type.message}.Read(from.Fields(${key}))`
    case 'list':
      return type.item.kind === 'message'
        ? `from.List(${key}, ${type.item.message}.Read)`
        : `from.Texts(${key})`
    case 'map':
      return `from.${kinds[type.value]}Map(${key})`
  }
}

function writer(message: Message): string {
  const lines = message.fields.map((field) => `            ${writeField(message, field)}\n`)
  return `        void IWritable.Write(JsonFieldWriter to)\n        {\n${lines.join('')}        }\n`
}

function writeField(message: Message, field: Field): string {
  const { name, type, inOneof } = field
  const pair = `(${quoted(name)}, ${memberName(message, field)});`
  switch (type.kind) {
    case 'scalar':
      return `to.${inOneof ? 'Optional' : ''}${kinds[type.scalar]}${pair}`
    case 'wrapper':
      return `to.Optional${kinds[type.scalar]}${pair}`
    case 'timestamp':
      throw new Error(`${name}: a client sends no times`)
    case 'message':
      return `to.Message${pair}`
    case 'list':
      return `to.${type.item.kind === 'message' ? 'Messages' : 'Texts'}${pair}`
    case 'map':
      return `to.${kinds[type.value]}Map${pair}`
  }
}

/** The one place where the kind of a message from the server is looked up. */
function dispatch({ fromServer }: Roles): string {
  const cases = fromServer.map(
    ({ field, message }) =>
      `                case ${quoted(field)}:\n                    return ${message}.Read(from);\n`,
  )
  const docs = docComment('What an envelope from the server may carry, by the name it has there.', '    ')
  const method = docComment('The message; null for one of a kind that is not known.', '        ')
  return `${docs}    internal static class ServerMessages
    {
${method}        public static object Read(string kind, JsonFields from)
        {
            switch (kind)
            {
${cases.join('')}                default:
                    return null;
            }
        }
    }
`
}
