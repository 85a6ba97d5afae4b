import type { Contract, Event, HttpOperation } from '../../model.ts'
import { snakeCase } from '../../names.ts'
import { banner, docComment, quoted } from './print.ts'
import { membersFromServer } from './roles.ts'

/** Calls over the socket, and how each message of the server is read. */
export function operationsFile(contract: Contract): string {
  const entries = contract.operations.map(({ name, request, reply }) => {
    const pair = `"request": ${quoted(request.field)}, "reply": ${quoted(reply?.field ?? '')}`
    return `\t${quoted(snakeCase(name))}: {${pair}},\n`
  })
  const readers = membersFromServer(contract).map(
    ({ field, message }) =>
      `\t\t${quoted(field)}:\n\t\t\treturn PartyApi.${message}.read(envelope.message(kind))\n`,
  )
  return [
    `${banner}extends RefCounted\n${docComment('Calls over the socket.')}\n`,
    'const Fields := preload("../json/json_fields.gd")\n\n',
    docComment(
      'The message that each call sends, and the one that answers it, empty for an answer without one.',
    ),
    `const OPERATIONS := {\n${entries.join('')}}\n\n\n`,
    docComment('Reads the message of this name in an envelope; null if it is none that a client knows.'),
    'static func read(kind: String, envelope: Fields) -> PartyResult:\n',
    `\tmatch kind:\n${readers.join('')}\treturn null\n`,
  ].join('')
}

/** Pushes: a signal for each. */
export function eventsFile(events: readonly Event[]): string {
  const signals = events.map(({ member, handler, docs }) => {
    const argument = `${snakeCase(member.message)}: PartyApi.${member.message}`
    return `${docComment(docs)}signal ${signalName(handler)}(${argument})\n`
  })
  const cases = events.map(
    ({ member, handler }) => `\t\t${quoted(member.field)}:\n\t\t\t${signalName(handler)}.emit(message)\n`,
  )
  return [
    `${banner}extends RefCounted\n${docComment('What the server tells unasked, as signals.')}\n`,
    `${signals.join('')}\n\n`,
    docComment('Emits the signal of a message. What is no event has none.'),
    'func _emit_message(kind: String, message: PartyResult) -> void:\n',
    `\tmatch kind:\n${cases.join('')}`,
  ].join('')
}

/** `on_party_leader` is `received_party_leader`, as it is known from other SDKs of this language. */
function signalName(handler: string): string {
  return handler.replace(/^on_/, 'received_')
}

/** Calls over HTTP: where each goes, and what travels. */
export function httpFile(operations: readonly HttpOperation[]): string {
  const entries = operations.map(({ name, method, path, auth, body }) => {
    const fields = [
      `"method": HTTPClient.METHOD_${method}`,
      `"path": ${quoted(path)}`,
      `"auth": ${quoted(auth)}`,
      `"body": ${quoted(body ?? '')}`,
    ]
    return `\t${quoted(snakeCase(name))}: {\n${fields.map((field) => `\t\t${field},\n`).join('')}\t},\n`
  })
  const docs =
    'In `path`, `{name}` stands for a field of the request; `body` is the field that is the JSON body, `*` for the ' +
    'whole request, empty for none; all other fields that are set go into the query.'
  return [
    `${banner}extends RefCounted\n${docComment('Calls over HTTP.')}\n`,
    `${docComment(docs)}const OPERATIONS := {\n${entries.join('')}}\n`,
  ].join('')
}
