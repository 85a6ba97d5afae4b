import type { Contract, EnvelopeMember, Message } from '../../model.ts'

/** The messages, by who writes and who reads them: nothing is generated that nobody calls. */
export interface Roles {
  /** What an envelope from the server may carry. */
  readonly fromServer: readonly EnvelopeMember[]
  /** Messages that the SDK reads, directly or as part of another. */
  readonly read: ReadonlySet<string>
  /** Messages that the SDK writes. */
  readonly written: ReadonlySet<string>
}

export function rolesOf(contract: Contract): Roles {
  const { messages, operations, httpOperations, events } = contract
  const members = messages
    .flatMap((message) => (message.oneof?.ofMessages ? message.fields : []))
    .flatMap(({ name, type }) => (type.kind === 'message' ? [{ field: name, message: type.message }] : []))
  const sent = new Set([
    ...operations.map(({ reply }) => reply?.field),
    ...events.map(({ member }) => member.field),
    'error',
  ])
  const fromServer = members.filter(({ field }) => sent.has(field))
  const bodies = httpOperations.flatMap(({ request, body }) => {
    if (body === '*') return request ?? []
    const field = messages.find(({ name }) => name === request)?.fields.find(({ name }) => name === body)
    return field?.type.kind === 'message' ? field.type.message : []
  })
  const replies = httpOperations.flatMap(({ reply }) => reply ?? [])
  return {
    fromServer,
    read: reached(messages, [...fromServer.map(({ message }) => message), ...replies]),
    written: reached(messages, [...operations.map(({ request }) => request.message), ...bodies]),
  }
}

/** The messages named, and what they are made of. */
function reached(messages: readonly Message[], names: readonly string[]): Set<string> {
  const all = new Set(names)
  for (const name of all) {
    // What is added here is walked too: a set that grows is walked to its end.
    const fields = messages.find((message) => message.name === name)?.fields ?? []
    for (const { type } of fields) {
      const part = type.kind === 'list' ? type.item : type
      if (part.kind === 'message') all.add(part.message)
    }
  }
  return all
}
