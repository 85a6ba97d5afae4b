import type { Event, HttpOperation, Operation } from '../../model.ts'
import { lowerFirst } from '../../names.ts'
import { banner, docComment, importFrom, property } from './print.ts'

/** Calls over the socket: which message each sends and which it gets back. */
export function operationsFile(operations: readonly Operation[]): string {
  const lines = operations.map(({ name, docs, request, reply }) => {
    const back = reply === undefined ? 'undefined' : `'${property(reply.field)}'`
    const entry = `{ request: '${property(request.field)}', reply: ${back} }`
    return `${docComment(docs, '  ')}  ${lowerFirst(name)}: ${entry},\n`
  })
  const docs = 'Every call over the socket: the message it sends, and the one that answers it, if any.'
  return `${banner}\n${docComment(docs)}export const operations = {\n${lines.join('')}} as const\n`
}

/** Pushes: which handler each goes to. */
export function eventsFile(events: readonly Event[]): string {
  const lines = events.map(
    ({ handler, member, docs }) =>
      `${docComment(docs, '  ')}  ${property(member.field)}: '${property(handler)}',\n`,
  )
  const docs = 'Every message that a server sends unasked, with the name of its handler.'
  return `${banner}\n${docComment(docs)}export const events = {\n${lines.join('')}} as const\n`
}

/** Calls over HTTP: where each goes, and what travels. */
export function httpFile(operations: readonly HttpOperation[]): string {
  const entries = operations.map(({ name, docs, method, path, auth, body }) => {
    const fields = [
      `    method: '${method}',\n`,
      `    path: '${path}',\n`,
      `    auth: '${property(auth)}',\n`,
      `    body: '${body ?? ''}',\n`,
    ]
    return `${docComment(docs, '  ')}  ${lowerFirst(name)}: {\n${fields.join('')}  },\n`
  })
  const types = operations.map(({ name, request, reply }) => {
    const empty = 'Record<string, never>'
    return `  ${lowerFirst(name)}: { request: ${request ?? empty}; reply: ${reply ?? empty} }\n`
  })
  const names = operations.flatMap(({ request, reply }) => [request ?? [], reply ?? []].flat())
  const table = docComment(
    'Every call over HTTP. In `path`, `{name}` stands for a field of the request; `body` is the field that is the ' +
      'JSON body, `*` for the whole request, empty for none; all other fields that are set go into the query. ' +
      'Names of fields are those of JSON.',
  )
  const messages = docComment('What each call over HTTP sends and returns.')
  return [
    banner + importFrom('./messages.ts', names, 'import type'),
    `${table}export const httpOperations = {\n${entries.join('')}} as const\n`,
    `${messages}export interface HttpMessages {\n${types.join('')}}\n`,
  ].join('\n')
}
