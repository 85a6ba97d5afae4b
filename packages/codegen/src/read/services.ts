import type { DescField, DescMessage, DescMethod, FileRegistry } from '@bufbuild/protobuf'
import { getOption, hasOption, isMessage } from '@bufbuild/protobuf'
import { reflect } from '@bufbuild/protobuf/reflect'
import type { EnvelopeMember, Event, HttpAuth, HttpOperation, Operation } from '../model.ts'
import { docsOf } from './docs.ts'
import { envelope } from './messages.ts'

const empty = 'google.protobuf.Empty'

/** Reads a method without an `http` option: a call over the socket. */
export function readOperation(method: DescMethod, members: readonly EnvelopeMember[]): Operation {
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

/** The messages an envelope may carry. */
export function envelopeMembers(descs: readonly DescMessage[]): EnvelopeMember[] {
  return oneofFields(descs).map((field) => ({ field: field.name, message: field.message?.name ?? '' }))
}

function oneofFields(descs: readonly DescMessage[]): DescField[] {
  return descs.find((desc) => desc.name === envelope)?.oneofs.flatMap((oneof) => oneof.fields) ?? []
}

/** Reads the members of the envelope that have an `event` option. */
export function readEvents(descs: readonly DescMessage[], registry: FileRegistry): Event[] {
  const event = extension(registry, 'event')
  return oneofFields(descs)
    .filter((field) => hasOption(field, event))
    .map((field) => ({
      handler: String(getOption(field, event)),
      member: { field: field.name, message: field.message?.name ?? '' },
      docs: docsOf(field),
    }))
}

/** Reads a method with an `http` option: a call over HTTP. */
export function readHttp(method: DescMethod, registry: FileRegistry): HttpOperation {
  const option = extension(registry, 'http')
  const rule: unknown = getOption(method, option)
  if (!option.message || !isMessage(rule, option.message))
    throw new Error('the option http has to be a message')
  const { field } = option.message
  const values = reflect(option.message, rule)
  const get = (name: string): unknown => field[name] && values.get(field[name])
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

/** One of the contract's own options. */
export function extension(registry: FileRegistry, name: string) {
  const found = registry.getExtension(`party.${name}`)
  if (found === undefined) throw new Error(`the option party.${name} is not defined`)
  return found
}

/** The codes in the paragraph of a method's documentation that begins with `Errors:`. */
function errorsOf(docs: string): string[] {
  const paragraph = docs.split('\n\n').find((text) => text.startsWith('Errors:')) ?? ''
  return [...paragraph.matchAll(/`(\w+)`/g)].map(([, code = '']) => code)
}
