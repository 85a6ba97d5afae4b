import type { Enum, Field, Message, Scalar } from '../../model.ts'
import { arrow, banner, docComment, importFrom, property } from './print.ts'

const scalarTypes: Readonly<Record<Scalar, string>> = {
  string: 'string',
  bool: 'boolean',
  int32: 'number',
  int64: 'Int64',
  double: 'number',
  bytes: 'Uint8Array',
}

const scalarDefaults: Readonly<Record<Scalar, string>> = {
  string: "''",
  bool: 'false',
  int32: '0',
  int64: '0',
  double: '0',
  bytes: 'new Uint8Array()',
}

/** Interfaces, and a function for each that fills in the defaults. */
export function messagesFile(messages: readonly Message[]): string {
  const usesInt64 = messages.some((message) =>
    message.fields.some((field) => fieldType(field).includes('Int64')),
  )
  return [
    banner + importFrom('../int64.ts', usesInt64 ? ['Int64'] : [], 'import type'),
    ...messages.flatMap((message) => [unionType(message), interfaceOf(message), creator(message)]),
  ]
    .filter((part) => part !== '')
    .join('\n')
}

/** Named numbers, as objects whose values are literal types. */
export function enumsFile(enums: readonly Enum[]): string {
  const one = ({ name, docs, values }: Enum) => {
    const lines = values.map(
      (value) => `${docComment(value.docs, '  ')}  ${property(value.name)}: ${value.number},\n`,
    )
    return `${docComment(docs)}export const ${name} = {\n${lines.join('')}} as const\n`
  }
  return `${banner}\n${enums.map(one).join('\n')}`
}

function unionType(message: Message): string {
  const { oneof } = message
  if (!oneof?.ofMessages) return ''
  const members = oneofMembers(message).map(
    (field) =>
      `${docComment(field.docs, '  ')}  | { case: '${property(field.name)}'; value: ${fieldType(field)} }\n`,
  )
  return `${docComment(oneof.docs)}export type ${unionName(message)} =\n${members.join('')}`
}

function oneofMembers(message: Message): Field[] {
  return message.fields.filter((field) => field.inOneof)
}

/** Name of the type that says which message a message carries: `EnvelopeMessage`. */
export function unionName(message: Message): string {
  const oneof = message.oneof?.name ?? ''
  return message.name + oneof.charAt(0).toUpperCase() + oneof.slice(1)
}

/** Fields that are properties of their own; those of a oneof of messages share one property. */
export function ownFields(message: Message): Field[] {
  return message.fields.filter((field) => !(field.inOneof && message.oneof?.ofMessages))
}

function interfaceOf(message: Message): string {
  const lines = ownFields(message).map((field) => {
    const optional = isOptional(field) ? ' | undefined' : ''
    return `${docComment(field.docs, '  ')}  ${property(field.name)}: ${fieldType(field)}${optional}\n`
  })
  if (message.oneof?.ofMessages) {
    const { name, docs } = message.oneof
    lines.push(`${docComment(docs, '  ')}  ${property(name)}: ${unionName(message)} | undefined\n`)
  }
  const docs = docComment(message.docs)
  if (lines.length === 0) return `${docs}export type ${message.name} = Record<string, never>\n`
  return `${docs}export interface ${message.name} {\n${lines.join('')}}\n`
}

function creator(message: Message): string {
  const { name } = message
  const defaults = ownFields(message).map((field) => `  ${property(field.name)}: ${defaultOf(field)},\n`)
  if (message.oneof?.ofMessages) defaults.push(`  ${property(message.oneof.name)}: undefined,\n`)
  const docs = docComment(`A whole \`${name}\`: what is given, and defaults for the rest.`)
  if (defaults.length === 0)
    return `${docs}export const create${name} = (): ${name} => ({})
`
  const head = arrow(
    `export const create${name} = `,
    [`init: Partial<${name}> = {}`],
    `: ${name} => ({
`,
  )
  return `${docs}${head}${defaults.join('')}  ...init,
})
`
}

/** Whether the field can be unset: then it is `undefined`. */
function isOptional(field: Field): boolean {
  return field.inOneof || ['message', 'wrapper', 'timestamp'].includes(field.type.kind)
}

function fieldType({ type }: Field): string {
  switch (type.kind) {
    case 'scalar':
    case 'wrapper':
      return scalarTypes[type.scalar]
    case 'timestamp':
      return 'Date'
    case 'message':
      return type.message
    case 'list':
      return `${type.item.kind === 'message' ? type.item.message : scalarTypes[type.item.scalar]}[]`
    case 'map':
      return `Record<string, ${scalarTypes[type.value]}>`
  }
}

/** What the field is when nothing was said about it. */
export function defaultOf(field: Field): string {
  if (isOptional(field)) return 'undefined'
  switch (field.type.kind) {
    case 'scalar':
      return scalarDefaults[field.type.scalar]
    case 'list':
      return '[]'
    default:
      return '{}'
  }
}
