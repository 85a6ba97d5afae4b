import type { Contract, Enum, Message } from '@party/codegen'
import { camelCase } from '@party/codegen'
import { code, heading, page, table, typeOf } from './markdown.ts'

/** Every message with every field. */
export function messagesPage({ messages, enums }: Contract): string {
  return page(
    'Messages',
    'Field names are those on the wire; a JSON frame may also use them in lowerCamelCase, as the SDKs do. Numbers ' +
      'are those of the binary form. What is zero, empty or false is left out of a frame.',
    ...messages.map(describe),
    '## Numbers with names',
    ...enums.map(describeEnum),
  )
}

function describe({ name, docs, fields, oneof }: Message): string {
  const rows = fields.map((field) => [
    String(field.number),
    `${code(field.name)}${field.inOneof ? ' (1)' : ''}`,
    typeOf(field.type, ''),
    field.docs,
  ])
  const choice = oneof === undefined ? [] : [`(1) At most one of these is set. ${oneof.docs}`]
  const body = fields.length === 0 ? ['No fields.'] : [table(['No.', 'Field', 'Type', 'Meaning'], rows)]
  return [heading(2, name), docs, ...body, ...choice].join('\n\n')
}

function describeEnum({ name, docs, values }: Enum): string {
  const rows = values.map((value) => [String(value.number), code(camelCase(value.name)), value.docs])
  return [heading(3, name), docs, table(['Number', 'Name', 'Meaning'], rows)].join('\n\n')
}
