import type { Contract, HttpAuth, HttpOperation } from '@party/codegen'
import { lowerFirst } from '@party/codegen'
import { code, errorsOf, heading, linkToMessage, page, withoutErrors } from './markdown.ts'

const proofs: Readonly<Record<HttpAuth, string>> = {
  server_key: 'the server key, as user name of HTTP Basic with an empty password',
  bearer: 'a session token, as Bearer',
  bearer_or_http_key: 'a session token as Bearer, or the HTTP key (`http_key` in the query, or Basic)',
}

/** Every call over HTTP. */
export function httpPage({ httpOperations }: Contract): string {
  return page(
    'Calls over HTTP',
    'Signing in, listing parties, stored notifications and functions of the game’s own server. Bodies are JSON. A ' +
      'refused call has a status from 400 and a body `{"code": …, "message": …}` with a gRPC code.',
    ...httpOperations.map(describe),
  )
}

function describe(operation: HttpOperation): string {
  const { name, docs, method, path, auth, query, body, request, reply } = operation
  const facts = [
    `- ${code(`${method} ${path}`)}`,
    `- Proof: ${proofs[auth]}`,
    ...(request === undefined ? [] : [`- Request: ${linkToMessage(request)}`]),
    ...(query.length === 0 ? [] : [`- In the query: ${query.map(code).join(', ')}`]),
    ...(body === undefined ? [] : [`- Body: ${body === '*' ? 'the whole request' : code(body)}`]),
    `- Answer: ${reply === undefined ? 'empty' : linkToMessage(reply)}`,
  ]
  return [
    heading(2, lowerFirst(name), name.toLowerCase()),
    withoutErrors(docs),
    facts.join('\n'),
    errorsOf(docs),
  ].join('\n\n')
}
