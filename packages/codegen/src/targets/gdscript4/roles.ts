import type { Contract, EnvelopeMember, FieldType, Message } from '../../model.ts'

/** The members of the envelope that a server sends. */
export function membersFromServer({ messages, operations, events }: Contract): EnvelopeMember[] {
  const sent = new Set([
    ...operations.map(({ reply }) => reply?.field),
    ...events.map(({ member }) => member.field),
    'error',
  ])
  return messages
    .flatMap((message) => (message.oneof?.ofMessages ? message.fields : []))
    .flatMap(({ name, type }) => (type.kind === 'message' ? [{ field: name, message: type.message }] : []))
    .filter(({ field }) => sent.has(field))
}

/** Names of the messages that a client writes, with those inside of them. */
export function written({ messages, operations, httpOperations }: Contract): Set<string> {
  return reached(messages, [
    ...operations.map(({ request }) => request.message),
    ...httpOperations.flatMap(({ request }) => request ?? []),
  ])
}

/** Names of the messages that a client reads, with those inside of them. */
export function read(contract: Contract): Set<string> {
  return reached(contract.messages, [
    ...membersFromServer(contract).map(({ message }) => message),
    ...contract.httpOperations.flatMap(({ reply }) => reply ?? []),
  ])
}

function reached(messages: readonly Message[], names: readonly string[]): Set<string> {
  const all = new Set(names)
  // A set that grows while it is gone through is gone through to its end.
  for (const name of all) {
    for (const { type } of messages.find((message) => message.name === name)?.fields ?? []) {
      const inner = messageIn(type)
      if (inner !== undefined) all.add(inner)
    }
  }
  return all
}

function messageIn(type: FieldType): string | undefined {
  if (type.kind === 'message') return type.message
  return type.kind === 'list' && type.item.kind === 'message' ? type.item.message : undefined
}
