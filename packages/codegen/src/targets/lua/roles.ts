import type { Contract, EnvelopeMember, Message } from '../../model.ts'

/** What a client writes and what it reads, out of everything that the contract has. */
export interface Roles {
  /** Members of the envelope that a server sends. */
  readonly fromServer: readonly EnvelopeMember[]
  /** Messages to be read, with those that they are made of. */
  readonly read: readonly Message[]
  /** Messages to be written, with those that they are made of. */
  readonly written: readonly Message[]
}

export function rolesOf(contract: Contract): Roles {
  const { messages, operations, events, httpOperations } = contract
  const members = messages.flatMap((message) => (message.oneof?.ofMessages ? message.fields : []))
  const sent = new Set([
    ...operations.map(({ reply }) => reply?.field),
    ...events.map(({ member }) => member.field),
    'error',
  ])
  const fromServer = members.flatMap(({ name, type }) =>
    type.kind === 'message' && sent.has(name) ? [{ field: name, message: type.message }] : [],
  )
  return {
    fromServer,
    read: reached(messages, [
      ...fromServer.map(({ message }) => message),
      ...httpOperations.flatMap(({ reply }) => reply ?? []),
    ]),
    written: reached(messages, [
      ...operations.map(({ request }) => request.message),
      ...httpOperations.flatMap(({ request, body }) => bodyOf(messages, request, body)),
    ]),
  }
}

/** The message that is the body of a call over HTTP, if it is one. */
export function bodyOf(messages: readonly Message[], request?: string, body?: string): string[] {
  if (request === undefined || body === undefined) return []
  if (body === '*') return [request]
  const fields = messages.find(({ name }) => name === request)?.fields ?? []
  const type = fields.find(({ name }) => name === body)?.type
  return type?.kind === 'message' ? [type.message] : []
}

function reached(messages: readonly Message[], names: readonly string[]): Message[] {
  const all = new Set(names)
  for (const name of all) {
    // What is added here is walked too: a set that grows is walked to its end.
    for (const { type } of messages.find((message) => message.name === name)?.fields ?? []) {
      const part = type.kind === 'list' ? type.item : type
      if (part.kind === 'message') all.add(part.message)
    }
  }
  return messages.filter(({ name }) => all.has(name))
}
