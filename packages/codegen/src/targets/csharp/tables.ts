import type { Event, HttpAuth, HttpOperation, Message, Operation } from '../../model.ts'
import { docComment, file, pascalCase, quoted } from './print.ts'

/** Calls over the socket: what each sends, and what answers it. */
export function operationsFile(operations: readonly Operation[]): string {
  const members = operations.map(({ name, docs, request, reply }) => {
    const type = `Operation<${request.message}, ${reply?.message ?? 'Nothing'}>`
    const value = `new ${type}(${quoted(name)}, ${quoted(request.field)})`
    return `${docComment(docs, '        ')}        public static readonly ${type} ${name} =\n            ${value};\n`
  })
  const docs = docComment(
    'Every call over the socket, with the message it sends and the one it gets.',
    '    ',
  )
  return file([], [`${docs}    internal static class Operations\n    {\n${members.join('\n')}    }\n`])
}

/** `on_party_leader` as the name of an event: `ReceivedPartyLeader`. */
const eventName = ({ handler }: Event) => `Received${pascalCase(handler.replace(/^on_/, ''))}`

/** What an event says, without that it is one: who sees it as an event knows. */
const eventDocs = ({ docs }: Event) =>
  docs.replace(/^(Event|Reply to .*?event)[^:]*: /, '').replace(/^\w/, upper)

/** What the server sends unasked, as events. */
export function eventsFile(events: readonly Event[]): string {
  const members = events.map((event) => {
    const docs = docComment(eventDocs(event), '        ')
    return `${docs}        public event Action<${event.member.message}> ${eventName(event)};\n`
  })
  const cases = events.map(
    (event) =>
      `            if (message is ${event.member.message})\n            {\n                Raise(${eventName(event)}, (${event.member.message})message, nameof(${eventName(event)}));\n            }\n`,
  )
  const docs = docComment('What a server says unasked.', '    ')
  const method = docComment(
    'Tells a message to the handlers of its event. What is no event has none.',
    '        ',
  )
  return file(
    ['System'],
    [
      `${docs}    public abstract class ServerEvents
    {
${members.join('\n')}
${method}        internal void RaiseMessage(object message)
        {
${cases.join('\n')}        }

        internal abstract void Raise<T>(Action<T> handlers, T payload, string eventName);
    }
`,
    ],
  )
}

const upper = (letter: string) => letter.toUpperCase()

const auths: Readonly<Record<HttpAuth, string>> = {
  server_key: 'HttpAuth.ServerKey',
  bearer: 'HttpAuth.Session',
  bearer_or_http_key: 'HttpAuth.Session',
}

/** Calls over HTTP: a function of each that makes its request. */
export function httpFile(operations: readonly HttpOperation[], messages: readonly Message[]): string {
  const members = operations.map((operation) => {
    const { name, docs, method, path, auth, request, reply } = operation
    const type = `HttpCall<${reply ?? 'Nothing'}>`
    const parameter = request === undefined ? '' : `${request} request`
    const read = reply === undefined ? 'Nothing.Read' : `${reply}.Read`
    const args = [quoted(name), quoted(method), pathOf(path), auths[auth], read].join(', ')
    const fields = messages.find((message) => message.name === request)?.fields ?? []
    const query = operation.query.map((field) => {
      const kind = fields.find((candidate) => candidate.name === field)?.type.kind
      if (kind === 'message' || kind === 'map') throw new Error(`${name}: ${field} does not fit into a query`)
      return `            call.Query(${quoted(field)}, request.${pascalCase(field)});\n`
    })
    const lines = [
      `            var call = new ${type}(\n                ${args});\n`,
      ...query,
      bodyOf(operation),
      '            return call;\n',
    ]
    return `${docComment(docs, '        ')}        public static ${type} ${name}(${parameter})\n        {\n${lines.join('')}        }\n`
  })
  const docs = docComment('Every call over HTTP, as a request that is ready to be sent.', '    ')
  return file([], [`${docs}    internal static class HttpOperations\n    {\n${members.join('\n')}    }\n`])
}

/** `/v2/rpc/{id}` as an expression. */
function pathOf(path: string): string {
  const parts = path.split(/\{(\w+)\}/).map((part, index) => {
    if (index % 2 === 1) return `HttpCall.Escape(request.${pascalCase(part)})`
    return part === '' ? [] : quoted(part)
  })
  return parts.flat().join(' + ')
}

function bodyOf({ body }: HttpOperation): string {
  if (body === undefined) return ''
  return `            call.Body(request${body === '*' ? '' : `.${pascalCase(body)}`});\n`
}
