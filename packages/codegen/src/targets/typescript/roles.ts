import type { Contract, EnvelopeMember } from '../../model.ts'

/** The members of the envelope, by who sends them. One that travels both ways is in both lists. */
export interface Roles {
  readonly all: readonly EnvelopeMember[]
  readonly fromClient: readonly EnvelopeMember[]
  readonly fromServer: readonly EnvelopeMember[]
}

export function rolesOf({ messages, operations, events }: Contract): Roles {
  const fields = messages.flatMap((message) => (message.oneof?.ofMessages ? message.fields : []))
  const all = fields.flatMap(({ name, type }) =>
    type.kind === 'message' ? [{ field: name, message: type.message }] : [],
  )
  const requests = new Set(operations.map(({ request }) => request.field))
  const sent = new Set([
    ...operations.map(({ reply }) => reply?.field),
    ...events.map(({ member }) => member.field),
    'error',
  ])
  return {
    all,
    fromClient: all.filter(({ field }) => requests.has(field)),
    fromServer: all.filter(({ field }) => sent.has(field)),
  }
}
