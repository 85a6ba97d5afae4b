import type { Contract, Enum, ErrorCode, Event, HttpOperation, Message, Operation } from '../../model.ts'
import { snakeCase } from '../../names.ts'
import { byNumber, type ErrorSign, httpSigns, realtimeSigns } from '../../signs.ts'
import { banner, docComment, identifier, quote } from './print.ts'
import { bodyOf } from './roles.ts'

/** Calls over the socket. They are named as the messages that they send, which is how Defold's users know them. */
export function operationsFile({ messages, operations }: Contract): string {
  const lines = operations.map((operation) => operationOf(operation, messages))
  const docs =
    'Every call over the socket, by the name of the message it sends: its arguments in their order, the writer of the message, and the name of the message that answers it, if any.'
  return `${banner}\n${docComment(docs)}return {\n${lines.join('')}}\n`
}

function operationOf({ docs, request, reply }: Operation, messages: readonly Message[]): string {
  const fields = [
    `    arguments = { ${argumentsOf(request.message, messages)} },\n`.replace('{  }', '{}'),
    `    message = ${quote(snakeCase(request.message))},\n`,
    ...(reply === undefined ? [] : [`    reply = ${quote(reply.field)},\n`]),
  ]
  return `${docComment(docs, '  ')}  ${identifier(request.field)} = {\n${fields.join('')}  },\n`
}

function argumentsOf(message: string | undefined, messages: readonly Message[]): string {
  const fields = messages.find(({ name }) => name === message)?.fields ?? []
  return fields.map(({ name }) => quote(name)).join(', ')
}

/** Pushes. */
export function eventsFile(events: readonly Event[]): string {
  const lines = events.map(({ member, docs }) => `${docComment(docs, '  ')}  ${quote(member.field)},\n`)
  return `${banner}\n${docComment('Every message that a server sends unasked.')}return {\n${lines.join('')}}\n`
}

/** Calls over HTTP. */
export function httpFile({ messages, httpOperations }: Contract): string {
  const entries = httpOperations.map((operation) => httpOperation(operation, messages))
  const docs =
    'Every call over HTTP. In `path`, `{name}` stands for a field of the request. `body` is the field that is the JSON body, `*` for the whole request; `message` its writer, unless it is a text. The fields in `query` go into the query where they are set.'
  return `${banner}\n${docComment(docs)}return {\n${entries.join('')}}\n`
}

function httpOperation(operation: HttpOperation, messages: readonly Message[]): string {
  const { name, docs, method, path, auth, request, reply, body, query } = operation
  const [message] = bodyOf(messages, request, body)
  const fields = [
    `    method = ${quote(method)},\n`,
    `    path = ${quote(path)},\n`,
    `    auth = ${quote(auth)},\n`,
    ...(query.length === 0 ? [] : [`    query = { ${query.map(quote).join(', ')} },\n`]),
    ...(body === undefined ? [] : [`    body = ${quote(body)},\n`]),
    ...(message === undefined ? [] : [`    message = ${quote(snakeCase(message))},\n`]),
    ...(reply === undefined ? [] : [`    reply = ${quote(snakeCase(reply))},\n`]),
  ]
  return `${docComment(docs, '  ')}  ${identifier(snakeCase(name))} = {\n${fields.join('')}  },\n`
}

/** Named numbers. */
export function enumsFile(enums: readonly Enum[]): string {
  const one = ({ name, docs, values }: Enum) => {
    const lines = values.map(
      (value) => `${docComment(value.docs, '  ')}  ${identifier(value.name)} = ${value.number},\n`,
    )
    return `${docComment(docs)}M.${snakeCase(name)} = {\n${lines.join('')}}\n`
  }
  return [`${banner}\nlocal M = {}\n`, ...enums.map(one), 'return M\n'].join('\n')
}

/** The codes, and how a server's answers say them. */
export function errorsFile(errors: readonly ErrorCode[]): string {
  const codes = errors.map(
    ({ code, docs }) => `${docComment(docs, '  ')}  ${identifier(code)} = ${quote(code)},\n`,
  )
  return [
    `${banner}\nlocal M = {}\n`,
    `${docComment('What a call can end with instead of a result.')}M.codes = {\n${codes.join('')}}\n`,
    signs(
      'realtime',
      realtimeSigns(errors),
      'By the number of an `error` envelope: how its message begins, and the code. An empty beginning fits any message.',
    ),
    signs('http', httpSigns(errors), 'The same by gRPC code, or by HTTP status where an answer has none.'),
    'return M\n',
  ].join('\n')
}

function signs(name: string, entries: readonly ErrorSign[], docs: string): string {
  const lines = byNumber(entries).map(([number, own]) => {
    const items = own.map(({ beginning, code }) => `    { ${quote(beginning)}, ${quote(code)} },\n`)
    return `  [${number}] = {\n${[...new Set(items)].join('')}  },\n`
  })
  return `${docComment(docs)}M.${name} = {\n${lines.join('')}}\n`
}
