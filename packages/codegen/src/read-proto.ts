import type { DescEnum, DescField, DescMessage, DescMethod, FileRegistry } from '@bufbuild/protobuf'
import { getOption, hasOption, ScalarType } from '@bufbuild/protobuf'
import { reflect } from '@bufbuild/protobuf/reflect'
import { getComments } from '@bufbuild/protoplugin'
import type {
  Contract,
  Enum,
  EnvelopeMember,
  Event,
  Field,
  FieldType,
  HttpAuth,
  HttpOperation,
  Message,
  Oneof,
  Operation,
  Scalar,
} from './model.ts'
import { camelCase, snakeCase } from './names.ts'

const wellKnown: Readonly<Record<string, FieldType>> = {
  'google.protobuf.StringValue': { kind: 'wrapper', scalar: 'string' },
  'google.protobuf.Int32Value': { kind: 'wrapper', scalar: 'int32' },
  'google.protobuf.BoolValue': { kind: 'wrapper', scalar: 'bool' },
  'google.protobuf.Timestamp': { kind: 'timestamp' },
}

const empty = 'google.protobuf.Empty'
const envelope = 'Envelope'

/** What the `.proto` files say; everything of a contract but its errors. */
export type ProtoContract = Omit<Contract, 'errors'>

/**
 * Reads the contract out of compiled `.proto` files.
 *
 * @param registry all files, with their source info
 * @param fileNames the files to generate for
 * @throws Error for a construct that no target can express
 */
export function readProto(registry: FileRegistry, fileNames: readonly string[]): ProtoContract {
  const descs: DescMessage[] = []
  const methods: DescMethod[] = []
  // In an order of their own, because that of a request depends on who makes it.
  for (const fileName of [...fileNames].sort()) {
    const file = registry.getFile(fileName)
    if (file === undefined) throw new Error(`${fileName} is not in the request`)
    // A file of options describes the contract; it is not part of it.
    if (file.extensions.length > 0) continue
    descs.push(...file.messages)
    methods.push(...file.services.flatMap((service) => service.methods))
  }
  const http = methods.filter((method) => hasOption(method, extension(registry, 'http')))
  const members = envelopeMembers(descs)
  return {
    messages: descs.map(readMessage),
    enums: descs.flatMap((desc) => desc.nestedEnums.map((nested) => readEnum(desc, nested))),
    operations: methods
      .filter((method) => !http.includes(method))
      .map((method) => readOperation(method, members)),
    httpOperations: http.map((method) => readHttp(method, registry)),
    events: readEvents(descs, registry),
  }
}

function readMessage(desc: DescMessage): Message {
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
  // JSON carries this name in both spellings; each has to give the other.
  if (snakeCase(camelCase(field.name)) !== field.name) {
    throw new Error(`${field.parent.name}.${field.name}: the name does not survive camelCase`)
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

function readEnum(parent: DescMessage, desc: DescEnum): Enum {
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

function readOperation(method: DescMethod, members: readonly EnvelopeMember[]): Operation {
  const member = (message: string): EnvelopeMember => {
    const found = members.find((candidate) => candidate.message === message)
    if (found === undefined) throw new Error(`${method.name}: ${message} is not in ${envelope}`)
    return found
  }
  return {
    name: method.name,
    docs: docsOf(method),
    errors: errorsOf(docsOf(method)),
    request: member(method.input.name),
    reply: method.output.typeName === empty ? undefined : member(method.output.name),
  }
}

function envelopeMembers(descs: readonly DescMessage[]): EnvelopeMember[] {
  return oneofFields(descs).map((field) => ({ field: field.name, message: field.message?.name ?? '' }))
}

function oneofFields(descs: readonly DescMessage[]): DescField[] {
  return descs.find((desc) => desc.name === envelope)?.oneofs.flatMap((oneof) => oneof.fields) ?? []
}

function readEvents(descs: readonly DescMessage[], registry: FileRegistry): Event[] {
  const event = extension(registry, 'event')
  return oneofFields(descs)
    .filter((field) => hasOption(field, event))
    .map((field) => ({
      handler: String(getOption(field, event)),
      member: { field: field.name, message: field.message?.name ?? '' },
      docs: docsOf(field),
    }))
}

function readHttp(method: DescMethod, registry: FileRegistry): HttpOperation {
  const rule = extension(registry, 'http')
  if (rule.fieldKind !== 'message') throw new Error('the option http has to be a message')
  const read = reflect(rule.message, getOption(method, rule) as never)
  const get = (name: string): unknown => {
    const field = rule.message.field[name]
    return field && read.get(field)
  }
  const path = String(get('path'))
  const body = String(get('body')) || undefined
  const elsewhere = (name: string) => body === '*' || name === body || path.includes(`{${name}}`)
  return {
    name: method.name,
    docs: docsOf(method),
    errors: errorsOf(docsOf(method)),
    request: method.input.typeName === empty ? undefined : method.input.name,
    reply: method.output.typeName === empty ? undefined : method.output.name,
    method: String(get('method')),
    path,
    auth: authOf(method, get('auth')),
    body,
    query: method.input.fields.map((field) => field.name).filter((name) => !elsewhere(name)),
  }
}

function authOf(method: DescMethod, auth: unknown): HttpAuth {
  if (auth === 1) return 'server_key'
  if (auth === 2) return 'bearer'
  if (auth === 3) return 'bearer_or_http_key'
  throw new Error(`${method.name}: its http option does not say how it is authenticated`)
}

function extension(registry: FileRegistry, name: string) {
  const found = registry.getExtension(`party.${name}`)
  if (found === undefined) throw new Error(`the option party.${name} is not defined`)
  return found
}

/** The comment above an element, without the space that follows each comment sign. */
function docsOf(desc: Parameters<typeof getComments>[0]): string {
  return (getComments(desc).leading ?? '').replace(/^ /gm, '').trim()
}

/** The codes in the paragraph of a method's documentation that begins with `Errors:`. */
function errorsOf(docs: string): string[] {
  const paragraph = docs.split('\n\n').find((text) => text.startsWith('Errors:')) ?? ''
  return [...paragraph.matchAll(/`(\w+)`/g)].map(([, code = '']) => code)
}
