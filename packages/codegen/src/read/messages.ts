import type { DescEnum, DescField, DescMessage } from '@bufbuild/protobuf'
import { ScalarType } from '@bufbuild/protobuf'
import type { Enum, Field, FieldType, Message, Oneof, Scalar } from '../model.ts'
import { snakeCase } from '../names.ts'
import { docsOf } from './docs.ts'

/** The message whose oneof says what a frame carries. */
export const envelope = 'Envelope'

const wellKnown: Readonly<Record<string, FieldType>> = {
  'google.protobuf.StringValue': { kind: 'wrapper', scalar: 'string' },
  'google.protobuf.Int32Value': { kind: 'wrapper', scalar: 'int32' },
  'google.protobuf.BoolValue': { kind: 'wrapper', scalar: 'bool' },
  'google.protobuf.Timestamp': { kind: 'timestamp' },
}

/**
 * Reads a message.
 *
 * @throws Error for one that no target can express
 */
export function readMessage(desc: DescMessage): Message {
  if (desc.oneofs.length > 1) throw new Error(`${desc.name}: more than one oneof is not supported`)
  if (desc.nestedMessages.length > 0) throw new Error(`${desc.name}: nested messages are not supported`)
  return {
    name: desc.name,
    docs: docsOf(desc),
    fields: desc.fields.map(readField),
    oneof: readOneof(desc),
  }
}

function readOneof(desc: DescMessage): Oneof | undefined {
  const [oneof] = desc.oneofs
  if (oneof === undefined) return undefined
  const ofMessages = oneof.fields.every((field) => fieldType(field).kind === 'message')
  if (ofMessages && desc.name !== envelope) {
    throw new Error(`${desc.name}: only ${envelope} may have a oneof of messages`)
  }
  return { name: oneof.name, docs: docsOf(oneof), ofMessages }
}

function readField(field: DescField): Field {
  // JSON carries the name in two spellings, each of which has to give the other.
  if (!/^[a-z]+(_[a-z]+)*$/.test(field.name)) {
    throw new Error(
      `${field.parent.name}.${field.name}: names of fields are lower_snake_case, without digits`,
    )
  }
  if (field.name in Object.prototype) {
    throw new Error(`${field.parent.name}.${field.name}: every JavaScript object has this property already`)
  }
  return {
    name: field.name,
    number: field.number,
    docs: docsOf(field),
    type: fieldType(field),
    inOneof: field.oneof !== undefined,
  }
}

function fieldType(field: DescField): FieldType {
  switch (field.fieldKind) {
    case 'scalar':
      return { kind: 'scalar', scalar: scalarOf(field, field.scalar) }
    case 'message':
      return messageType(field, field.message)
    case 'list':
      if (field.listKind === 'scalar' && field.scalar === ScalarType.STRING) {
        return { kind: 'list', item: { kind: 'scalar', scalar: 'string' } }
      }
      if (field.listKind === 'message') {
        const item = messageType(field, field.message)
        if (item.kind === 'message') return { kind: 'list', item }
      }
      break
    case 'map':
      if (field.mapKind === 'scalar' && field.mapKey === ScalarType.STRING) {
        return { kind: 'map', value: scalarOf(field, field.scalar) }
      }
  }
  throw unsupported(field)
}

function messageType(field: DescField, message: DescMessage): FieldType {
  const known = wellKnown[message.typeName]
  if (known !== undefined) return known
  if (message.typeName.startsWith('google.')) throw unsupported(field)
  return { kind: 'message', message: message.name }
}

function scalarOf(field: DescField, scalar: ScalarType): Scalar {
  switch (scalar) {
    case ScalarType.STRING:
      return 'string'
    case ScalarType.BOOL:
      return 'bool'
    case ScalarType.INT32:
      return 'int32'
    case ScalarType.INT64:
      return 'int64'
    case ScalarType.DOUBLE:
      return 'double'
    case ScalarType.BYTES:
      return 'bytes'
    default:
      throw unsupported(field)
  }
}

function unsupported(field: DescField): Error {
  return new Error(`${field.parent.name}.${field.name}: fields of this type are not supported`)
}

/** Reads an enum inside a message. */
export function readEnum(parent: DescMessage, desc: DescEnum): Enum {
  const prefix = `${snakeCase(desc.name)}_`
  return {
    name: parent.name + desc.name,
    docs: docsOf(desc),
    values: desc.values.map((value) => ({
      name: value.name.toLowerCase().replace(prefix, ''),
      number: value.number,
      docs: docsOf(value),
    })),
  }
}
