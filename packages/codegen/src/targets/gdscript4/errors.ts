import type { ErrorCode } from '../../model.ts'
import { byNumber, type ErrorSign, httpSigns, realtimeSigns } from '../../signs.ts'
import { banner, docComment, quoted } from './print.ts'

/** The codes as constants of a class. */
export function errorCodesFile(errors: readonly ErrorCode[]): string {
  const constants = errors.map(
    ({ code, docs }) => `${docComment(docs)}const ${code.toUpperCase()} := ${quoted(code)}\n`,
  )
  const docs = 'What a call can end with instead of a result: what `PartyError.code` may be.'
  return `${banner}class_name PartyErrorCode\nextends RefCounted\n${docComment(docs)}\n${constants.join('\n')}`
}

/** How a server's answers say them. */
export function errorSignsFile(errors: readonly ErrorCode[]): string {
  const head =
    'How the server says its errors: by number, pairs of how a message begins, in lower case, and the code.'
  return [
    `${banner}extends RefCounted\n${docComment(head)}`,
    table('REALTIME', realtimeSigns(errors), 'By the number of an `error` envelope.'),
    table('HTTP', httpSigns(errors), 'By gRPC code, or by HTTP status where an answer has none.'),
  ].join('\n')
}

function table(name: string, signs: readonly ErrorSign[], docs: string): string {
  const lines = byNumber(signs).map(([number, own]) => {
    const pairs = own.map(
      ({ code, beginning }) => `\t\t[${quoted(beginning.toLowerCase())}, ${quoted(code)}],\n`,
    )
    return `\t${number}: [\n${[...new Set(pairs)].join('')}\t],\n`
  })
  return `${docComment(docs)}const ${name} := {\n${lines.join('')}}\n`
}
