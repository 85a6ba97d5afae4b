import { type CharacterSet, setOf } from './expression.ts'

const letters = setOf('az', 'AZ')
const digits = setOf('09')
const wordCharacters = [...letters, ...digits, ...setOf('_')]

/** The letters of `\d`, `\s` and `\w`; their capitals mean everything else. */
export const perlClasses: ReadonlyMap<string, CharacterSet> = new Map([
  ['d', digits],
  ['s', setOf('\t', '\n', '\f', '\r', ' ')],
  ['w', wordCharacters],
])

/** The names of `[[:alpha:]]` and its like. */
export const namedClasses: ReadonlyMap<string, CharacterSet> = new Map([
  ['alnum', [...letters, ...digits]],
  ['alpha', letters],
  ['ascii', setOf('\0\x7f')],
  ['blank', setOf('\t', ' ')],
  ['cntrl', setOf('\0\x1f', '\x7f')],
  ['digit', digits],
  ['graph', setOf('!~')],
  ['lower', setOf('az')],
  ['print', setOf(' ~')],
  ['punct', setOf('!/', ':@', '[`', '{~')],
  ['space', setOf('\t\r', ' ')],
  ['upper', setOf('AZ')],
  ['word', wordCharacters],
  ['xdigit', setOf('09', 'AF', 'af')],
])
