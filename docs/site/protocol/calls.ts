import type { Contract, Event, Operation } from '@party/codegen'
import { camelCase, lowerFirst } from '@party/codegen'
import { code, errorsOf, heading, memberOf, page, table, withoutErrors } from './markdown.ts'

/** Every call over the socket, and every event. */
export function callsPage({ operations, events }: Contract): string {
  return page(
    'Calls and events',
    'Each call is one envelope with a `cid` of the caller’s choice; the reply is the envelope with the same `cid`. A ' +
      'refused call is answered with `error` under that `cid` and changes nothing. Events carry no `cid`. Which ' +
      'events a call sets off, to whom and in which order, is part of its description.',
    table(
      ['Call', 'Request', 'Reply'],
      operations.map((operation) => [
        `[${code(lowerFirst(operation.name))}](#${operation.name.toLowerCase()})`,
        code(operation.request.field),
        operation.reply === undefined ? 'empty' : code(operation.reply.field),
      ]),
    ),
    '## Calls',
    ...operations.map(describeCall),
    '## Events',
    ...events.map(describeEvent),
  )
}

function describeCall({ name, docs, request, reply }: Operation): string {
  return [
    heading(3, lowerFirst(name), name.toLowerCase()),
    withoutErrors(docs),
    `- Request: ${memberOf(request)}\n- Reply: ${reply === undefined ? 'empty' : memberOf(reply)}`,
    errorsOf(docs),
  ].join('\n\n')
}

function describeEvent({ handler, member, docs }: Event): string {
  return [
    heading(3, camelCase(handler), handler.replaceAll('_', '-')),
    docs,
    `- Carries: ${memberOf(member)}`,
  ].join('\n\n')
}
