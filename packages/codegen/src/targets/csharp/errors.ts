import type { ErrorCode } from '../../model.ts'
import { docComment, file, pascalCase, quoted } from './print.ts'

/** The codes as constants, and how a server's answers say them. */
export function errorsFile(errors: readonly ErrorCode[]): string {
  const codes = errors.map(
    ({ code, docs }) =>
      `${docComment(docs, '        ')}        public const string ${pascalCase(code)} = ${quoted(code)};\n`,
  )
  const realtime = errors.flatMap(({ code, realtime }) =>
    realtime.map((match) => ({ code, number: match.code, message: match.message })),
  )
  const http = errors.flatMap(({ code, http }) =>
    http.map((match) => ({ code, number: match.grpc ?? match.status, message: match.message })),
  )
  const signs = docComment('How a server says each error.', '    ')
  const codesDocs = docComment(
    'What a call can end with instead of a result: the values of `PartyException.Code`.',
    '    ',
  )
  return file(
    [],
    [
      `${codesDocs}    public static class ErrorCode\n    {\n${codes.join('\n')}    }\n`,
      `${signs}    internal static class ErrorSigns
    {
${table('Realtime', realtime, 'By the number of an `error` envelope.')}
${table('Http', http, 'By gRPC code, or by HTTP status where an answer has none.')}    }
`,
    ],
  )
}

interface Entry {
  readonly code: string
  readonly number: number
  readonly message: string | undefined
}

function table(name: string, entries: readonly Entry[], docs: string): string {
  // Any message fits the empty beginning, so those come last.
  const sorted = [...entries.filter(({ message }) => message), ...entries.filter(({ message }) => !message)]
  const lines = sorted.map(
    ({ code, number, message = '' }) =>
      `            new ErrorSign(${number}, ${quoted(message)}, ErrorCode.${pascalCase(code)}),\n`,
  )
  return `${docComment(docs, '        ')}        public static readonly ErrorSign[] ${name} =\n        {\n${lines.join('')}        };\n`
}
