import type { Contract, ErrorCode } from '@party/codegen'
import { code, heading, page, table } from './markdown.ts'

/** Every error under its stable code. */
export function errorsPage({ errors }: Contract): string {
  return page(
    'Errors',
    'Every call of every SDK ends with a result or with one of these codes. A code never changes; the words of a ' +
      'server may. An error that comes from the SDK itself, before or without an answer, has no line about a server.',
    ...errors.map(describe),
  )
}

function describe({ code: name, docs, realtime, http }: ErrorCode): string {
  const words = (message: string | undefined): string => (message === undefined ? 'any other' : code(message))
  const rows = [
    ...realtime.map((match) => ['socket', `${code('code')} ${match.code}`, words(match.message)]),
    ...http.map((match) => [
      'HTTP',
      `status ${match.status}${match.grpc === undefined ? '' : `, ${code('code')} ${match.grpc}`}`,
      words(match.message),
    ]),
  ]
  const seen = rows.length === 0 ? [] : [table(['Answer of a server', 'Number', 'Message begins'], rows)]
  return [heading(2, code(name), name.replaceAll('_', '-')), docs, ...seen].join('\n\n')
}
